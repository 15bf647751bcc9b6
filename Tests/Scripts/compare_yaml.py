"""Compares our reading of front matter with PyYAML's, core schema of YAML 1.2.

usage: compare_yaml.py TREE_FILTER [--mutations N] [--seed S] FOLDER...

The front matter of every Markdown file of the folders must give the same value. Then N damaged
copies must be valid for both or for neither, and give the same value where they are valid. Where
PyYAML, a parser of YAML 1.1, differs on purpose, the reason is counted instead.
"""

import argparse
import collections
import json
import pathlib
import random
import re
import subprocess
import sys

import yaml

FRONT_MATTER = re.compile(rb"(?:\xef\xbb\xbf)?---[ \t]*\r?\n(.*?)^---[ \t]*\r?$", re.S | re.M)
PIECES = ['"', "'", ":", ": ", "[", "]", "{", "}", ",", "，", "：", "“", "”", " ", "  ", "\n", "\n ",
          "\n- ", "- ", "#", " #", "\\", "\t", "@", "`", "*a", "&a ", "!t ", "|", ">", "%", "? ", "x",
          "2025", "''", "~"]


class CoreLoader(yaml.SafeLoader):
    """Resolves plain scalars as YAML 1.2 does; a date stays text."""

    yaml_implicit_resolvers = {}


for kind, pattern, first in [
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+0123456789.")),
]:
    CoreLoader.add_implicit_resolver(
        "tag:yaml.org,2002:" + kind, re.compile("^(?:" + pattern + ")$"), first)


def whole_number(loader, node):
    text = loader.construct_scalar(node)
    return int(text[2:], {"o": 8, "x": 16}[text[1]]) if text[1:2] in ("o", "x") else int(text)


CoreLoader.add_constructor("tag:yaml.org,2002:int", whole_number)
CoreLoader.add_constructor(
    "tag:yaml.org,2002:float", lambda loader, node: float(loader.construct_scalar(node)))


def keyed_by_text(value):
    """Keys as our JSON has them."""
    if isinstance(value, dict):
        return {k if isinstance(k, str) else json.dumps(k): keyed_by_text(v)
                for k, v in value.items()}
    if isinstance(value, list):
        return [keyed_by_text(item) for item in value]
    return value


def theirs(text):
    try:
        return keyed_by_text(yaml.load(text, Loader=CoreLoader)), None
    except (yaml.YAMLError, ValueError, TypeError) as error:
        return None, str(error)


def ours(filter_path, texts):
    framed = b"".join(b"%d\n%s" % (len(t.encode()), t.encode()) for t in texts)
    output = subprocess.run(
        [filter_path, "--values"], input=framed, stdout=subprocess.PIPE, check=True).stdout
    answers, offset = [], 0
    while offset < len(output):
        end = output.index(b"\n", offset)
        stop = end + 1 + int(output[offset:end])
        answers.append(output[end + 1:stop].decode())
        offset = stop
    return answers


def reason(answer, error):
    """Why the two may differ; None where they may not."""
    if error is None:
        causes = set(answer[1:].split())
        if causes <= {"quotedIndentation", "flowIndentation"}:
            return "1.2 wants continuation lines indented, PyYAML does not"
        if causes == {"tab"}:
            return "1.2 counts spaces alone as indentation of a quoted text"
        if causes == {"controlCharacter"}:
            return "a control character"
        return None
    if "'\\t' that cannot start any token" in error:
        return "1.2 takes a tab between words, PyYAML does not"
    if "could not determine a constructor" in error:
        return "an unknown tag is valid, only PyYAML's safe loader has no use for it"
    if "but found ':'" in error or "but found '?'" in error or "unhashable" in error:
        return "1.2 has empty keys and collections as keys"
    if "while parsing a block mapping" in error and "line 1, column 1" in error:
        return "PyYAML ends a document at a marker within a text"
    return None


def damaged(text, source):
    for _ in range(source.choice([1, 1, 1, 2])):
        place, way = source.randint(0, len(text)), source.random()
        if way < 0.6:
            text = text[:place] + source.choice(PIECES) + text[place:]
        elif way < 0.85:
            text = text[:place] + text[place + source.randint(1, 3):]
        else:
            lines = text.split("\n")
            line = source.randrange(len(lines))
            lines[line] = source.choice([" ", "  ", "\t"]) + lines[line]
            text = "\n".join(lines)
    return text if text.endswith("\n") else text + "\n"


def compare(filter_path, texts, reasons):
    failed = 0
    for text, answer in zip(texts, ours(filter_path, texts)):
        value, error = theirs(text)
        if (answer[:1] == "!") == (error is not None):
            if error is not None or json.loads(answer) == value:
                continue
            why = None
        else:
            why = reason(answer, error)
        if why:
            reasons[why] += 1
        else:
            failed += 1
            print(f"{text!r}\n  ours: {answer[:200]}\n  PyYAML: {error or value}")
    return failed


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("filter")
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--mutations", type=int, default=4000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    texts = []
    for folder in options.folders:
        for path in sorted(pathlib.Path(folder).rglob("*.md")):
            match = FRONT_MATTER.match(path.read_bytes())
            if match:
                texts.append(match.group(1).decode())
    reasons = collections.Counter()
    failed = compare(options.filter, texts, reasons)
    print(f"{len(texts) - failed} of {len(texts)} issues have the same value")
    source = random.Random(options.seed)
    plain = [text.replace("\r\n", "\n") for text in texts]
    copies = [damaged(source.choice(plain), source) for _ in range(options.mutations)]
    failed_copies = compare(options.filter, copies, reasons)
    print(f"{len(copies) - failed_copies} of {len(copies)} damaged copies agree")
    for why, count in reasons.most_common():
        print(f"  {count} because {why}")
    return 1 if failed or failed_copies else 0


if __name__ == "__main__":
    sys.exit(main())
