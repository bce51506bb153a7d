"""The documents of one name on the command line, and their records."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from memcon import language, pipeline, reading
from memcon.cli.inputs import STDIN
from memcon.reading import Unread
from memcon.record import Record, Report


@dataclass(frozen=True, slots=True)
class Reader:
    """How the documents are read: `published` (an ISO day) over what they say, the language model by name, which key holds what,
    and the path of a table of `offices`."""

    published: str | None = None
    model: str | None = None
    any_language: bool = False
    fields: tuple[tuple[str, str], ...] = ()
    offices: str | None = None

    def reports(self, name: str) -> Iterator[Report | Unread]:
        """Read a file, which may hold many documents (an archive, a feed), or standard input, which may as well, where the name is "-".

        Raises:
            MemconError: the document cannot be read.
            OSError: the file cannot be opened.
        """
        how: dict[str, Any] = {"published": self.published, "any_language": self.any_language, "fields": dict(self.fields)}
        if name == STDIN:
            yield from reading.read_all_stream(sys.stdin.buffer, "stdin", **how)
        else:
            yield from reading.read_all(Path(name), **how)

    def record(self, report: Report) -> Record:
        """Find everything in a report.

        Raises:
            ModelError: the language model cannot be loaded.
        """
        return pipeline.record_of(report, language.load(self.model), self.offices)
