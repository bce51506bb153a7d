"""Each fixture: a text, and who its words mean."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

_FOLDER = Path(__file__).parent / "fixtures"


@dataclass
class Fixture:
    """One text with what must be found in it."""

    given: dict[str, str] = field(default_factory=dict)
    text: str = ""
    mentions: list[tuple[str, str]] = field(default_factory=list)
    actors: list[tuple[str, str, str]] = field(default_factory=list)
    nobody: list[str] = field(default_factory=list)


def fixtures() -> list[object]:
    """Read all fixtures."""
    return [
        pytest.param(_read(part), id=f"{path.stem}-{i}")
        for path in sorted(_FOLDER.glob("*.txt"))
        for i, part in enumerate(path.read_text(encoding="utf-8").split("----------\n"), 1)
    ]


def _read(part: str) -> Fixture:
    fixture = Fixture()
    head, _, expected = part.partition("\n=>\n")
    for line in head.strip().splitlines():
        key, _, value = line.partition(": ")
        if line.startswith("#"):
            continue
        if key in ("published", "title", "publisher"):
            fixture.given[key] = value
        else:
            fixture.text += line + "\n"
    for line in filter(None, expected.splitlines()):
        if line.startswith("* "):
            name, kind, country = line[2:].split(" | ")
            fixture.actors.append((name, kind, country))
        elif line.startswith("! "):
            fixture.nobody.append(line[2:])
        else:
            words, _, names = line.partition(" -> ")
            fixture.mentions.append((words, names))
    return fixture


@pytest.mark.parametrize("fixture", fixtures())
def test_fixture(fixture: Fixture, cast_of: Any) -> None:
    _, cast = cast_of(fixture.text, **fixture.given)
    told = [(m.span.quote, "; ".join(cast.actor(a).name for a in m.actors)) for m in cast.mentions]
    at = 0
    for expected in fixture.mentions:
        assert expected in told[at:], f"{expected} not in {told[at:]}"
        at += told[at:].index(expected) + 1
    known = {(a.name, a.kind, str(a.country)) for a in cast.actors}
    assert set(fixture.actors) <= known
    assert not {words for words, _ in told} & set(fixture.nobody)
