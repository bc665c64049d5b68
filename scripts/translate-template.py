#!/usr/bin/env python3
"""Turns a SAM template into plain CloudFormation, as `sam deploy` has it done.

usage: translate-template.py [TEMPLATE] [Parameter=value ...]

TEMPLATE is the project's unless it is given; parameters have their defaults unless they are. Prints the
translated template as JSON. Local files get the place in S3 that `sam package` would give them, and
AWS::Include is resolved as CloudFormation does it, before the SAM transform. Exits with 1 and the
translator's complaints if it has any, with 2 if it was called wrongly, with 3 if the translator
(aws-sam-translator) isn't installed.
"""

import json
import logging
import os
import sys
from pathlib import Path

try:
    from samtranslator.model.exceptions import InvalidDocumentException
    from samtranslator.translator.transform import transform
    from samtranslator.yaml_helper import yaml_parse
except ImportError:
    print("The SAM translator isn't installed (aws-sam-translator for Python).", file=sys.stderr)
    sys.exit(3)

# What `sam package` uploads: the property of each resource type that names a local file.
LOCAL_FILES = {
    "AWS::Serverless::Function": "CodeUri",
    "AWS::Serverless::LayerVersion": "ContentUri",
    "AWS::Serverless::StateMachine": "DefinitionUri",
}


class ManagedPolicies:
    """AWS's managed policies by name; the template names none, so that none are looked up."""

    def load(self):
        return {}


def with_includes(node, folder):
    """The same tree with the file of each AWS::Include in its place."""
    if isinstance(node, dict):
        call = node.get("Fn::Transform")
        if isinstance(call, dict) and call.get("Name") == "AWS::Include":
            included = (folder / call["Parameters"]["Location"]).read_text(encoding="utf-8")
            rest = {key: value for key, value in node.items() if key != "Fn::Transform"}
            return with_includes(yaml_parse(included) | rest, folder)
        return {key: with_includes(value, folder) for key, value in node.items()}
    if isinstance(node, list):
        return [with_includes(item, folder) for item in node]
    return node


def packaged(template):
    """The template with its local files in S3."""
    for resource in template["Resources"].values():
        uri = LOCAL_FILES.get(resource["Type"])
        if uri in resource.get("Properties", {}):
            path = resource["Properties"][uri]
            if isinstance(path, str) and not path.startswith("s3://"):
                resource["Properties"][uri] = "s3://packaged/" + path
    return template


def wrong(message):
    print(message, file=sys.stderr)
    print(__doc__.split("\n\n")[1], file=sys.stderr)
    sys.exit(2)


def command_line(words):
    """The template's path, and the values of parameters."""
    path = Path(__file__).resolve().parent.parent / "template.yaml"
    if words and "=" not in words[0]:
        path = Path(words.pop(0))
    if not path.is_file():
        wrong(f"There is no template {path}.")
    for word in words:
        if "=" not in word:
            wrong(f"{word} isn't a Parameter=value.")
    return path, dict(word.split("=", 1) for word in words)


def main():
    path, values = command_line(sys.argv[1:])
    logging.disable(logging.WARNING)  # It tells of every feature of its own that is switched off.
    os.environ.setdefault("AWS_DEFAULT_REGION", "eu-central-1")
    template = with_includes(yaml_parse(path.read_text(encoding="utf-8")), path.parent)
    for unknown in values.keys() - template.get("Parameters", {}).keys():
        wrong(f"The template has no parameter {unknown}.")
    try:
        translated = transform(packaged(template), values, ManagedPolicies())
    except InvalidDocumentException as invalid:
        print(invalid.message, file=sys.stderr)
        for cause in invalid.causes:
            print("  " + cause.message, file=sys.stderr)
        sys.exit(1)
    json.dump(translated, sys.stdout, indent=1, default=str)


if __name__ == "__main__":
    main()
