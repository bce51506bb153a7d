"""One document of the command line to its record."""

import sys
from dataclasses import dataclass
from pathlib import Path

from memcon import language, pipeline, reading
from memcon.cli.inputs import STDIN
from memcon.record import Record


@dataclass(frozen=True, slots=True)
class Reader:
    """How the documents are read: `published` (an ISO day) over what they say, and the language model by name."""

    published: str | None = None
    model: str | None = None
    any_language: bool = False

    def read(self, name: str) -> Record:
        """Read a file, or standard input where the name is "-".

        Raises:
            MemconError: the document cannot be read, or the model cannot be loaded.
            OSError: the file cannot be opened.
        """
        if name == STDIN:
            data = sys.stdin.buffer.read()
            report = reading.read_bytes(data, "stdin", published=self.published, any_language=self.any_language)
        else:
            report = reading.read_path(Path(name), published=self.published, any_language=self.any_language)
        return pipeline.record_of(report, language.load(self.model))
