"""Writes a template without comments, indentation, console groups and long names of conditions: CloudFormation takes at most 51,200 bytes in a request.

flatten.py TEMPLATE [FUNCTION=CODE_URI ...] [Architecture=x86_64] > RELEASED
"""
import json
import re
import string
import sys

import yaml

PLAIN = re.compile(r"[A-Za-z/][A-Za-z0-9_./+=@*() -]*[A-Za-z0-9)/*]|[A-Za-z0-9]+(::?[A-Za-z0-9_-]+)+|[A-Za-z]")


def scalar(node):
    text = node.value
    if node.tag.startswith("tag:yaml.org,2002:") and node.tag[18:] != "str":
        return text
    looks_typed = yaml.SafeLoader("").resolve(yaml.ScalarNode, text, (True, False)) != "tag:yaml.org,2002:str"
    if PLAIN.fullmatch(text) and not looks_typed:
        return text
    if text.startswith('{"widgets"'):
        text = json.dumps(json.loads(text), ensure_ascii=False, separators=(",", ":"))
    return "'" + text.replace("'", "''") + "'" if '"' in text and "\n" not in text else json.dumps(text, ensure_ascii=False)


def text_of(node):
    tag = node.tag + " " if node.tag.startswith("!") else ""
    if isinstance(node, yaml.ScalarNode):
        return tag + scalar(node)
    if isinstance(node, yaml.SequenceNode):
        return tag + "[" + ",".join(map(text_of, node.value)) + "]"
    return tag + "{" + ",".join(f"{text_of(key)}: {text_of(value)}" for key, value in node.value) + "}"


def member(node, name):
    return next(value for key, value in node.value if key.value == name)


with open(sys.argv[1], encoding="utf-8") as source:
    root = yaml.compose(source, Loader=yaml.SafeLoader)
for override in sys.argv[2:]:
    name, value = override.split("=", 1)
    if name == "Architecture":
        member(member(member(root, "Parameters"), name), "Default").value = value
    else:
        member(member(member(member(root, "Resources"), name), "Properties"), "CodeUri").value = value
# The console's groups are in the processed template; the Serverless Application Repository takes template.yaml itself.
root.value = [pair for pair in root.value if pair[0].value != "Metadata"]
# Descriptions stand in full in docs/reference/parameters.md.
for _, parameter in member(root, "Parameters").value:
    parameter.value = [pair for pair in parameter.value if pair[0].value != "ConstraintDescription"]
    description = member(parameter, "Description")
    description.value = re.split(r"(?<=\.) ", description.value, maxsplit=1)[0]
for _, output in member(root, "Outputs").value:
    output.value = [pair for pair in output.value if pair[0].value != "Description"]
for _, resource in member(root, "Resources").value:
    properties = member(resource, "Properties")
    if member(resource, "Type").value in ("AWS::Events::Rule", "AWS::IAM::Role"):
        properties.value = [pair for pair in properties.value if pair[0].value != "Description"]


def conditions_in(node):
    """The scalars that name a condition."""
    if node.tag == "!Condition":
        yield node
    elif isinstance(node, yaml.SequenceNode):
        if node.tag == "!If":
            yield node.value[0]
        for one in node.value[node.tag == "!If":]:
            yield from conditions_in(one)
    elif isinstance(node, yaml.MappingNode):
        for name, one in node.value:
            if name.value == "Condition" and isinstance(one, yaml.ScalarNode):
                yield one
            else:
                yield from conditions_in(one)


uses = [use for _, section in root.value for use in conditions_in(section)]
definitions = [name for name, _ in member(root, "Conditions").value]
names = sorted({one.value for one in definitions}, key=lambda name: (-sum(use.value == name for use in uses), name))
letters = [letter for letter in string.ascii_letters if letter not in "ynYN"]  # Those are booleans in YAML 1.1.
short = {name: (letters[at] if at < len(letters) else f"C{at}") for at, name in enumerate(names)}
for one in uses + definitions:
    one.value = short[one.value]
for key, section in root.value:
    if key.value in ("Parameters", "Rules", "Conditions", "Resources", "Outputs"):
        print(f"{key.value}:")
        for name, one in section.value:
            print(f" {name.value}: {text_of(one)}")
    else:
        print(f"{key.value}: {text_of(section)}")
