"""A small register to export from."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import memcon.register
from memcon.exchange.formats import FORMATS
from memcon.exchange.outcome import Outcome
from memcon.exchange.selection import Selection
from memcon.record import Record
from memcon.register.register import Register
from register.making import ASSAD, BIDEN, PUTIN, ZELENSKY, record, told

LAVROV, BLINKEN = ("Sergey Lavrov", "RU"), ("Antony Blinken", "US")


def reports() -> list[Record]:
    return [
        record("tass-1", told("meeting", [PUTIN, ASSAD], "2021-09-13", place=("Moscow", "RU")), published="2021-09-14", publisher="TASS",
               said=[("Vladimir Putin", "said", "the grain deals with Damascus are growing")],
               figures=[("3.5 times", 3.5, "times", "Vladimir Putin")]),
        record("sana-1", told("meeting", [("Putin", "RU"), ("Bashar Assad", "SY")], "2021-09-13", place=("Moscow", "RU")), published="2021-09-13"),
        record("wire-1", told("call", [BIDEN, PUTIN], "2021-12-07"), told("call", [BIDEN, ZELENSKY], "2021-12", main=False), published="2021-12-09"),
        record("wire-2", told("call", [BIDEN, PUTIN], "2021-12-30", "planned"), published="2021-12-29"),
        record("wire-3", told("meeting", [LAVROV, BLINKEN], "2022-01-21", place=("Geneva", "CH")), published="2022-01-21", publisher="=Wire <b>&",
               text="=2+3 | *Talks* in Geneva 🤝\nSergey Lavrov met Antony Blinken. <script>alert(1)</script>",
               said=[("Sergey Lavrov", "warned", "=cmd|' /C calc'!A0 is no [grain](http://x.example) *deal*")]),
        record("quiet-1", published="2022-01-22", text="Nothing happened\nNobody met anybody."),
        record("weak-1", told("contact", [("Xi Jinping", "CN"), PUTIN], "2022-02-04", confidence=0.1), published="2022-02-05"),
    ]  # fmt: skip


@pytest.fixture(scope="session")
def register(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    with memcon.register.open(tmp_path_factory.mktemp("exchange") / "register.db") as found:
        for one in reports():
            found.add(one)
        yield found


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Register]:
    """Give a register that a test may change."""
    with memcon.register.open(tmp_path / "fresh.db") as found:
        for one in reports():
            found.add(one)
        yield found


def exported(register: Register, form: str, question: dict[str, Any] | None = None, **more: Any) -> tuple[bytes, Outcome]:
    """Write twice, to see that the bytes are the same, and give them with the outcome."""
    written = []
    for _ in range(2):
        out = io.BytesIO()
        outcome = FORMATS[form].write(Selection(register, **(question or {})), out, **more)
        written.append(out.getvalue())
    assert written[0] == written[1]
    return written[0], outcome
