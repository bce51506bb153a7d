"""Names, titles and addresses that would break a format, in all formats."""

import json
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

import memcon.register
from memcon.exchange.formats import FORMATS
from memcon.register.register import Register
from register.making import record, told

from .conftest import exported

NAMES = ["=HYPERLINK(1) \x1b[2J\x07 Ivanov", "Zoë \u202eevil\u202c </script><b>x", 'Ann "Q" ;,\\ O\'Neil\u2028', "王毅 🤝🏽", "[a](javascript:alert(1)) | b"]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Any:
    with memcon.register.open(tmp_path_factory.mktemp("hostile") / "r.db") as found:
        for n, one in enumerate(NAMES):
            for m, two in enumerate(NAMES[n + 1 :]):
                text = f"{one}\n{one} and {two} met. {n} {m}\u0085"
                people = [(one, "RU"), (two, "US")]
                found.add(record(f"r {n}/{m}?#\u202e<&", told("meeting", people, "2024-03-05", place=("=Paris\x00", "FR")), publisher=one, text=text))
        yield found


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_takes_them(hostile: Register, form: str) -> None:
    data, outcome = exported(hostile, form)
    assert outcome.written
    if form in ("graphml", "gexf"):
        etree.fromstring(data)
    elif form in ("jsonld", "annotations"):
        json.loads(data)
    elif form in ("jsonl", "plover", "ftm"):
        assert [json.loads(line) for line in data.split(b"\n") if line]
    elif form == "ical":
        icalendar = pytest.importorskip("icalendar")
        events = icalendar.Calendar.from_ical(data).walk("VEVENT")
        assert len(events) == outcome.written and b"\x1b" not in data and b"\x07" not in data and b"\x00" not in data
        assert any("王毅 🤝🏽" in str(e["SUMMARY"]) for e in events)
    elif form in ("markdown", "html"):
        assert not any(mark in data for mark in (b"\x1b", b"\x07", "\u202e".encode(), b"<b>", b"</script>"))


def test_the_round_trip_keeps_them(hostile: Register, tmp_path: Path) -> None:
    import io

    from memcon.exchange.taking_in import take_in

    data, _ = exported(hostile, "jsonl")
    with memcon.register.open(tmp_path / "other.db") as other:
        take_in(other, io.BytesIO(data))
        assert exported(other, "jsonl")[0] == data
