"""Finds the date of a telling: the nearest time expression that belongs to the trigger's clause."""

from memcon.engagements.phrase import base, case_of
from memcon.engagements.scene import Scene, Token
from memcon.engagements.telling import Trigger
from memcon.record import Status, Timex

_REACH = 25
_DATED = ("DATE", "TIME")
_GRAINS = frozenset({"day", "week", "weekend", "month", "quarter", "half", "season", "year", "hour", "minute", "time of day", "part of day"})


def find(scene: Scene, trigger: Trigger, others: list[Token]) -> Timex | None:
    """Give the time expression that dates a telling, None where its sentence has none of its own.

    `others` are the triggers of the same sentence: a time nearer to another trigger in the tree belongs to that one
    ("met Biden on Thursday and is due to meet Trump on Friday").
    """
    sent = trigger.token.sent
    best: tuple[float, int] | None = None
    chosen: Timex | None = None
    for time in scene.times_of(sent.start_char, sent.end_char):
        if time.type not in _DATED or time.edtf is None:
            continue
        token = scene.token_at(time.span.start)
        cost = _cost(trigger.token, _head_of(scene, time), token)
        if cost is None or any(
            (c := _cost(o, _head_of(scene, time), token)) is not None and c < cost for o in others if o.i != trigger.token.i
        ):
            continue
        key = (cost, time.span.start)
        if best is None or key < best:
            best, chosen = key, time
    return chosen


def _head_of(scene: Scene, time: Timex) -> Token:
    """Give the head token of a time expression."""
    first = scene.token_at(time.span.start)
    last = scene.token_at(max(time.span.end - 1, time.span.start))
    here = first
    while first.i <= here.head.i <= last.i and here.head.i != here.i:
        here = here.head
    return here


def _cost(trigger: Token, head: Token, first: Token) -> float | None:
    """Give how far a time is from a trigger, None where it can't date it.

    Each step in the tree costs one, each clause border crossed four, each ten tokens between them one.
    """
    if "since" in {case_of(head)}:
        return None
    up = _ancestors(trigger)
    here, steps, borders = head, 0, 0
    while here.i not in up:
        if base(here) in ("ccomp", "acl", "advcl", "parataxis"):
            borders += 1
        if here.head.i == here.i:
            return None
        here = here.head
        steps += 1
    steps += up[here.i][0]
    borders += up[here.i][1]
    distance = abs(first.i - trigger.i)
    if borders > 1 or (borders and distance > _REACH) or distance > 45:
        return None
    return steps + 4 * borders + distance / 10


def _ancestors(token: Token) -> dict[int, tuple[int, int]]:
    """Give each ancestor's (steps, clause borders) from a token, itself at (0, 0)."""
    found: dict[int, tuple[int, int]] = {}
    here, steps, borders = token, 0, 0
    while here.i not in found:
        found[here.i] = (steps, borders)
        if base(here) in ("ccomp", "acl", "advcl", "parataxis"):
            borders += 1
        steps += 1
        here = here.head
    return found


def edtf(time: Timex, status: Status, published: str | None) -> tuple[str | None, str]:
    """Give the date that a time means for a telling of this status, and the reason.

    A bare weekday means the last one on or before publication, but for what is planned the next one ("will meet on
    Sunday"): the time's alternatives hold it.
    """
    words = time.span.quote
    if status in ("planned", "proposed") and published and time.edtf and len(time.edtf) == 10 and time.edtf < published[:10]:
        for other in time.alternatives:
            if other >= published[:10]:
                return other, f"“{words}”, the next one because it is {status}"
    value = time.edtf
    if value and "T" in value:
        value = value.split("T")[0]
    if value and time.mod == "APPROX" and not value.endswith("~") and "/" not in value:
        value += "~"
    return value, f"“{words}” ({time.rule}{', from ' + time.anchor if time.anchor else ''})"
