"""Bytes → text: byte order marks, UTF-8, a declared charset, and a guess where there is none."""

import codecs
import re

from memcon.errors import EmptyDocument, NotText

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""<(?:meta[^>]{0,200}charset|\?xml[^>]{0,100}encoding)\s{0,5}=\s{0,5}["']?([\w.:-]{2,40})""", re.I)
_CONTROLS = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27, 28, 29, 30})
_SIGNATURES = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\x1f\x8b", "gzip-compressed data"),
    (b"BZh", "bzip2-compressed data"),
    (b"\xfd7zXZ", "xz-compressed data"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "an SQLite database"),
    (b"{\\rtf", "a rich text (RTF) document"),
)
_GUESS_FROM = 64 * 1024
_PAGES = ("cp1252", "cp1254", "cp1250")
_PRINT = frozenset("“”‘’„‚–—…•€£§°·«»\u00a0™©®¢½")


def decode(data: bytes, name: str, charset: str | None = None) -> str:
    """Turn bytes into text.

    A byte order mark outranks `charset` (what a header or a tag declares), and that outranks UTF-8; only where these
    fail is the encoding guessed from the bytes.

    Raises:
        EmptyDocument: there is nothing but white space.
        NotText: the bytes are binary, or no encoding fits.
    """
    if not data.strip():
        raise EmptyDocument(f"{name}: the document is empty ({len(data)} bytes); give a file with text in it")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding, name)
    binary = _binary(data)
    if binary:
        raise NotText(f"{name}: this is {binary}, not text; give the report as text, HTML, Markdown or JSON")
    for encoding in filter(None, (charset, "utf-8")):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return _guess(data, name)


def declared(data: bytes) -> str | None:
    """Give the charset that the head of an HTML page or an XML document declares.

    >>> declared(b'<html><meta charset="windows-1251">')
    'windows-1251'
    """
    found = _DECLARED.search(data[:4096])
    return found.group(1).decode("ascii") if found else None


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise NotText(
            f"{name}: the byte order mark says {encoding.removesuffix('-sig')}, but byte {error.start} does not fit it; "
            "save the file again as UTF-8"
        ) from error


def _binary(data: bytes) -> str | None:
    """Say what binary data are, None where they may be text."""
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            return what
    head = data[:_GUESS_FROM]
    if b"\x00" in head:
        return f"binary data (a NUL byte at {head.index(0)})"
    share = (len(head) - len(head.translate(None, _CONTROLS))) / len(head)
    return "binary data (control characters)" if share > 0.01 else None


def _western(data: bytes) -> str | None:
    """Decode text that is nearly all ASCII, as English is, by the code page that makes the best letters of the rest.

    A statistical guess has too few bytes to go by there. Windows-1252 comes first, then the Turkish and the Central
    European page; bytes that would be signs within words, or letters of Icelandic, speak against a page.
    """
    few = [n for n, byte in enumerate(data[:_GUESS_FROM]) if byte > 127]
    if len(few) > len(data[:_GUESS_FROM]) * 0.1:
        return None
    best, fewest = None, max(1, len(few) // 5) + 1
    for page in _PAGES:
        try:
            text = data.decode(page)
        except UnicodeDecodeError:
            continue
        odd = sum(1 for n in few if not _is_likely(text, n))
        if odd < fewest:
            best, fewest = text, odd
    return best


def _is_likely(text: str, at: int) -> bool:
    """Tell whether a character is one that English text has: a letter of a name, or a mark of print."""
    char = text[at]
    if char in _PRINT:
        return True
    middle = at > 0 and text[at - 1].islower()
    return char.isalpha() and char not in "ðþÐÞªº" and not (char.isupper() and middle)


def _guess(data: bytes, name: str) -> str:
    western = _western(data)
    if western is not None:
        return western
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_GUESS_FROM], threshold=0.15).best()
    if best is not None:
        try:
            return data.decode(best.encoding)
        except UnicodeDecodeError:
            pass
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        where = f"byte {error.start} (0x{data[error.start]:02x}) is not UTF-8"
    raise NotText(f"{name}: the encoding cannot be told: {where} and no other fits; save the file as UTF-8")
