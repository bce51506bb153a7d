"""The documents of one name on the command line, and their records."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from memcon import language, pipeline, reading
from memcon.cli.inputs import STDIN
from memcon.reading import Unread
from memcon.record import Record, Report


@dataclass(frozen=True, slots=True)
class Reader:
    """How the documents are read: `published` (an ISO day) over what they say, and the language model by name."""

    published: str | None = None
    model: str | None = None
    any_language: bool = False

    def reports(self, name: str) -> Iterator[Report | Unread]:
        """Read a file, which may hold many documents (an archive, a feed), or standard input where the name is "-".

        Raises:
            MemconError: the document cannot be read.
            OSError: the file cannot be opened.
        """
        if name == STDIN:
            data = sys.stdin.buffer.read()
            yield reading.read_bytes(data, "stdin", published=self.published, any_language=self.any_language)
        else:
            yield from reading.read_all(Path(name), published=self.published, any_language=self.any_language)

    def record(self, report: Report) -> Record:
        """Find everything in a report.

        Raises:
            ModelError: the language model cannot be loaded.
        """
        return pipeline.record_of(report, language.load(self.model))
