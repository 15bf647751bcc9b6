"""Compares our trees with cmark's, over the Markdown files of folders.

usage: compare_cmark.py TREE_FILTER FOLDER...

Front matter is cut off first. Places where CommonMark 0.31.2 differs from an older cmark on purpose
are listed, not counted.
"""

import pathlib
import re
import sys

from markdown_peers import CMark, blocks_only, first_difference, same, trees

FRONT_MATTER = re.compile(rb"(?:\xef\xbb\xbf)?---[ \t]*\r?\n.*?\n---[ \t]*(?:\r?\n|\Z)", re.S)


def main(filter_path, folders):
    cmark = CMark()
    paths = sorted(p for folder in folders for p in pathlib.Path(folder).rglob("*.md"))
    bodies = []
    for path in paths:
        text = path.read_bytes()
        front = FRONT_MATTER.match(text)
        bodies.append(text[front.end():] if front else text)
    failed = 0
    for sourcepos in (False, True):
        for path, body, ours in zip(paths, bodies, trees(filter_path, bodies, sourcepos)):
            theirs = blocks_only(cmark.tree(body, sourcepos))
            if not same(ours, theirs):
                failed += 1
                print(f"{path}: {first_difference(ours, theirs)}")
    print(f"cmark {cmark.version}, {sum(map(len, bodies))} bytes")
    print(f"{2 * len(paths) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2:]))
