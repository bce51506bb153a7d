"""The demonstration: sample reports and a public-domain register of travels, read into a register of their own."""

from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path

from memcon import language, pipeline, reading
from memcon.record import Report
from memcon.register import open as open_register
from memcon.register.importing import import_historian
from memcon.workbench import WorkbenchError

_DATA = Path(str(files("memcon.workbench") / "data"))
_SAMPLES = (_DATA / "samples", Path(__file__).resolve().parents[3] / "samples")
"""Where the sample reports lie: in an installed package, in a checkout."""


def samples() -> tuple[Path, ...]:
    """Give the sample reports.

    Raises:
        WorkbenchError: they are not there.
    """
    folder = next((f for f in _SAMPLES if f.is_dir()), None)
    if folder is None:
        raise WorkbenchError("the sample reports are not part of this installation; add reports of your own with `memcon add`")
    return tuple(sorted(p for p in folder.iterdir() if p.is_file() and p.name != "README.md"))


def fill(place: str, notice: Callable[[str], None] = print) -> int:
    """Fill a register with the samples and the travels; what it has already is known. Give how many reports it holds."""
    with open_register(place) as register:
        found = import_historian(register, _DATA / "registers")
        notice(f"{found.added} entries of the register of travels and visits added, {found.known} known")
        nlp = language.load()
        for report in _reports():
            notice(f"{report.id}: {register.add(pipeline.record_of(report, nlp))}")
        return register.count()


def _reports() -> Iterator[Report]:
    for path in samples():
        yield reading.read_path(path)
