"""Which reader takes a document: by the ending of its name, then by its first bytes."""

import re
from collections.abc import Callable

from memcon.errors import UnknownFormat
from memcon.reading import html, json_document, markdown, plain
from memcon.reading.document import Document

_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|article)[\s>]", re.I)
_BY_ENDING: dict[str, Callable[[bytes, str], Document]] = {
    "txt": plain.read,
    "text": plain.read,
    "md": markdown.read,
    "markdown": markdown.read,
    "html": html.read,
    "htm": html.read,
    "xhtml": html.read,
    "json": json_document.read,
}
_OTHERS = {
    "doc": "a Word document", "docx": "a Word document", "odt": "an OpenDocument text", "rtf": "a rich text document",
    "xls": "a spreadsheet", "xlsx": "a spreadsheet", "epub": "an e-book", "png": "an image", "jpg": "an image", "jpeg": "an image",
    "gif": "an image", "webp": "an image", "mp3": "a sound file", "mp4": "a video",
}


def ending(name: str) -> str:
    """Give the ending of a name in lower case, without the dot.

    >>> ending("a/b.HTML")
    'html'
    """
    last = re.split(r"[/\\]", name)[-1]
    return last.rpartition(".")[2].lower() if "." in last else ""


def read(data: bytes, name: str) -> Document:
    """Read a document in whatever format it is.

    Raises:
        UnknownFormat: no reader takes this kind of file.
        ReadingError: its reader cannot read it.
    """
    kind = ending(name)
    if kind in _OTHERS:
        raise UnknownFormat(f"{name}: this is {_OTHERS[kind]} (.{kind}), which Memcon does not read; save it as text, HTML or Markdown")
    return (_BY_ENDING.get(kind) or _by_content(data))(data, name)


def _by_content(data: bytes) -> Callable[[bytes, str], Document]:
    head = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n")
    if _HTML.search(head):
        return html.read
    if head.startswith(b"{"):
        return json_document.read
    return markdown.read if re.match(rb"---\r?\n", head) else plain.read
