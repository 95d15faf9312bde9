"""Checks the Terraform module and example without Terraform's registry (`terraform validate`, which CI runs, needs it):
every argument is one that the provider has, and the roles have the statements of template.yaml.

check_terraform.py    (needs cfn-lint; prints what is wrong)
"""
import json
import pathlib
import re
import sys

from cfnlint.decode import decode

ROOT = pathlib.Path(__file__).parent.parent
# The AWS provider's arguments by resource ("data" before data sources); * behind those that are required.
SCHEMA = json.loads((ROOT / "deploy/terraform-schema.json").read_text())
OWN = {"for_each", "count", "depends_on", "provider", "lifecycle"}  # Terraform's own.
LEFT_OUT = {"DecryptQueue", "SendTraces"}  # The module has neither a key for the queue nor tracing.


def read(lines):
    """The blocks (kind, labels, arguments, blocks) and arguments up to the end of a block of a formatted file."""
    arguments, blocks = {}, []
    for line in lines:
        if line == "}":
            break
        if opened := re.fullmatch(r'(\w+)((?: "\w+")*) \{(\}?)', line):
            inner = ({}, []) if opened[3] else read(lines)
            kind, labels = opened[1], re.findall(r"\w+", opened[2])
            blocks.append((labels[0], [], *inner[1][0][2:]) if kind == "dynamic" else (kind, labels, *inner))
        elif given := re.fullmatch(r"(\w+)\s+= (.*)", line):
            value = given[2]
            while sum(map(value.count, "([{")) > sum(map(value.count, ")]}")):
                value += "\n" + next(lines)
            arguments[given[1]] = value
    return arguments, blocks


def files(folder):
    for file in sorted((ROOT / folder).glob("*.tf")):
        yield from read(line.strip() for line in file.read_text().splitlines())[1]


def wrong_arguments(where, arguments, blocks, members):
    given = {*arguments, *(block[0] for block in blocks)} - OWN
    yield from (f"{where}: no argument {name}" for name in given if name not in members and name + "*" not in members)
    yield from (f"{where}: {name} is missing" for name in members if name.endswith("*") and name[:-1] not in given)
    for kind, _, *inner in blocks:
        if isinstance(inside := members.get(kind) or members.get(kind + "*"), dict):
            yield from wrong_arguments(f"{where} {kind}", *inner, inside)


def texts(arguments, name):
    return re.findall(r'"((?:[^"\\]|\\.)*)"', arguments.get(name, ""))


def listed(value):
    return value if isinstance(value, list) else [value]


def statement(sid, effect, actions, resources, conditions):
    return f"{sid}: {effect} {' '.join(actions)} on {'all' if '*' in resources else 'some'} if {' '.join(sorted(conditions))}"


def of_module(document):
    block = next(one for one in files("deploy/terraform") if one[:2] == ("data", ["aws_iam_policy_document", document]))
    for _, _, arguments, blocks in block[3]:
        conditions = [texts(one[2], "test")[0] + "/" + texts(one[2], "variable")[0] for one in blocks]
        yield statement(texts(arguments, "sid")[0], (texts(arguments, "effect") or ["Allow"])[0], texts(arguments, "actions"),
                        texts(arguments, "resources"), conditions)


def of_template(role):
    policy = decode(str(ROOT / "template.yaml"))[0]["Resources"][role]["Properties"]["Policies"][0]
    for one in policy["PolicyDocument"]["Statement"]:
        one = one["Fn::If"][1] if "Fn::If" in one else one
        condition = one.get("Condition", {})
        condition = condition["Fn::If"][1] if "Fn::If" in condition else condition
        if one["Sid"] not in LEFT_OUT:
            yield statement(one["Sid"], one["Effect"], listed(one["Action"]), listed(one["Resource"]),
                            [f"{test}/{key}" for test, keys in condition.items() for key in keys])


problems = []
for folder in ("deploy/terraform", "examples/terraform"):
    for kind, labels, *inner in files(folder):
        if kind in ("resource", "data") and labels[0].startswith("aws_"):
            key = ("data " if kind == "data" else "") + labels[0]
            problems += wrong_arguments(f"{folder} {key} {labels[1]}", *inner, SCHEMA[key]) if key in SCHEMA else [f"{key} is not in the schema"]
for document, role in (("rotation", "PostgresRotationRole"), ("redeployment", "EcsRedeploymentRole")):
    module, template = list(of_module(document)), list(of_template(role))
    problems += [f"only in the module: {one}" for one in module if one not in template]
    problems += [f"only in template.yaml: {one}" for one in template if one not in module]
print("\n".join(problems))
sys.exit(bool(problems))
