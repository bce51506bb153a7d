"""One line on the terminal that tells how far a long run is; nothing where nobody looks."""

from collections.abc import Iterator, Sequence
from typing import TextIO

import click

_WIDTH = 24
_ERASE = "\r\x1b[K"


class Progress:
    """A bar on the last line of `stream`; drawn only on a terminal and for more than one document."""

    def __init__(self, stream: TextIO, total: int) -> None:
        self._stream = stream
        self._total = total
        self._shown = total > 1 and stream.isatty()

    def over(self, names: Sequence[str]) -> Iterator[str]:
        """Give the names one by one and draw the bar before each."""
        for done, name in enumerate(names):
            self._draw(done, name)
            yield name
        self.clear()

    def clear(self) -> None:
        """Take the bar away before something else is printed."""
        if self._shown:
            self._stream.write(_ERASE)
            self._stream.flush()

    def _draw(self, done: int, name: str) -> None:
        if not self._shown:
            return
        filled = _WIDTH * done // self._total
        tail = click.format_filename(name, shorten=True)[:40]
        bar = "━" * filled + "┈" * (_WIDTH - filled)
        self._stream.write(f"{_ERASE}{bar} {done}/{self._total} {tail}")
        self._stream.flush()
