"""Tar archives, read as a stream: each member is read in memory, never written anywhere."""

import io
import re
import tarfile
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from memcon.errors import ReadingError
from memcon.reading.document import MAX_BYTES, Document, Unread
from memcon.reading.unpacking import MEMBERS
from memcon.reading.zipped import leads_outside, refuse_depth

_LEFT_OUT = re.compile(r"(?:^|/)\.(?!/)")


def read_all(stream: BinaryIO, name: str, fields: Mapping[str, str], depth: int = 0) -> Iterator[Document | Unread]:
    """Give the documents of a tar archive in its order; links, devices and the like are left out and told.

    Raises:
        ReadingError: the archive is damaged, or stands too deep in others.
    """
    from memcon.reading import many

    refuse_depth(name, depth)
    try:
        with tarfile.open(fileobj=stream, mode="r|") as archive:
            for n, member in enumerate(archive):
                where = f"{name}!{member.name}"
                if n >= MEMBERS:
                    yield Unread(where, f"only the first {MEMBERS:,} members of an archive are read")
                    return
                if member.isdir() or (_LEFT_OUT.search(member.name) and not leads_outside(member.name)):
                    continue
                fault = _fault(member)
                if fault:
                    yield Unread(where, fault)
                    continue
                file = archive.extractfile(member)
                data = file.read() if file else b""
                yield from many.of_stream(io.BytesIO(data), where, len(data), fields, depth + 1)
    except tarfile.TarError as error:
        raise ReadingError(f"{name}: this tar archive is damaged or ends too early ({error}); get the file again") from error


def _fault(member: tarfile.TarInfo) -> str | None:
    """Say why a member is not to be read."""
    if leads_outside(member.name):
        return "its name leads out of the archive (../ or an absolute path); it is not read"
    if not member.isfile():
        return "it is a link or a device, not a file; it is not read"
    if member.size > MAX_BYTES:
        return f"it has {member.size:,} bytes and a document may have {MAX_BYTES:,}; unpack the archive and split it"
    return None
