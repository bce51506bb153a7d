"""JSON lines of a register into a register."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import Connection, func, select, update

from memcon.errors import DataError
from memcon.exchange.lines import FORMAT, KINDS, HeadLine, JudgementLine, ReportLine
from memcon.register import actor_rows, adding, copying
from memcon.register.register import Register
from memcon.register.settling import settle
from memcon.register.tables import accounts, actors, entries, judgements, reports


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came of it: reports added, reports that the register had, judgements."""

    added: int
    known: int
    judgements: int


class _Peek(msgspec.Struct):
    line: str


def take_in(register: Register, lines: Iterable[bytes], name: str = "the file") -> TakenIn:
    """Add the reports and judgements of JSON lines; the engagements follow from them. One report is one transaction.

    Raises:
        DataError: a line is none, or a newer Memcon wrote it; what stands before it has been added.
    """
    added = known = 0
    judged: list[JudgementLine] = []
    for number, data in enumerate(lines, 1):
        if not data.strip():
            continue
        line = _decode(data, f"{name}, line {number}", first=number == 1)
        if isinstance(line, ReportLine):
            with register.writing() as conn:
                outcome = adding.add(conn, line.record)
                added, known = added + (outcome != "same"), known + (outcome == "same")
                if outcome != "same":
                    newest = conn.execute(select(reports.c.number, reports.c.id).order_by(reports.c.number.desc()).limit(1)).one()
                    _name(conn, line, newest.number)
                    _twins(conn, line, newest.id)
        elif isinstance(line, JudgementLine):
            judged.append(line)
    with register.writing() as conn:
        count = _judge(conn, judged)
    return TakenIn(added, known, count)


def _decode(data: bytes, where: str, first: bool) -> Any:
    try:
        kind = KINDS.get(msgspec.json.decode(data, type=_Peek).line)
        if kind is None or (kind is not HeadLine) == first:
            raise DataError(f"{where}: this is no line of a register; give what `memcon export jsonl` wrote")
        line = msgspec.json.decode(data, type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise DataError(f"{where}: this is no line of a register ({error}); give what `memcon export jsonl` wrote") from error
    if isinstance(line, HeadLine) and line.format > FORMAT:
        raise DataError(f"{where}: a newer Memcon wrote this (format {line.format}); update with `pip install --upgrade memcon`")
    return line


def _name(conn: Connection, line: ReportLine, report: int) -> None:
    """Give the accounts the ids that they had: one that went on through a correction is not named after its words."""
    columns = (accounts.c.id, accounts.c.code, accounts.c.number)
    found = {r.id: r for r in conn.execute(select(*columns).where(accounts.c.report == report, accounts.c.kept.is_(False)))}
    other = {found[id].number: code for id, code in line.accounts.items() if id in found and found[id].code != code}
    taken = set(conn.scalars(select(accounts.c.code).where(accounts.c.code.in_(other.values()), accounts.c.number.not_in(other))))
    other = {number: code for number, code in other.items() if code not in taken}
    _rename(conn, other)
    if other:
        settle(conn, set(other))


def _rename(conn: Connection, codes: Mapping[int, str]) -> None:
    for number, code in [*((n, f"~{n}") for n in codes), *codes.items()]:  # By way of a free name, so that two may change places.
        old = conn.execute(select(accounts.c.code).where(accounts.c.number == number)).scalar_one()
        conn.execute(update(accounts).where(accounts.c.number == number).values(code=code))
        conn.execute(update(entries).where(entries.c.code == old).values(code=code))


def _twins(conn: Connection, line: ReportLine, report: str) -> None:
    for of in line.twin_of:
        if conn.scalar(select(reports.c.number).where(reports.c.id == of).limit(1)) is not None:
            copying.mark(conn, report, of)


def _judge(conn: Connection, lines: list[JudgementLine]) -> int:
    """Enter judgements as they are, those that the register has aside, and make it follow."""
    columns = ("act", "target", "other", "field", "before", "after", "who", "at", "note")
    known = {tuple(getattr(r, c) for c in columns): r.number for r in conn.execute(select(judgements))}
    first = (conn.scalar(select(func.max(judgements.c.number))) or 0) + 1
    numbers: dict[str, int] = {}
    fresh: list[dict[str, Any]] = []
    for line in lines:
        row = {c: getattr(line, c) for c in columns}
        if line.act == "undo":
            row["target"] = str(numbers.get(line.target, 0))
        there = known.get(tuple(row.values()))
        numbers[str(line.number)] = first + len(fresh) if there is None else there
        if there is None:
            fresh.append(row | {"number": first + len(fresh)})
    if fresh:
        conn.execute(judgements.insert(), fresh)
        actor_rows.reclass(conn, {f for f in conn.scalars(select(actors.c.family).distinct()) if f})
        settle(conn, set(conn.scalars(select(accounts.c.number))))
    return len(fresh)


__all__ = ["TakenIn", "take_in"]
