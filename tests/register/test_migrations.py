"""Older registers are migrated, newer ones refused; the migrated schema is the one that new registers get."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import inspect, text

import memcon.register
from memcon.register import NewerRegister, RegisterError
from memcon.register.keeping import dump, verify
from memcon.register.migrating import HEAD, REVISIONS, upgrade
from memcon.register.opening import engine
from memcon.register.tables import metadata

from .making import ASSAD, PUTIN, record, told

STORY = "The two presidents met in Moscow for long talks about trade, grain and the rebuilding of the ports of the coast. " * 3


def older(place: str) -> list[str]:
    """Make a register of the first version with three reports, two of them copies, and give its dump as of the newest."""
    with memcon.register.open(place) as register:
        for n in (1, 2, 3):
            text = f"Vladimir Putin, Bashar al-Assad. {STORY}" if n < 3 else "Vladimir Putin received Bashar al-Assad, reporters saw."
            register.add(record(f"wire-{n}", told("meeting", [PUTIN, ASSAD], "2021-09-13"), published=f"2021-09-1{n + 2}", text=text))
        whole = list(dump(register.engine))
        with register.writing() as conn:
            upgrade(conn, "0001", down=True)
    return whole


def test_an_older_register_is_copied_and_migrated(place: str) -> None:
    whole = older(place)
    with memcon.register.open(place) as register:
        assert list(dump(register.engine)) == whole
        assert [(c.report, c.of, c.whole) for c in register.copies()] == [("wire-2", "wire-1", True)]
        with register.reading() as conn:
            assert list(verify(conn)) == []
            assert conn.scalar(text("SELECT version_num FROM alembic_version")) == HEAD
        (entry,) = register.engagements()
        assert (entry.reports, entry.independent) == (3, 2)
    if "://" not in place:
        kept = Path(f"{place}.before-{HEAD}-was-0001")
        with sqlite3.connect(kept) as conn:
            assert conn.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)
            assert conn.execute("SELECT count(*) FROM reports").fetchone() == (3,)
        conn.close()


def test_a_migration_that_fails_changes_nothing(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = older(place)

    def fail(conn: object) -> None:
        raise RuntimeError("power cut")

    with monkeypatch.context() as patch:
        patch.setattr("memcon.register.copying.rebuild", fail)
        with pytest.raises(RuntimeError, match="power cut"):
            memcon.register.open(place)
    found = engine(place)
    assert "copies" not in inspect(found).get_table_names()
    found.dispose()
    with memcon.register.open(place) as register:
        assert list(dump(register.engine)) == whole


def test_a_newer_register_is_refused_with_a_plain_sentence(place: str) -> None:
    with memcon.register.open(place) as register, register.writing() as conn:
        conn.execute(text("UPDATE alembic_version SET version_num = '0099'"))
    with pytest.raises(NewerRegister, match=r"schema version 0099, which a newer Memcon wrote; this one reads up to .*pip install"):
        memcon.register.open(place)


def test_migrating_from_nothing_gives_the_schema_of_new_registers(place: str) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    found = engine(place)
    with found.connect().execution_options(writes=True) as conn, conn.begin():
        upgrade(conn, "head")
        context = MigrationContext.configure(conn, opts={"include_object": _ours, "compare_type": True})
        assert compare_metadata(context, metadata) == []
        names = set(inspect(conn).get_table_names())
    found.dispose()
    assert set(metadata.tables) | {"alembic_version"} <= names
    assert len(REVISIONS) == len(set(REVISIONS))


def _ours(thing: object, name: str | None, kind: str, reflected: bool, other: object) -> bool:
    """Leave out the tables and indexes of the full-text search, which SQLAlchemy does not describe."""
    return not (name or "").endswith("_words") and "_index" not in (name or "") and name != "alembic_version"


def test_what_is_no_register_is_told(tmp_path: Path) -> None:
    wrong = tmp_path / "notes.txt"
    wrong.write_text("These are notes about a summit, not a database. " * 50)
    with pytest.raises(RegisterError, match="is no register"):
        memcon.register.open(wrong)
    with pytest.raises(RegisterError, match="no folder"):
        memcon.register.open(tmp_path / "no" / "where.db")
    with pytest.raises(RegisterError, match="no register at"):
        memcon.register.open(tmp_path / "none.db", make=False)
    with pytest.raises(RegisterError, match="SQLite or PostgreSQL, not in 'mysql'"):
        memcon.register.open("mysql://desk@host/register")
    with pytest.raises(RegisterError, match="cannot be opened"):
        memcon.register.open("postgresql://desk@127.0.0.1:1/none")
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as conn:
        conn.execute("CREATE TABLE recipes (name TEXT)")
    conn.close()
    with pytest.raises(RegisterError, match="holds other tables"):
        memcon.register.open(other)
