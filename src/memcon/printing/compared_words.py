"""Words of a comparison that the terminal, the page and the memorandum share."""

import re
from collections.abc import Iterator, Sequence

from memcon.compare import Account, Comparison, Fact, Link, Omission, Point, Row
from memcon.compare.comparing import order
from memcon.printing.dates import words
from memcon.printing.layout import clean

FIELDS = {
    "kind": "How", "date": "Date", "length": "Length", "initiative": "Asked for by", "participants": "Took part",
    "place": "Place", "air": "Air", "number": "Figure",
}  # fmt: skip
KINDS = {
    "contact": "contact", "length": "length", "mood": "mood", "next step": "next step", "request": "request", "commitment": "commitment",
    "figure": "figure", "topic": "topic", "statement": "statement", "background": "told by the report",
}  # fmt: skip
_WORD = re.compile(r"\S+")
_PLAIN = re.compile(r"[^\w]+")


def title(made: Comparison) -> str:
    """Give the title: "White House and Kremlin on the same engagement"."""
    labels = [clean(a.label) for a in made.accounts]
    return f"{', '.join(labels[:-1])} and {labels[-1]} compared"


def byline(account: Account) -> str:
    """Tell whose account it is, when it was published, and its title."""
    parts = (f"for {account.side}" if account.side else "press", words(account.published) if account.published else "date not known", clean(account.title or account.report))
    return " · ".join(parts)


def tone(point: Point) -> str:
    """Give the step of the scale and the words themselves where they are others: "stressed (made clear)"."""
    if point.tone is None:
        return ""
    said = clean(point.tone.words.quote).casefold()
    return point.tone.step if said == point.tone.step else f"{point.tone.step} (“{said}”)"


def about(point: Point) -> str:
    """Give a point's kind and tone: "commitment · stressed (“made clear”)"."""
    return " · ".join(filter(None, (KINDS[point.kind], tone(point))))


def relation(made: Comparison, link: Link) -> str:
    """Say how two linked points differ, in words; empty where they do not."""
    first, second = (clean(made.accounts[made.point(id).account].label) for id in (link.a, link.b))
    if link.relation == "contradicts":
        return f"{first} and {second} contradict each other"
    if link.relation in ("stronger", "weaker"):
        return f"worded more strongly by {first if link.relation == 'stronger' else second}"
    return ""


def fact_value(fact: Fact, account: int) -> str:
    """Give what an account tells of a fact, dates in words; a dash where it tells nothing."""
    value = fact.told[account].value
    return "–" if value is None else words(value) if fact.field == "date" else clean(value)


def sign(fact: Fact) -> str:
    """Give the sign of a fact: "=" where the accounts agree, "≠" where they differ, empty where only one tells it."""
    return "" if fact.agree is None else "=" if fact.agree else "≠"


def omitted(made: Comparison) -> Iterator[tuple[str, str]]:
    """Give who alone mentions what: ("only White House", "cyber security, climate"), by the accounts that do."""
    groups: dict[tuple[int, ...], list[Omission]] = {}
    for one in made.omissions:
        groups.setdefault(one.mentioned, []).append(one)
    for mentioned, found in groups.items():
        names = ", ".join(clean(made.accounts[n].label) for n in mentioned)
        yield f"only {names}", ", ".join(f"{one.theme}" for one in found)


def parts(made: Comparison, row: Row, account: int) -> list[Point]:
    """Give the points of an account in a row, in their order."""
    return [made.point(id) for id in row.points[account]]


def confidence(row: Row) -> float | None:
    """Give the confidence of a row: that of its least sure link; None where one account alone has it."""
    return min((k.confidence for k in row.links), default=None)


def own_words(made: Comparison, row: Row, account: int) -> frozenset[str]:
    """Give the words of an account's points in a row that no other account has there."""
    mine = {w for p in parts(made, row, account) for w in _plain(p.span.quote)}
    others = {w for n in row.accounts if n != account for p in parts(made, row, n) for w in _plain(p.span.quote)}
    return frozenset(mine - others)


def stretches(text: str, own: frozenset[str]) -> Iterator[tuple[str, bool]]:
    """Cut a wording into runs of words, each with whether they are this side's own; joined by blanks they are the wording."""
    run: list[str] = []
    state = False
    for word in text.split():
        differs = bool(_plain(word) & own)
        if run and differs != state:
            yield " ".join(run), state
            run = []
        run.append(word)
        state = differs
    if run:
        yield " ".join(run), state


def _plain(text: str) -> set[str]:
    return {p for w in _WORD.findall(text.casefold()) if (p := _PLAIN.sub("", w))}


def rows(made: Comparison, by: int = 0) -> Sequence[Row]:
    """Give the rows in the order of an account's text."""
    return order(made, by)


def blocks(found: Sequence[Row]) -> Iterator[list[Row]]:
    """Put rows together that can stand beside each other: each shared row alone, the rows of one account only between two of them."""
    alone: list[Row] = []
    for row in found:
        if len(row.accounts) == 1:
            alone.append(row)
            continue
        if alone:
            yield alone
            alone = []
        yield [row]
    if alone:
        yield alone
