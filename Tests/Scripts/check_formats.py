#!/usr/bin/env python3
"""Holds the machine-readable output of `issue-lsp --check` against descriptions of its formats.

usage: check_formats.py ISSUE-LSP PATH…

The descriptions below are written from the specifications: SARIF 2.1.0 (OASIS), the part of it that
is used here; Reviewdog's Diagnostic Format; and this tool's own JSON. Each is strict: a property that
is not described is a mistake.
"""
import json
import subprocess
import sys
from pathlib import Path

try:
    from jsonschema import Draft7Validator
except ImportError:
    sys.exit("check_formats.py: Python's jsonschema is missing")


def obj(required, optional=None):
    properties = {**required, **(optional or {})}
    return {
        "type": "object",
        "properties": properties,
        "required": sorted(required),
        "additionalProperties": False,
    }


def many(items, least=0):
    return {"type": "array", "items": items, "minItems": least}


text = {"type": "string", "minLength": 1}
any_text = {"type": "string"}
natural = {"type": "integer", "minimum": 0}
positive = {"type": "integer", "minimum": 1}
severity = {"enum": ["error", "warning", "info", "hint"]}
code = {"type": "string", "pattern": "^(front-matter|body|config)/[a-z0-9-]+$"}

own_edit = obj({"startByte": natural, "endByte": natural, "newText": any_text})
own_fix = obj({"title": text, "safe": {"type": "boolean"}, "edits": many(own_edit, 1)})
own = obj(
    {
        "path": text,
        "line": positive,
        "column": positive,
        "endLine": positive,
        "endColumn": positive,
        "startByte": natural,
        "endByte": natural,
        "severity": severity,
        "code": code,
        "message": text,
        "fix": {"anyOf": [{"type": "null"}, own_fix]},
    }
)

rdf_position = obj({"line": positive}, {"column": positive})
rdf_range = obj({"start": rdf_position}, {"end": rdf_position})
rdf_location = obj({"path": text}, {"range": rdf_range})
rdf = obj(
    {"message": text, "location": rdf_location},
    {
        "severity": {"enum": ["UNKNOWN_SEVERITY", "ERROR", "WARNING", "INFO"]},
        "source": obj({"name": text}, {"url": any_text}),
        "code": obj({"value": text}, {"url": any_text}),
        "suggestions": many(obj({"range": rdf_range, "text": any_text}), 1),
        "original_output": any_text,
    },
)

message = obj({"text": text}, {"markdown": text})
uri = {"type": "string", "pattern": r"^([A-Za-z0-9._~/%:-])+$"}
artifact = obj({"uri": uri})
region = obj(
    {"startLine": positive},
    {"startColumn": positive, "endLine": positive, "endColumn": positive},
)
physical = obj({"artifactLocation": artifact}, {"region": region})
level = {"enum": ["none", "note", "warning", "error"]}
replacement = obj({"deletedRegion": region}, {"insertedContent": obj({"text": any_text})})
change = obj({"artifactLocation": artifact, "replacements": many(replacement, 1)})
result = obj(
    {
        "ruleId": code,
        "level": level,
        "message": message,
        "locations": many(obj({"physicalLocation": physical}), 1),
    },
    {
        "relatedLocations": many(obj({"physicalLocation": physical, "message": message}), 1),
        "fixes": many(obj({"description": message, "artifactChanges": many(change, 1)}), 1),
    },
)
rule = obj(
    {
        "id": code,
        "shortDescription": message,
        "help": message,
        "defaultConfiguration": obj({"level": level}),
    }
)
sarif = obj(
    {
        "$schema": {"const": "https://json.schemastore.org/sarif-2.1.0.json"},
        "version": {"const": "2.1.0"},
        "runs": {
            **many(
                obj(
                    {
                        "tool": obj(
                            {"driver": obj({"name": text, "version": text, "rules": many(rule, 1)})}
                        ),
                        "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                        "results": many(result),
                    }
                )
            ),
            "minItems": 1,
            "maxItems": 1,
        },
    }
)


def check(binary, paths, form):
    run = subprocess.run(
        [binary, "--check", "--fail-on", "never", "--output-format", form, "--", *paths],
        capture_output=True,
    )
    if run.returncode != 0:
        sys.exit(f"{form}: exit status {run.returncode}: {run.stderr.decode()}")
    return run.stdout.decode("utf-8", "strict")


def validate(form, schema, values):
    Draft7Validator.check_schema(schema)
    validator = Draft7Validator(schema)
    for value in values:
        for error in validator.iter_errors(value):
            where = "/".join(str(part) for part in error.absolute_path)
            sys.exit(f"{form}: {where}: {error.message}")


def places(text, start, end):
    """Line and column, from 1 and in scalars, of two byte offsets."""
    found = []
    for offset in (start, end):
        before = text[:offset].decode("utf-8", "replace")
        before = before.replace("\r\n", "\n").replace("\r", "\n")
        found += [before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1]
    return found


def main():
    binary, paths = sys.argv[1], sys.argv[2:]
    lines = [json.loads(line) for line in check(binary, paths, "json-lines").splitlines()]
    whole = json.loads(check(binary, paths, "json"))
    reviewdog = [json.loads(line) for line in check(binary, paths, "rdjsonl").splitlines()]
    log = json.loads(check(binary, paths, "sarif"))
    validate("json-lines", own, lines)
    validate("rdjsonl", rdf, reviewdog)
    validate("sarif", sarif, [log])

    assert lines == whole, "json and json-lines differ"
    results = log["runs"][0]["results"]
    assert len(lines) == len(reviewdog) == len(results), "the formats differ in number"
    ids = [rule["id"] for rule in log["runs"][0]["tool"]["driver"]["rules"]]
    assert ids == sorted(set(ids)), "the rules are not in order, each once"
    previous = None
    for one, two, three in zip(lines, reviewdog, results):
        key = (one["path"].encode(), one["startByte"])
        assert previous is None or previous <= key, f"out of order: {one}"
        previous = key
        data = Path(one["path"]).read_bytes()
        expected = places(data, one["startByte"], one["endByte"])
        assert [one[k] for k in ("line", "column", "endLine", "endColumn")] == expected, one
        bytes_of_line = one["startByte"] - (
            max(data.rfind(b"\n", 0, one["startByte"]), data.rfind(b"\r", 0, one["startByte"])) + 1
        )
        assert two["location"]["range"]["start"]["column"] == bytes_of_line + 1, two
        found = three["locations"][0]["physicalLocation"]["region"]
        assert (found["startLine"], found["startColumn"]) == (one["line"], one["column"]), three
        assert three["ruleId"] in ids, three
    print(f"{len(lines)} reports are well-formed in every format")


if __name__ == "__main__":
    main()
