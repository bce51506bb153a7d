"""A register's database: opening, making, checking its version."""

import os
import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event, inspect, make_url
from sqlalchemy.exc import ArgumentError, OperationalError

from memcon.register.errors import RegisterError

_POSTGRES = ("postgres", "postgresql", "postgresql+psycopg")


def engine(place: str | os.PathLike[str]) -> Engine:
    """Give the engine of a file or of a `postgresql://` URL.

    Raises:
        RegisterError: the URL is not understood, or names another database system.
    """
    words = os.fspath(place)
    if "://" not in words:
        return _sqlite(words)
    try:
        url = make_url(words)
    except ArgumentError as error:
        raise RegisterError(f"the register {words!r} is no address; give a file, or postgresql://USER@HOST/NAME") from error
    if url.drivername == "sqlite":
        return _sqlite(url.database or ":memory:")
    if url.drivername not in _POSTGRES:
        raise RegisterError(f"a register lies in SQLite or PostgreSQL, not in {url.drivername!r}; give a file or a postgresql:// URL")
    try:
        return create_engine(url.set(drivername="postgresql+psycopg"), pool_pre_ping=True)
    except ModuleNotFoundError as error:
        raise RegisterError("PostgreSQL needs psycopg; install it with `pip install memcon[postgres]`") from error


def _sqlite(path: str) -> Engine:
    if path != ":memory:":
        parent = Path(path).absolute().parent
        if not parent.is_dir():
            raise RegisterError(f"the register {path} cannot be made: there is no folder {parent}")
        if Path(path).is_dir():
            raise RegisterError(f"the register {path} is a folder; give a file, as in {path}/register.db")
    found = create_engine(f"sqlite:///{path}", connect_args={"timeout": 60})
    event.listen(found, "connect", _prepare)
    event.listen(found, "begin", _begin)
    return found


def _prepare(connection: sqlite3.Connection, _: object) -> None:
    """Set what each connection needs; transactions are begun by Memcon, since sqlite3's own begin too late."""
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=60000", "cache_size=-65536",
                   "mmap_size=268435456", "temp_store=MEMORY"):  # fmt: skip
        connection.execute(f"PRAGMA {pragma}").close()


def _begin(connection: Any) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def reachable(of: Engine) -> list[str]:
    """Give the names of the tables that stand in the database.

    Raises:
        RegisterError: the database cannot be reached, or the file is no database.
    """
    from sqlalchemy.exc import DatabaseError

    try:
        return inspect(of).get_table_names()
    except OperationalError as error:
        raise RegisterError(f"the register {of.url!r} cannot be opened: {error.orig}") from error
    except DatabaseError as error:
        raise RegisterError(f"the file {of.url.database} is no register: {error.orig}") from error
