"""Backup and restore: a copy has everything, judgements too, and goes on as the register that it was made of."""

from itertools import pairwise
from pathlib import Path

import pytest

from memcon.register import RegisterError
from memcon.register import open as open_register
from memcon.register.keeping import backup, verify

from .works import WORKS, digest


def test_a_copy_is_the_register(tmp_path: Path, server: str) -> None:
    import psycopg

    with psycopg.connect(f"{server}/postgres", autocommit=True) as conn:
        conn.execute("CREATE DATABASE trust_backup STRATEGY file_copy")
    places = [str(tmp_path / "desk.db"), str(tmp_path / "copy.db"), f"{server}/trust_backup", str(tmp_path / "restored.db")]
    with open_register(places[0]) as register:
        WORKS["judging"].before(register)
        WORKS["judging"].run(register)
        before = digest(register)
    for here, there in pairwise(places):
        with open_register(here) as register:
            backup(register, there)
        with open_register(there, make=False) as copy, copy.reading() as conn:
            assert list(verify(conn)) == []
            assert digest(copy) == before
            assert copy.search("Putin")
    with open_register(places[-1]) as restored, open_register(places[0]) as register:
        WORKS["rereading"].run(restored)
        WORKS["rereading"].run(register)
        assert digest(restored) == digest(register)


def test_a_register_is_never_written_over(tmp_path: Path) -> None:
    with open_register(tmp_path / "one.db") as one, open_register(tmp_path / "two.db") as two:
        WORKS["adding"].run(one)
        WORKS["adding"].run(two)
        before = digest(two)
        with pytest.raises(RegisterError, match="there is a register"):
            backup(one, str(tmp_path / "two.db"))
        assert digest(two) == before


def test_a_backup_of_a_register_that_is_being_written_is_one_of_its_states(tmp_path: Path) -> None:
    with open_register(tmp_path / "desk.db") as register:
        WORKS["adding"].run(register)
        before = digest(register)
        with register.writing() as conn:
            conn.exec_driver_sql("UPDATE reports SET title = 'half done'")
            backup(register, str(tmp_path / "copy.db"))
            conn.exec_driver_sql("UPDATE reports SET publisher = 'half done'")
        with open_register(tmp_path / "copy.db") as copy:
            assert digest(copy) == before
            assert all(r.publisher != "half done" for r in copy.reports())
