"""The version of a register's schema: a new one is made whole, an older one migrated, a newer one refused."""

import sqlite3
from pathlib import Path

from sqlalchemy import Connection, Engine, select, text

from memcon.register import search_index
from memcon.register.errors import NewerRegister, RegisterError
from memcon.register.tables import meta, metadata

REVISIONS = ("0001", "0002", "0003")
"""The schema's versions, the oldest first; each has a file in `migrations/versions`."""
HEAD = REVISIONS[-1]


def make(engine: Engine) -> None:
    """Make an empty register of the newest version."""
    with engine.connect().execution_options(writes=True) as conn, conn.begin():
        metadata.create_all(conn)
        search_index.create(conn)
        conn.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"))
        conn.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": HEAD})


def bring_up(engine: Engine, shown: str) -> Path | None:
    """Bring a register up to the newest version; give the copy of the older one that was kept, None where it was up to date.

    A migration that fails leaves everything as it was.

    Raises:
        NewerRegister: a newer Memcon wrote it.
        RegisterError: it cannot be migrated.
    """
    version = _version(engine)
    if version == HEAD:
        return None
    if version not in REVISIONS:
        raise NewerRegister(
            f"the register {shown} has schema version {version or 'unknown'}, which a newer Memcon wrote; this one reads up to "
            f"{HEAD}: update it with `pip install --upgrade memcon`"
        )
    kept = _copy(engine, version)
    with engine.connect().execution_options(writes=True) as conn, conn.begin():
        upgrade(conn, HEAD)
        _derive(conn)
    return kept


def _version(engine: Engine) -> str | None:
    with engine.connect() as conn:
        found = conn.scalars(text("SELECT version_num FROM alembic_version")).all()
    return found[0] if found else None


def _copy(engine: Engine, version: str) -> Path | None:
    """Copy a file before it is changed; PostgreSQL changes its schema in one transaction and needs none."""
    name = engine.url.database
    if engine.dialect.name != "sqlite" or not name or name == ":memory:":
        return None
    kept = Path(f"{name}.before-{HEAD}-was-{version}")
    source, target = sqlite3.connect(name), sqlite3.connect(kept)
    try:
        source.backup(target)
    except sqlite3.Error as error:
        raise RegisterError(f"the register {name} could not be copied to {kept} before its migration: {error}") from error
    finally:
        target.close()
        source.close()
    return kept


def upgrade(conn: Connection, to: str, down: bool = False) -> None:
    """Run the migrations on a connection, within its transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "memcon.register:migrations")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = conn
    (command.downgrade if down else command.upgrade)(config, to)


def _derive(conn: Connection) -> None:
    """Make what a migration asks for in `meta` out of the records that are kept."""
    from memcon.register import copying

    pending = conn.scalar(select(meta.c.value).where(meta.c.name == "pending"))
    if pending == "copies":
        copying.rebuild(conn)
    conn.execute(meta.delete().where(meta.c.name == "pending"))


