"""Finds the date of a telling: the nearest time expression that belongs to the trigger's clause."""

from itertools import pairwise

from memcon.engagements.lexicon import words_of
from memcon.engagements.reach import BORDER, FARTHEST, cost, rivals
from memcon.engagements.scene import Scene, Token
from memcon.engagements.telling import AHEAD, Trigger
from memcon.record import Status, Timex

_DAY_FIRST = 0.5
"""How much nearer a day counts than a vaguer time: "spoke today, as he did earlier this week"."""
_RANGE = 30
"""Characters over which two days may be the ends of one range."""
_DATED = ("DATE", "TIME")
_GRAINS = frozenset({"day", "week", "weekend", "month", "quarter", "half", "season", "year", "hour", "minute", "time of day", "part of day"})


def find(scene: Scene, trigger: Trigger, others: list[Token], ahead_of: str | None = None) -> Timex | None:
    """Give the time expression that dates a telling, None where its sentence has none of its own.

    `others` are the triggers of the same sentence: a time nearer to another trigger in the tree belongs to that one
    ("met Biden on Thursday and is due to meet Trump on Friday"). `ahead_of` is the day of publication where the engagement
    is yet to come: then a time of another clause that is past does not date it ("attacked the plans on Wednesday before
    talks with Merkel").
    """
    sent = trigger.token.sent
    best: tuple[float, int] | None = None
    chosen: Timex | None = None
    begin, end = max(sent.start, trigger.token.i - FARTHEST), trigger.token.i + FARTHEST + 1
    for time in scene.times_of(scene.doc[begin].idx, scene.doc[end].idx if end < sent.end else sent.end_char):
        if time.type not in _DATED or time.edtf is None:
            continue
        token = scene.token_at(time.span.start)
        head = _head_of(scene, time)
        led_on = _before_saying(scene, time, head)
        mine = _from_surface(trigger.token, token) if led_on else cost(scene, trigger.token, head, token)
        if not led_on and mine is not None and ((mine >= BORDER and (trigger.word.weak or _is_said(scene, time))) or _right_behind_saying(scene, time, trigger)):
            continue
        weighed = (_from_surface(o, token) if led_on else cost(scene, o, head, token) for o in rivals(others, trigger.token, token))
        if mine is None or any(c is not None and c < mine for c in weighed):
            continue
        if ahead_of and mine >= BORDER and time.edtf[:10] <= ahead_of[: len(time.edtf[:10])]:
            continue
        key = (mine - (_DAY_FIRST if len(time.edtf) == 10 else 0), time.span.start)
        if best is None or key < best:
            best, chosen = key, time
    return chosen


def _before_saying(scene: Scene, time: Timex, head: Token) -> bool:
    """Tell whether a time closes the clause before ", an official said", to whose verb the parser has tied it.

    "wants to hold talks with leaders of China later this month, an official said on Monday".
    """
    after = scene.behind(time.span)
    verb = head.head
    comma = after < len(scene.doc) and scene.doc[after].text == ","
    return comma and verb.i > after and str(verb.lemma_).lower() in words_of("status", "saying", "verbs")


def _from_surface(trigger: Token, first: Token) -> float | None:
    """Give how far a time that closes a clause is from a trigger before it."""
    return 2.0 + (first.i - trigger.i) / 10 if trigger.i < first.i else None


def _is_said(scene: Scene, time: Timex) -> bool:
    """Tell whether a time is that of the saying: "met Xi in Beijing, the spokesman said Tuesday"."""
    return str(_head_of(scene, time).head.lemma_).lower() in words_of("status", "saying", "verbs")


def _right_behind_saying(scene: Scene, time: Timex, trigger: Trigger) -> bool:
    """Tell whether a verb of saying stands right before a time, whatever the parser ties it to: "..., the office said Monday"."""
    i = scene.token_at(time.span.start).i
    while i > trigger.token.sent.start and scene.doc[i - 1].lower_ in ("on", "late", "early"):
        i -= 1
    verb = scene.doc[i - 1] if i > trigger.token.sent.start else None
    return verb is not None and verb.i > trigger.token.i and verb.pos_ == "VERB" and str(verb.lemma_).lower() in words_of("status", "saying", "verbs")


def _head_of(scene: Scene, time: Timex) -> Token:
    """Give the head token of a time expression."""
    first = scene.token_at(time.span.start)
    last = scene.token_at(max(time.span.end - 1, time.span.start))
    here = first
    while first.i <= here.head.i <= last.i and here.head.i != here.i:
        here = here.head
    return here


def edtf(time: Timex, status: Status, published: str | None) -> tuple[str | None, str]:
    """Give the date that a time means for a telling of this status, and the reason.

    A bare weekday means the last one on or before publication, but for what is planned the next one ("will meet on
    Sunday"): the time's alternatives hold it.
    """
    words = time.span.quote
    if status in AHEAD and published and time.edtf and len(time.edtf) == 10 and time.edtf < published[:10]:
        for other in time.alternatives:
            if other >= published[:10]:
                return other, f"“{words}”, the next one because it is {status}"
    value = time.edtf
    if value and "T" in value:
        value = value.split("T")[0]
    if value and time.mod == "APPROX" and not value.endswith("~") and "/" not in value:
        value += "~"
    return value, f"“{words}” ({time.rule}{', from ' + time.anchor if time.anchor else ''})"


def interval(scene: Scene, time: Timex) -> str | None:
    """Give the days of a range that the time begins or ends: "from 17 to 19 June", "Jan. 4-7", "between April 7 and 9"."""
    if not time.edtf or len(time.edtf) != 10:
        return None
    near = [t for t in scene.times_of(time.span.start - _RANGE, time.span.end + _RANGE) if t.edtf and len(t.edtf) == 10]
    for first, last in pairwise(near):
        if time.id not in (first.id, last.id) or not first.edtf or not last.edtf or not first.edtf < last.edtf:
            continue
        words = scene.text[first.span.end : last.span.start].strip().lower()
        before = scene.text[max(first.span.start - 8, 0) : first.span.start].lower().split()
        if words in ("to", "-", "–", "until", "till", "through") or (words == "and" and before[-1:] == ["between"]):
            return f"{first.edtf}/{last.edtf}"
    return None


def lies_after(date: str, published: str) -> bool:
    """Tell whether a date lies wholly after the publication."""
    return "/" not in date and date[:10] > published[: len(date[:10])]


def last_before(time: Timex, date: str, published: str) -> tuple[str, str]:
    """Give the reading of a time that lies before publication, since the verb stands in the past.

    An alternative of the time where there is one, else the same day a year before, unless the text gives the year itself.
    """
    past = [a for a in time.alternatives if a[:10] <= published[: len(a[:10])]]
    if past:
        return max(past), f"“{time.span.quote}”, the last one because the verb stands in the past"
    if date[:4] not in time.span.quote and len(date) >= 7:
        return f"{int(date[:4]) - 1}{date[4:]}", f"“{time.span.quote}”, of the year before because the verb stands in the past"
    return date, f"“{time.span.quote}”"
