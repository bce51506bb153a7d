"""Compressed data as a stream that stops at a bomb: it may not grow past 200 times its size, nor end too early."""

import bz2
import gzip
import io
import lzma
import zlib
from typing import BinaryIO

from memcon.errors import ReadingError, TooLarge

RATIO = 200
"""How many times its size a file may unpack to: text packs 3 to 10 times, a feed of one phrase perhaps 50."""
FREE = 4 * 1024 * 1024
"""Under so many bytes any ratio is allowed."""
MEMBERS = 200_000
"""How many documents one archive may hold."""
_OPENERS = {"gzip": gzip.GzipFile, "bzip2": bz2.BZ2File, "xz": lzma.LZMAFile}


class Unpacked(io.BufferedReader):
    """A compressed stream, unpacked as it is read.

    Raises:
        TooLarge: it unpacks to more than `RATIO` times its size.
        ReadingError: it is damaged, or ends too early.
    """

    def __init__(self, stream: BinaryIO, kind: str, name: str) -> None:
        super().__init__(_Raw(stream, kind, name), 64 * 1024)


class _Raw(io.RawIOBase):
    def __init__(self, stream: BinaryIO, kind: str, name: str) -> None:
        self._packed, self._name, self._kind, self._given = stream, name, kind, 0
        self._inner = gzip.GzipFile(fileobj=stream, mode="rb") if kind == "gzip" else _OPENERS[kind](stream)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]
        try:
            data = self._inner.read1(len(view))
        except (EOFError, zlib.error, lzma.LZMAError, gzip.BadGzipFile, OSError) as error:
            raise ReadingError(
                f"{self._name}: the {self._kind} data are damaged or end too early, {self._given:,} bytes into the unpacked "
                f"text ({error}); get the file again"
            ) from error
        self._given += len(data)
        if self._given > FREE and self._given > RATIO * max(1, self._packed.tell()):
            raise TooLarge(f"{self._name}: it unpacks to over {RATIO} times its size; this is no text, and reading stops")
        view[: len(data)] = data
        return len(data)
