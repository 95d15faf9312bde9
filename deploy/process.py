"""Writes what the SAM transform makes of the template: plain CloudFormation, for StackSets, which refuse every transform.

process.py TEMPLATE ARCH > PROCESSED    (needs aws-sam-translator and cfn-lint)
"""
import json
import os
import sys

from cfnlint.decode import decode
from samtranslator.translator.transform import transform

os.environ.setdefault("AWS_DEFAULT_REGION", "us-east-1")  # The translator asks for one; the result names none.


class NoManagedPolicies:
    def load(self):
        return {}


template = json.loads(json.dumps(decode(sys.argv[1])[0]))
for name, resource in template["Resources"].items():
    if resource["Type"] == "AWS::Serverless::Function":
        resource["Properties"]["CodeUri"] = f"s3://bucket/{name.removesuffix('Function')}-{sys.argv[2]}.zip"
template["Parameters"]["Architecture"]["Default"] = sys.argv[2]
processed = transform(template, {}, NoManagedPolicies())
processed["Metadata"] = {key: value for key, value in processed["Metadata"].items() if key == "AWS::CloudFormation::Interface"}
processed["Metadata"]["AWS::CloudFormation::Interface"]["ParameterGroups"].insert(
    0, {"Label": {"default": "Packages"}, "Parameters": ["CodeBucket", "CodePrefix"]})
processed["Parameters"]["CodeBucket"] = {"Type": "String", "Description": "A bucket of this Region that holds the release's zips."}
processed["Parameters"]["CodePrefix"] = {"Type": "String", "Default": "", "Description": "The beginning of their keys, such as v1.2.3/."}
for resource in processed["Resources"].values():
    if resource["Type"] == "AWS::Lambda::Function":
        code = resource["Properties"]["Code"]
        code["S3Key"] = {"Fn::Sub": "${CodePrefix}" + code["S3Key"]}
        code["S3Bucket"] = {"Ref": "CodeBucket"}
json.dump(processed, sys.stdout, indent=1)
