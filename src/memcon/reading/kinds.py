"""Which kind of file it is: told by its first bytes where they are plain, else by the ending of its name."""

import re

from memcon.errors import UnknownFormat

HEAD = 4096
"""How many of the first bytes are looked at."""
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|article)[\s>]", re.I)
_XML = (
    ("feed", re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]")),
    ("newsml", re.compile(rb"<(?:\w{1,12}:)?(?:newsMessage|newsItem)[\s>]")),
    ("nitf", re.compile(rb"<(?:\w{1,12}:)?nitf[\s>]")),
)
_MAGIC = (
    (b"PK\x03\x04", "zip"), (b"PK\x05\x06", "zip"), (b"\x1f\x8b", "gzip"), (b"BZh", "bzip2"), (b"\xfd7zXZ\x00", "xz"),
    (b"%PDF-", "pdf"), (b"WARC/", "warc"),
)  # fmt: skip
_ENDINGS = {
    "txt": "text", "text": "text", "md": "markdown", "markdown": "markdown", "html": "html", "htm": "html", "xhtml": "html",
    "json": "json", "ninjs": "json", "jsonl": "jsonl", "ndjson": "jsonl", "csv": "csv", "tsv": "csv", "eml": "eml", "pdf": "pdf",
    "zip": "zip", "tar": "tar", "warc": "warc", "rss": "feed", "atom": "feed", "nitf": "nitf",
}  # fmt: skip
_OTHERS = {
    "doc": "a Word document", "docx": "a Word document", "odt": "an OpenDocument text", "rtf": "a rich text document",
    "xls": "a spreadsheet", "xlsx": "a spreadsheet", "epub": "an e-book", "pptx": "a presentation", "png": "an image",
    "jpg": "an image", "jpeg": "an image", "gif": "an image", "webp": "an image", "mp3": "a sound file", "mp4": "a video",
    "7z": "a 7-Zip archive", "rar": "a RAR archive", "exe": "a program",
}  # fmt: skip
MANY = frozenset({"zip", "tar", "warc", "jsonl", "csv", "feed", "newsml"})
"""Kinds that hold many documents."""
PACKED = frozenset({"gzip", "bzip2", "xz"})


def ending(name: str) -> str:
    """Give the ending of a name in lower case, without the dot.

    >>> ending("a/b.HTML")
    'html'
    """
    last = re.split(r"[/\\]", name)[-1]
    return last.rpartition(".")[2].lower() if "." in last else ""


def kind_of(name: str, head: bytes) -> str:
    """Tell the kind of a file by its name and its first bytes.

    Raises:
        UnknownFormat: it is of a kind that no reader takes.
    """
    end = ending(name)
    if end in _OTHERS:
        raise UnknownFormat(f"{name}: this is {_OTHERS[end]} (.{end}), which Memcon does not read; save it as text, HTML or Markdown")
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if head[257:262] == b"ustar":
        return "tar"
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith((b"<?xml", b"<")):
        xml = next((kind for kind, pattern in _XML if pattern.search(start)), None)
        if xml:
            return xml
        if end == "xml" and not _HTML.search(start):
            raise UnknownFormat(f"{name}: this XML is none of RSS, Atom, NewsML-G2, NITF and XHTML; save the report as text or HTML")
    if end in _ENDINGS:
        return _ENDINGS[end]
    return _by_start(start)


def _by_start(start: bytes) -> str:
    if re.match(rb"(?:[A-Z][\w-]{1,40}: [^\r\n]{0,400}\r?\n){3}", start) and re.search(rb"(?m)^(?:From|Subject|Message-ID): ", start):
        return "eml"
    if _HTML.search(start):
        return "html"
    if start.startswith((b"{", b"[{")):
        lines = start.split(b"\n", 2)
        many = len(lines) > 1 and lines[0].rstrip().endswith(b"}") and lines[1].startswith(b"{")
        return "jsonl" if many else "json"
    return "markdown" if re.match(rb"---\r?\n", start) else "text"
