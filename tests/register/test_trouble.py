"""Trouble with the disk leaves the register whole."""

from pathlib import Path

import pytest
from sqlalchemy import event

import memcon.register
from memcon.register import RegisterError
from memcon.register.keeping import dump, verify

from .making import ASSAD, PUTIN, record, told


def test_a_full_disk_adds_nothing_and_is_told(tmp_path: Path) -> None:
    """SQLite's own limit of pages stands for a disk that is full."""
    with memcon.register.open(tmp_path / "r.db") as register:
        register.add(record("first", told("call", [PUTIN, ASSAD], "2021-09-13")))
        before = list(dump(register.engine))
        with register.reading() as conn:
            pages = conn.exec_driver_sql("PRAGMA page_count").scalar_one()
        limit = [pages + 2]
        event.listen(register.engine, "begin", lambda conn: conn.exec_driver_sql(f"PRAGMA max_page_count={limit[0]}"))
        long = " ".join(f"word{n}" for n in range(20000))
        with pytest.raises(RegisterError, match="full; nothing of it was added"):
            register.add(record("second", told("call", [PUTIN, ASSAD], "2021-09-14"), text=f"Vladimir Putin, Bashar al-Assad {long}"))
        assert list(dump(register.engine)) == before
        with register.reading() as conn:
            assert list(verify(conn)) == []
        limit[0] = 1_000_000
        assert register.add(record("second", told("call", [PUTIN, ASSAD], "2021-09-14"))) == "added"
