"""Compares our trees with the examples of a CommonMark specification.

usage: compare_examples.py TREE_FILTER EXAMPLES.json

Each example has "example", "markdown", "xml" and "xmlSourcepos". Positions count for blocks.
"""

import json
import sys

from markdown_peers import blocks_only, first_difference, trees


def main(filter_path, path):
    with open(path, encoding="utf-8") as file:
        examples = json.load(file)
    bodies = [example["markdown"].encode() for example in examples]
    failed = 0
    for sourcepos, key in ((False, "xml"), (True, "xmlSourcepos")):
        for example, ours in zip(examples, trees(filter_path, bodies, sourcepos)):
            theirs = blocks_only(example[key].encode())
            if ours != theirs:
                failed += 1
                print(f"example {example['example']} ({key}): {first_difference(ours, theirs)}")
                print(f"  markdown {example['markdown']!r}")
    passed = 2 * len(examples) - failed
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2]))
