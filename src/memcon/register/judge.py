"""Taking down what an analyst decides, and making the register follow."""

import json
from typing import Any, Literal, get_args

from sqlalchemy import Connection, select

from memcon.record import EngagementKind, Status
from memcon.register import actor_rows, meaning
from memcon.register.answers import Judgement
from memcon.register.calendar import days
from memcon.register.deriving import next_number
from memcon.register.errors import QuestionError
from memcon.register.judging import history
from memcon.register.questions import entry as entries_by_id
from memcon.register.settling import refresh, settle
from memcon.register.tables import accounts, actors, entries, judgements, participants

Act = Literal["accept", "correct", "reject", "merge", "split", "comment", "same_actor", "other_actor", "undo"]
FIELDS = ("kind", "status", "date", "place", "city", "country")


def take(
    conn: Connection,
    act: Act,
    target: str,
    *,
    who: str,
    at: str,
    other: str | None = None,
    field: str | None = None,
    value: str | None = None,
    note: str | None = None,
) -> Judgement:
    """Take a judgement down and make the register follow.

    Raises:
        QuestionError: a target is not known, or the judgement is incomplete.
    """
    if act not in get_args(Act):
        raise QuestionError(f"{act!r} is no judgement; give one of {', '.join(get_args(Act))}")
    row: dict[str, Any] = {"act": act, "who": who, "at": at, "note": note, "field": field}
    row |= _of_actors(conn, act, target, other) if act in ("same_actor", "other_actor") else _of_entries(
        conn, act, target, other, field, value
    )  # fmt: skip
    number = next_number(conn, judgements)
    empty = dict.fromkeys(("other", "before", "after"))
    conn.execute(judgements.insert(), empty | row | {"number": number})
    _follow(conn, act, row)
    return history(conn)[number - 1]


def _of_entries(
    conn: Connection, act: Act, target: str, other: str | None, field: str | None, value: str | None
) -> dict[str, Any]:
    if act == "undo":
        return {"target": str(_undoable(conn, target))}
    if act == "split":
        code = _account(conn, target)
        rest = [c for c in _codes(conn, entries_by_id.number(conn, code)) if c != code]
        if not rest:
            raise QuestionError(f"the account {target!r} stands alone in its entry; there is nothing to split it from")
        return {"target": code, "after": json.dumps(rest)}
    number = entries_by_id.number(conn, target)
    chief = conn.scalar(select(entries.c.code).where(entries.c.number == number))
    mine = _codes(conn, number)
    if act == "merge":
        second = entries_by_id.number(conn, other or "")
        if second == number:
            raise QuestionError(f"{target!r} and {other!r} are one entry already")
        second_code = conn.scalar(select(entries.c.code).where(entries.c.number == second))
        return {"target": chief, "other": second_code, "after": json.dumps([mine, _codes(conn, second)])}
    if act == "correct":
        return {"target": chief, **_correction(conn, number, field, value)}
    return {"target": chief, "after": json.dumps(mine) if act in ("accept", "reject") else None}


def _correction(conn: Connection, number: int, field: str | None, value: str | None) -> dict[str, Any]:
    if field not in FIELDS:
        raise QuestionError(f"{field!r} cannot be corrected; give one of {', '.join(FIELDS)}")
    known = {"kind": get_args(EngagementKind), "status": get_args(Status)}.get(field)
    if known and value not in known:
        raise QuestionError(f"{value!r} is no {field}; give one of {', '.join(known)}")
    if field == "date" and value is not None and days(value) is None:
        raise QuestionError(f"{value!r} is no date; give EDTF, as in 2021-09-13, 2021-09 or 2021-09-13/2021-09-15")
    before = conn.scalar(select(entries.c[field]).where(entries.c.number == number))
    return {"before": json.dumps(before), "after": json.dumps(value)}


def _of_actors(conn: Connection, act: Act, target: str, other: str | None) -> dict[str, Any]:
    one, two = _actor(conn, target), _actor(conn, other or "")
    if one == two:
        raise QuestionError(f"{target!r} and {other!r} are one actor with one key, {one}")
    return {"target": min(one, two), "other": max(one, two)}


def _actor(conn: Connection, words: str) -> str:
    key: str | None = conn.scalar(select(actors.c.key).where(actors.c.key == words))
    if key is None:
        numbers = meaning.find(conn, words).numbers
        key = conn.scalar(select(actors.c.key).where(actors.c.number.in_(numbers[:1])))
    if key is None:
        raise QuestionError(f"{words!r} is no actor's key; `memcon who` shows them")
    return key


def _account(conn: Connection, id: str) -> str:
    if conn.scalar(select(accounts.c.code).where(accounts.c.code == id)):
        return id
    number = entries_by_id.account(conn, id)
    found: str = conn.execute(select(accounts.c.code).where(accounts.c.number == number)).scalar_one()
    return found


def _codes(conn: Connection, entry: int) -> list[str]:
    return list(conn.scalars(select(accounts.c.code).where(accounts.c.entry == entry).order_by(accounts.c.code)))


def _undoable(conn: Connection, target: str) -> int:
    known = {str(j.number): j for j in history(conn)}
    if target not in known or known[target].undone:
        raise QuestionError(f"there is no judgement {target!r} to undo; `memcon judge --list` shows them")
    return int(target)


def _follow(conn: Connection, act: str, row: dict[str, Any]) -> None:
    """Make entries, or classes of actors, anew where a judgement bears on them."""
    if act == "undo":
        undone = conn.execute(select(judgements).where(judgements.c.number == int(row["target"]))).one()
        _follow(conn, "redo" if undone.act == "undo" else undone.act, dict(undone._mapping))
        if undone.act == "undo":
            again = conn.execute(select(judgements).where(judgements.c.number == int(undone.target))).one()
            _follow(conn, again.act, dict(again._mapping))
    elif act in ("same_actor", "other_actor"):
        keys = [row["target"], row["other"]]
        families = set(conn.scalars(select(actors.c.family).where(actors.c.key.in_(keys))))
        actor_rows.reclass(conn, {f for f in families if f})
        mine = select(actors.c.number).where(actors.c.key.in_(keys))
        settle(conn, set(conn.scalars(select(participants.c.account).where(participants.c.actor.in_(mine)))))
    elif act in ("merge", "split"):
        codes = {*_flat(json.loads(row["after"])), row["target"]}
        whole = select(accounts.c.entry).where(accounts.c.code.in_(sorted(codes)))
        settle(conn, set(conn.scalars(select(accounts.c.number).where(accounts.c.entry.in_(whole)))))
    elif act in ("correct", "reject", "accept"):
        codes = set(json.loads(row["after"])) if act != "correct" else {row["target"]}
        refresh(conn, set(conn.scalars(select(accounts.c.entry).where(accounts.c.code.in_(sorted(codes))))))


def _flat(tree: Any) -> list[str]:
    return [leaf for branch in tree for leaf in _flat(branch)] if isinstance(tree, list) else [tree]
