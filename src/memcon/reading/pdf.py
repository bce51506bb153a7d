"""PDF with a text layer (pypdf); running heads and page numbers are taken out."""

import io
import logging
import re
from collections import Counter

from memcon.errors import NoArticle, NotText, TooLarge
from memcon.reading.document import Document

_MOST_PAGES = 500
_NUMBER = re.compile(r"(?:page )?[-–— ]{0,3}\d{1,4}(?:\s?(?:/|of)\s?\d{1,4})?[-–— ]{0,3}", re.I)


def read(data: bytes, name: str) -> Document:
    """Read the text layer of a PDF.

    Raises:
        NotText: it is damaged or encrypted.
        NoArticle: it has no text layer (a scan).
        TooLarge: it has more than 500 pages.
    """
    pages = _pages(data, name)
    if not any(page.strip() for page in pages):
        raise NoArticle(f"{name}: this PDF has no text layer ({len(pages)} pages, a scan perhaps); run text recognition (OCR) on it first")
    return Document(name=name, format="pdf", raw=data, body="\n".join(_without_furniture(pages)))


def _pages(data: bytes, name: str) -> list[str]:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells on standard error what we tell in our errors
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise NotText(f"{name}: this PDF is encrypted; save it without its password")
        if len(reader.pages) > _MOST_PAGES:
            raise TooLarge(f"{name}: this PDF has {len(reader.pages):,} pages and {_MOST_PAGES} are read; split it into its reports")
        return [page.extract_text() for page in reader.pages]
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError, ZeroDivisionError) as error:
        raise NotText(f"{name}: this PDF is damaged ({error}); get the file again, or give its text") from error


def _without_furniture(pages: list[str]) -> list[str]:
    """Take out page numbers, and what stands at the same edge of most of three or more pages."""
    lines = [[line.strip() for line in page.splitlines() if line.strip()] for page in pages]
    edges = Counter(edge for page in lines for edge in {*page[:1], *page[-1:]})
    common = {edge for edge, count in edges.items() if len(pages) > 2 and count > len(pages) / 2}
    return [
        "\n".join(line for n, line in enumerate(page) if not (n in (0, len(page) - 1) and (line in common or _NUMBER.fullmatch(line))))
        for page in lines
    ]
