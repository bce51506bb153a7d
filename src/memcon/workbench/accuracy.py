"""The measured accuracy, as `docs/accuracy.md` has it; the benchmarks write that page, and nothing here is typed in."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_IN_PACKAGE = Path(__file__).with_name("data") / "accuracy.md"
_IN_CHECKOUT = Path(__file__).resolve().parents[3] / "docs" / "accuracy.md"
"""An installed Memcon has a copy of the page (`pyproject.toml` puts it there), a checkout the page itself."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure: what was measured, the floor that the tests enforce, the aim."""

    figure: str
    value: float
    floor: float | None
    aim: float | None

    @property
    def share(self) -> float | None:
        """The figure as a share of one, where it is one or a percentage; None where it counts something."""
        if re.search(r"\b(seconds|documents|spans|a second|dated|given)\b", self.figure):
            return None
        return self.value if self.value <= 1 else self.value / 100 if self.value <= 100 else None


@dataclass(frozen=True, slots=True)
class Section:
    """A benchmark: its name, what it is in a sentence, its figures."""

    name: str
    about: str
    figures: tuple[Measured, ...]


@cache
def accuracy() -> tuple[Section, ...]:
    """Give the benchmarks in the order of the page; none where an installation lacks it."""
    page = next((p for p in (_IN_PACKAGE, _IN_CHECKOUT) if p.exists()), None)
    return sections(page.read_text(encoding="utf-8")) if page else ()


def sections(page: str) -> tuple[Section, ...]:
    """Read the page's tables."""
    found = []
    for part in re.split(r"^## ", page, flags=re.MULTILINE)[1:]:
        name, _, rest = part.partition("\n")
        rows = [[c.strip() for c in line.strip("|").split("|")] for line in rest.splitlines() if line.startswith("|")]
        if not rows or rows[0][:2] != ["figure", "measured"]:
            continue
        about = " ".join(line for line in rest.splitlines() if line and not line.startswith("|"))
        found.append(Section(name.strip(), about, tuple(_measured(row) for row in rows[2:])))
    return tuple(found)


def _measured(row: list[str]) -> Measured:
    def number(place: int) -> float | None:
        return float(row[place].rstrip("*")) if len(row) > place and row[place] else None

    return Measured(row[0], number(1) or 0.0, number(2), number(3))
