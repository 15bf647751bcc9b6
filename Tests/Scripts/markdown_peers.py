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
    """The reference implementation, called in this process."""

    SOURCEPOS = 2

    def __init__(self):
        name = ctypes.util.find_library("cmark") or "libcmark.so.0.30.2"
        self.library = ctypes.CDLL(name)
        self.library.cmark_parse_document.restype = ctypes.c_void_p
        self.library.cmark_parse_document.argtypes = [
            ctypes.c_char_p, ctypes.c_size_t, ctypes.c_int]
        self.library.cmark_render_xml.restype = ctypes.c_void_p
        self.library.cmark_render_xml.argtypes = [ctypes.c_void_p, ctypes.c_int]
        self.library.cmark_node_free.argtypes = [ctypes.c_void_p]
        self.library.cmark_version_string.restype = ctypes.c_char_p
        self.free = ctypes.CDLL(None).free
        self.free.argtypes = [ctypes.c_void_p]

    @property
    def version(self):
        return self.library.cmark_version_string().decode()

    def tree(self, body, sourcepos=False):
        document = self.library.cmark_parse_document(body, len(body), 0)
        text = self.library.cmark_render_xml(document, self.SOURCEPOS if sourcepos else 0)
        xml = ctypes.string_at(text)
        self.free(text)
        self.library.cmark_node_free(document)
        # Before 0.31 the attribute was not named as in the DTD.
        return xml.replace(b' delim="', b' delimiter="')


INLINE = re.compile(
    rb'(<(?:text|code|html_inline|emph|strong|link|image|softbreak|linebreak)) sourcepos="[^"]*"')


def blocks_only(xml):
    """The XML without the positions of inlines."""
    return INLINE.sub(rb"\1", xml)


def first_difference(ours, theirs):
    a, b = ours.split(b"\n"), theirs.split(b"\n")
    for i in range(max(len(a), len(b))):
        x = a[i] if i < len(a) else b"(end)"
        y = b[i] if i < len(b) else b"(end)"
        if x != y:
            return f"line {i + 1}\n  ours   {x.decode(errors='replace')}\n  theirs {y.decode(errors='replace')}"
    return "none"
