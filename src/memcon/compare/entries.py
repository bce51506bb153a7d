"""What the register has to compare: the accounts of an entry, or named reports."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from memcon.record import Record
from memcon.register.errors import QuestionError

if TYPE_CHECKING:
    from memcon.register.answers import Account
    from memcon.register.register import Register


def of_entry(register: "Register", id: str) -> tuple[list[Record], list[str | None]]:
    """Give the records of an entry's accounts and the engagement meant in each.

    Copies of another report are left out where two others are left, as they add nothing; of two accounts in one report the main one stands.

    Raises:
        QuestionError: the entry has one report only, or there is no such entry.
    """
    entry = register.entry(id)
    accounts: dict[str, Account] = {}
    for account in sorted(entry.accounts, key=lambda a: not a.main):
        accounts.setdefault(account.report, account)
    kept = [a for a in entry.accounts if accounts[a.report] is a and a.copy_of is None]
    if len(kept) < 2:
        kept = [a for a in entry.accounts if accounts[a.report] is a]
    if len(kept) < 2:
        raise QuestionError(f"the entry {entry.id} has one report only; `memcon engagements` lists others, or give two reports")
    return [_record(register, a.report) for a in kept], [a.engagement for a in kept]


def of_reports(register: "Register", ids: Sequence[str]) -> list[Record]:
    """Give the records of reports by their ids.

    Raises:
        QuestionError: the register has no such report.
    """
    return [_record(register, id) for id in ids]


def _record(register: "Register", id: str) -> Record:
    record = register.record(id)
    return record if record.report.id == id else replace(record, report=replace(record.report, id=id))
