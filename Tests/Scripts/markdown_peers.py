"""What the Markdown comparisons share: the tree filter, and cmark as a library."""

import ctypes
import ctypes.util
import re
import subprocess


def trees(filter_path, bodies, sourcepos=False):
    """The XML of each body, from one run of the built tree filter."""
    frames = b"".join(b"%d\n%s" % (len(body), body) for body in bodies)
    command = [filter_path] + (["--sourcepos"] if sourcepos else [])
    answer = subprocess.run(command, input=frames, stdout=subprocess.PIPE, check=True).stdout
    result, at = [], 0
    while at < len(answer):
        end = answer.index(b"\n", at)
        length = int(answer[at:end])
        result.append(answer[end + 1 : end + 1 + length])
        at = end + 1 + length
    if len(result) != len(bodies):
        raise SystemExit(f"{len(bodies)} bodies gave {len(result)} trees")
    return result


class CMark:
    """The reference implementation: the library where it is installed, else the program."""

    SOURCEPOS = 2

    def __init__(self):
        name = ctypes.util.find_library("cmark")
        self.library = ctypes.CDLL(name) if name else None
        if self.library is None:
            self.version = subprocess.run(
                ["cmark", "--version"], stdout=subprocess.PIPE, check=True
            ).stdout.split()[1].decode()
            return
        declare = {
            "cmark_parse_document": (
                ctypes.c_void_p, [ctypes.c_char_p, ctypes.c_size_t, ctypes.c_int]),
            "cmark_render_xml": (ctypes.c_void_p, [ctypes.c_void_p, ctypes.c_int]),
            "cmark_node_free": (None, [ctypes.c_void_p]),
            "cmark_version_string": (ctypes.c_char_p, []),
        }
        for function, (result, arguments) in declare.items():
            getattr(self.library, function).restype = result
            getattr(self.library, function).argtypes = arguments
        self.free = ctypes.CDLL(None).free
        self.free.argtypes = [ctypes.c_void_p]
        self.version = self.library.cmark_version_string().decode()

    def tree(self, body, sourcepos=False):
        if self.library is None:
            command = ["cmark", "-t", "xml"] + (["--sourcepos"] if sourcepos else [])
            xml = subprocess.run(command, input=body, stdout=subprocess.PIPE, check=True).stdout
        else:
            document = self.library.cmark_parse_document(body, len(body), 0)
            text = self.library.cmark_render_xml(document, self.SOURCEPOS if sourcepos else 0)
            xml = ctypes.string_at(text)
            self.free(text)
            self.library.cmark_node_free(document)
        return xml if self.version >= "0.31" else as_newer(xml)


THEMATIC_BREAK = re.compile(rb'(<thematic_break sourcepos="(\d+):\d+-)\d+:\d+"')


def as_newer(xml):
    """The XML of cmark 0.30 as 0.31 writes it.

    The attribute of lists is named as in the DTD, and a thematic break ends on its own line; where
    it ends there is not known, so its last column is left out.
    """
    return THEMATIC_BREAK.sub(rb'\1\2:?"', xml.replace(b' delim="', b' delimiter="'))


INLINE = re.compile(
    rb'(<(?:text|code|html_inline|emph|strong|link|image|softbreak|linebreak)) sourcepos="[^"]*"')


def blocks_only(xml):
    """The XML without the positions of inlines."""
    return INLINE.sub(rb"\1", xml)


def same(ours, theirs):
    """Whether the XML is the same as far as cmark knows it."""
    if b':?"' in theirs:
        ours = THEMATIC_BREAK.sub(rb'\1\2:?"', ours)
    return ours == theirs


def first_difference(ours, theirs):
    a, b = ours.split(b"\n"), theirs.split(b"\n")
    for i in range(max(len(a), len(b))):
        x = a[i] if i < len(a) else b"(end)"
        y = b[i] if i < len(b) else b"(end)"
        if x != y:
            return f"line {i + 1}\n  ours   {x.decode(errors='replace')}\n  theirs {y.decode(errors='replace')}"
    return "none"
