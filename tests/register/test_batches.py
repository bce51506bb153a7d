"""Reports that enter together make the register that they make one by one."""

from pathlib import Path

import pytest

import memcon.register
from memcon.record import Record
from memcon.register.keeping import dump, verify

from .making import ASSAD, BIDEN, PUTIN, ZELENSKY, record, told

STORY = "The two presidents talked for two hours about grain, ports and prisoners, their offices said on the same evening. " * 2


def reports() -> list[Record]:
    """Give reports among which one comes twice, one is corrected twice, and two are copies of one text."""
    call = told("call", [PUTIN, BIDEN], "2021-12-07")
    first = record("wire-1", call, published="2021-12-07", text=f"Vladimir Putin, Joe Biden. {STORY}")
    return [
        record("wire-0", told("meeting", [ASSAD, PUTIN], "2021-09-13")),
        first,
        record("wire-2", call, published="2021-12-08", text=f"Vladimir Putin, Joe Biden. {STORY} More soon."),
        first,
        record("wire-1", call, told("call", [BIDEN, ZELENSKY], "2021-12-09"), published="2021-12-07",
               text=f"Vladimir Putin, Joe Biden, Volodymyr Zelenskyy. {STORY} A first correction."),
        record("wire-3", told("contact", [("Putin", "RU"), ("Biden", "US")], "2021-12"), published="2021-12-31"),
        record("wire-1", call, published="2021-12-07", text=f"Vladimir Putin, Joe Biden. {STORY} A second correction."),
    ]  # fmt: skip


def test_one_transaction_or_many_make_the_same(place: str, tmp_path: Path) -> None:
    with memcon.register.open(tmp_path / "single.db") as single:
        one_by_one = [single.add(r) for r in reports()]
        expected = list(dump(single.engine))
    with memcon.register.open(place) as register:
        assert register.add_all(reports()) == one_by_one == ["added", "added", "added", "same", "superseded", "added", "superseded"]
        assert list(dump(register.engine)) == expected
        assert [c.of for c in register.copies("wire-2")] == ["wire-1"]
        assert register.add_all(reports()) == ["same"] * 7
        with register.reading() as conn:
            assert list(verify(conn)) == []


def test_all_or_none_enter(place: str) -> None:
    def broken() -> object:
        yield from reports()[:3]
        raise RuntimeError("the wire fell silent")

    with memcon.register.open(place) as register:
        with pytest.raises(RuntimeError, match="fell silent"):
            register.add_all(broken())  # type: ignore[arg-type]
        assert register.count() == 0 and not register.engagements(everything=True)
