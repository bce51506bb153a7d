"""Connections to PostgreSQL that are ended by the server at random points: nothing half done, and the work goes on where it stopped.

MEMCON_CONNECTIONS=100 tries as many.
"""

import os
import random
import time
from collections.abc import Callable

import pytest
from sqlalchemy import event, text

from memcon.register import Register, RegisterError
from memcon.register import open as open_register
from memcon.register.keeping import verify

from .works import WORKS, digest, whole

CONNECTIONS = int(os.environ.get("MEMCON_CONNECTIONS", "4"))
SECONDS = float(os.environ.get("MEMCON_SECONDS", "600"))


def ending(url: str, last: int) -> Callable[[Register], Callable[[], None]]:
    """Give what ends the connection of a register, from another one, before the n-th statement; and what takes it off again."""
    import psycopg

    def prepare(register: Register) -> Callable[[], None]:
        sent = 0

        def end(conn: object, cursor: object, *_: object) -> None:
            nonlocal sent
            sent += 1
            if sent == last:
                pid = cursor.connection.info.backend_pid  # type: ignore[attr-defined]
                with psycopg.connect(f"{url}/postgres", autocommit=True) as other:
                    other.execute("SELECT pg_terminate_backend(%s, 5000)", (pid,))

        event.listen(register.engine, "before_cursor_execute", end)
        return lambda: event.remove(register.engine, "before_cursor_execute", end)

    return prepare


@pytest.mark.timeout(SECONDS + 120)
@pytest.mark.parametrize("name", ["adding", "judging"])
def test_an_ended_connection_takes_nothing_with_it(name: str, server: str, count: Callable[..., None]) -> None:
    import psycopg

    work = WORKS[name]
    rng = random.Random(f"{name} {CONNECTIONS}")
    tried = 0
    until = time.monotonic() + SECONDS

    def database(new: str, like: str = "template0") -> None:
        with psycopg.connect(f"{server}/postgres", autocommit=True) as conn:
            conn.execute(f"DROP DATABASE IF EXISTS {new} WITH (FORCE)")
            conn.execute(f"CREATE DATABASE {new} TEMPLATE {like} STRATEGY file_copy")

    database("trust_start")
    with open_register(f"{server}/trust_start") as register:
        work.before(register)
    database("trust", "trust_start")
    with open_register(f"{server}/trust") as register:
        states, sent = whole(work, register)
        while tried < max(CONNECTIONS // 2, 1) and time.monotonic() < until:
            register.close()
            database("trust", "trust_start")
            off = ending(server, rng.randint(1, sent - len(states)))(register)
            with pytest.raises(RegisterError, match="nothing of it was added"):
                work.run(register)
            off()
            tried += 1
            with register.reading() as conn:
                assert list(verify(conn)) == []
                assert conn.scalar(text("SELECT count(*) FROM pg_stat_activity WHERE datname = 'trust' AND state = 'idle in transaction'")) == 0
            assert digest(register) in states
            work.run(register)
            assert digest(register) == states[-1]
    count(f"connections ended while {name}", kills=tried, transactions=len(states) - 1)
