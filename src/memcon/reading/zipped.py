"""ZIP archives: each member is read in memory, never written anywhere."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from memcon.errors import ReadingError
from memcon.reading.document import MAX_BYTES, Document, Unread
from memcon.reading.unpacking import FREE, MEMBERS, RATIO

DEEPEST = 2
"""How many archives may stand in one another."""
_OUTSIDE = re.compile(r"^(?:[/\\]|[A-Za-z]:)|(?:^|[/\\])\.\.(?:[/\\]|$)")
_LEFT_OUT = re.compile(r"(?:^|/)(?:\.|__MACOSX/)")


def read_all(stream: BinaryIO, name: str, fields: Mapping[str, str], depth: int = 0) -> Iterator[Document | Unread]:
    """Give the documents of a ZIP archive in the order of its directory.

    Raises:
        ReadingError: the archive is damaged, or stands too deep in others.
    """
    from memcon.reading import many

    refuse_depth(name, depth)
    try:
        archive = zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise ReadingError(f"{name}: this ZIP archive is damaged ({error}); get the file again") from error
    with archive:
        for n, member in enumerate(archive.infolist()):
            where = f"{name}!{member.filename}"
            if member.is_dir() or (_LEFT_OUT.search(member.filename) and not leads_outside(member.filename)):
                continue
            fault = f"only the first {MEMBERS:,} members of an archive are read" if n >= MEMBERS else _fault(member)
            data = None if fault else _data(archive, member)
            if isinstance(data, bytes):
                yield from many.of_stream(io.BytesIO(data), where, len(data), fields, depth + 1)
            else:
                yield Unread(where, fault or str(data))
            if n >= MEMBERS:
                return


def refuse_depth(name: str, depth: int) -> None:
    """Refuse an archive that stands too deep in others.

    Raises:
        ReadingError: it does.
    """
    if depth >= DEEPEST:
        raise ReadingError(f"{name}: this archive stands in {depth} others, and {DEEPEST} are opened; unpack the outer one")


def leads_outside(name: str) -> bool:
    """Tell whether the name of a member leads out of its archive.

    >>> leads_outside("../../etc/passwd"), leads_outside("a/b..txt")
    (True, False)
    """
    return _OUTSIDE.search(name) is not None


def _fault(member: zipfile.ZipInfo) -> str | None:
    """Say why a member is not to be opened."""
    if leads_outside(member.filename):
        return "its name leads out of the archive (../ or an absolute path); it is not read"
    if member.flag_bits & 1:
        return "it is encrypted; unpack the archive with its password and give the files"
    if member.file_size > FREE and member.file_size > RATIO * max(1, member.compress_size):
        return f"it unpacks to {member.file_size // max(1, member.compress_size):,} times its size; this is no text, and it is not unpacked"
    if member.file_size > MAX_BYTES:
        return f"it has {member.file_size:,} bytes and a document may have {MAX_BYTES:,}; unpack the archive and split it"
    return None


def _data(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes | str:
    """Unpack a member, or say why it cannot be; it may be larger than the directory says."""
    try:
        with archive.open(member) as file:
            data = file.read(MAX_BYTES + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        return f"it cannot be unpacked ({error}); get the archive again"
    return data if len(data) <= MAX_BYTES else f"it has more than the {MAX_BYTES:,} bytes that a document may have"
