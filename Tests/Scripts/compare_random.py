"""Compares our trees with cmark's on random Markdown.

usage: compare_random.py TREE_FILTER [--documents N] [--seed S] [--batch B]

The documents are made of what the block and inline grammar is about: containers within containers,
tabs, Chinese, HTML, fences, setext headings, reference definitions, all line endings. Left out is
what CommonMark 0.31 changed on purpose and an older cmark reads differently: symbols beside
emphasis, runs of `_` of unlike length, the HTML blocks `search` and `source`, comments that hold
`--`, declarations without a blank. Where only `tight` differs, a thematic break (which makes a list
loose since then) or a definition excuses it: cmark judges some lists before it takes definitions out
of them. A title that turns out not to end its line is none here; cmark 0.30 keeps it.
"""

import argparse
import random
import re
import sys

from markdown_peers import CMark, blocks_only, first_difference, same, trees

PREFIXES = [
    "", "", "", "", " ", "  ", "   ", "    ", "     ", "\t", " \t", "> ", ">", "> > ", ">> ", ">\t",
    "- ", "-\t", "-   ", "-     ", "* ", "+ ", "1. ", "1) ", "2. ", "10. ", "-", "1.", "- - ",
    "> - ", "- > ", "1. - ", "  - ", "    - ", "  > ", "\t- ", "- \t",
]
BLOCKS = [
    "", "", "", "# ", "## ", "###### ", "####### ", "#", "#\t", "```", "```", "~~~", "````", "``` 信息",
    "~~~ a`b", "===", "---", "--", "- - -", "***", "* * *", "___", "=", "- ", "<div>", "</div>",
    "<pre>", "</pre>", "<!-- ", " -->", "<?", "?>", "<![CDATA[", "]]>", "<!X ", "<script>", "</script>",
    "<b>", "</b>", "<x a='b'>", "<p", "[甲]: /u", "[a]: <u v> 'w'", "[a]:", "[A b]: x \"y", "[b]: /x\n",
    "/url", "'title'", "\"t\"", "(t)", "    ", "\t", "\u3000", " #", " ##", "1. ", "2) ",
]
INLINES = [
    "a", "b", "字", "中文", "“引”", "，", "。", " ", " ", "  ", "\t", "*", "*", "**", "**", "***", "_", "_",
    "__", "`", "``", "`a`", "[", "]", "[a]", "[甲]", "[b][a]", "[a][]", "![", "](", "](/u)", "](<u>)",
    "](u \"t\")", "(", ")", "\\", "\\*", "\\[", "&amp;", "&", "&#35;", "&#x1F600;", "&nosuch;", "<", ">",
    "<a>", "</a>", "<a b=\"c\">", "<http://x.y>", "<m@n.o>", "<!-- c -->", "<?p?>", "!", "'", "\"", ":",
    "http://x.y", "|", "~", "#", "-", "+", "1.", "=", "/u", "é", "\u00a0", "ẞ", "SS", "😀字",
]
ENDINGS = ["\n"] * 12 + ["\r\n"] * 2 + ["\r"]


def line(rng):
    parts = [rng.choice(PREFIXES) for _ in range(rng.choice([0, 1, 1, 1, 2, 3]))]
    kind = rng.random()
    if kind < 0.18:
        return "".join(parts) if rng.random() < 0.3 else ""
    if kind < 0.55:
        parts.append(rng.choice(BLOCKS))
    if kind > 0.35:
        parts += [rng.choice(INLINES) for _ in range(rng.randrange(1, 9))]
    return "".join(parts)


def document(rng):
    ending = rng.choice(ENDINGS)
    mixed = rng.random() < 0.1
    lines = []
    for _ in range(rng.randrange(1, 13)):
        lines.append(line(rng))
        lines.append(rng.choice(ENDINGS) if mixed else ending)
    if rng.random() < 0.3:
        lines.pop()
    # Emoji are symbols: beside emphasis they were not punctuation before 0.31.
    text = "".join(lines)
    text = re.sub("(?<=[*_])😀|😀(?=[*_])|&#x1F600;", "x", text)
    return re.sub("_{2,}", "_", text).encode()


CHANGED = re.compile(rb"<!--(?:-|>|.*?--[^>])|<![a-z]|<![A-Z]+[^A-Z ]", re.S)
EXCUSED = re.compile(rb' (?:tight|title)="[^"]*"')


def agree(body, ours, theirs):
    if same(ours, theirs):
        return True
    excused = b"<thematic_break" in ours or b"]:" in body
    return excused and same(EXCUSED.sub(b"", ours), EXCUSED.sub(b"", theirs))


def smallest(filter_path, cmark, body, sourcepos):
    """Takes away bytes for as long as the trees still differ."""
    def differs(candidate):
        try:
            candidate.decode()
        except UnicodeDecodeError:
            return False
        if CHANGED.search(candidate):
            return False
        ours = trees(filter_path, [candidate], sourcepos)[0]
        return not agree(candidate, ours, blocks_only(cmark.tree(candidate, sourcepos)))

    size = max(1, len(body) // 2)
    while size:
        at = 0
        while at < len(body):
            candidate = body[:at] + body[at + size:]
            if differs(candidate):
                body = candidate
            else:
                at += size
        size //= 2
    return body


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("filter")
    parser.add_argument("--documents", type=int, default=20000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--batch", type=int, default=5000)
    options = parser.parse_args()
    cmark = CMark()
    rng = random.Random(options.seed)
    done = failed = 0
    while done < options.documents and failed < 20:
        bodies = [document(rng) for _ in range(min(options.batch, options.documents - done))]
        done += len(bodies)
        sourcepos = rng.random() < 0.5
        for body, ours in zip(bodies, trees(options.filter, bodies, sourcepos)):
            theirs = blocks_only(cmark.tree(body, sourcepos))
            if agree(body, ours, theirs) or CHANGED.search(body) and cmark.version < "0.31":
                continue
            failed += 1
            if failed > 20:
                break
            body = smallest(options.filter, cmark, body, sourcepos)
            ours = trees(options.filter, [body], sourcepos)[0]
            theirs = blocks_only(cmark.tree(body, sourcepos))
            print(f"{body.decode(errors='replace')!r}\n  {first_difference(ours, theirs)}")
    print(f"cmark {cmark.version}, seed {options.seed}")
    print(f"{done - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
