"""The records of a run as Parquet: one file a partition, and a manifest that says what the run is."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from memcon.errors import MemconError
from memcon.fleet.needing import library
from memcon.fleet.reader import Row
from memcon.whole_file import whole_file

MANIFEST = ".manifest.json"  # hidden: `memcon add DIR` takes the records only
_COLUMNS = ("number", "ordinal", "name", "id", "published", "sha256", "record", "reason")


class OutputError(MemconError):
    """The folder holds something else."""


class Output:
    """A folder of partitions: `records/INPUT/00001.parquet`; what is there is finished, since a file appears whole or not at all."""

    def __init__(self, folder: Path, settings: dict[str, object]) -> None:
        """Open a folder for a run of these settings, or go on with one.

        Raises:
            OutputError: it holds a run of other settings, or other files.
        """
        self.folder = folder
        kept = folder / MANIFEST
        if kept.exists():
            there = json.loads(kept.read_text("utf-8"))
            differ = sorted(key for key in settings if there.get(key) != settings[key])
            if differ:
                raise OutputError(f"{folder} holds a run of another {', '.join(differ)}; give another folder, or take this one away")
            return
        if folder.exists() and any(folder.iterdir()):
            raise OutputError(f"{folder} holds other files; give a new folder")
        folder.mkdir(parents=True, exist_ok=True)
        _whole(kept, json.dumps(settings, indent=2, sort_keys=True).encode() + b"\n")

    def path(self, partition: str) -> Path:
        """Give the file of a partition."""
        return self.folder / "records" / f"{partition}.parquet"

    def has(self, partition: str) -> bool:
        """Tell whether a partition is finished."""
        return self.path(partition).exists()

    def write(self, partition: str, rows: Sequence[Row]) -> None:
        """Write the rows of a partition, in the order of their numbers."""
        arrow, parquet = library("pyarrow"), library("pyarrow.parquet")
        whole, text = arrow.int64(), arrow.large_string()
        schema = arrow.schema([(name, whole if name in ("number", "ordinal") else text) for name in _COLUMNS])
        ordered = sorted(rows, key=lambda row: (row.number, row.ordinal))
        table = arrow.table({name: [getattr(row, name) for row in ordered] for name in _COLUMNS}, schema=schema)
        sink = arrow.BufferOutputStream()
        parquet.write_table(table, sink, compression="zstd")
        _whole(self.path(partition), sink.getvalue().to_pybytes())


def partition_of(path: Path, number: int) -> str:
    """Name a partition by its input and its place: the same input has the same name in every run.

    >>> partition_of(Path("wire/2021.jsonl"), 3)
    '2021.jsonl-4c67b6/00003'
    """
    mark = hashlib.sha256(path.as_posix().encode()).hexdigest()[:6]
    return f"{path.name}-{mark}/{number:05}"


def _whole(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with whole_file(path) as file:
        file.write(data)
