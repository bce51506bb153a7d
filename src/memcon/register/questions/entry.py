"""One entry, all its accounts; and what came before and after it between the same parties."""

from sqlalchemy import Connection, select

from memcon.register.answers import Entry
from memcon.register.errors import QuestionError
from memcon.register.judging import of_entry
from memcon.register.questions.telling import entries_of
from memcon.register.tables import accounts, reports


def number(conn: Connection, id: str) -> int:
    """Give the number of an entry by its id, by an account's, or by "REPORT" or "REPORT/ENGAGEMENT" ("tass-1/e2").

    An entry is called after its first account, and any account's id still leads to it when an earlier account joins.

    Raises:
        QuestionError: there is none.
    """
    found: int | None = conn.scalar(select(accounts.c.entry).where(accounts.c.number == account(conn, id)))
    if found is None:
        raise QuestionError(f"the account {id!r} stands in no entry; `memcon verify` tells what is wrong")
    return found


def account(conn: Connection, id: str) -> int:
    """Give the number of an account by its id, or by "REPORT" (its first main one) or "REPORT/ENGAGEMENT".

    Raises:
        QuestionError: there is none.
    """
    found: int | None = conn.scalar(select(accounts.c.number).where(accounts.c.code == id))
    if found is None:
        report, _, engagement = id.partition("/")
        query = select(accounts.c.number).join(reports, reports.c.number == accounts.c.report).where(reports.c.id == report)
        if engagement:
            query = query.where(accounts.c.id == engagement)
        found = conn.scalar(query.order_by(accounts.c.main.desc(), accounts.c.number).limit(1))
    if found is None:
        raise QuestionError(f"the register has no entry {id!r}; `memcon engagements` lists them, the id stands first")
    return found


def find(conn: Connection, id: str) -> Entry:
    """Give an entry with its judgements."""
    from dataclasses import replace

    entry = entries_of(conn, [number(conn, id)])[0]
    return replace(entry, judgements=of_entry(conn, [a.id for a in entry.accounts]))
