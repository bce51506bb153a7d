"""Records made by hand, for tests of the register: short reports about public events."""

import hashlib
from collections.abc import Sequence
from typing import Any

from memcon.record import (
    Actor,
    Block,
    Engagement,
    Figure,
    Mention,
    Participant,
    Place,
    Publication,
    Publisher,
    Record,
    Report,
    Span,
    Stamp,
    Statement,
)

PUTIN, ASSAD = ("Vladimir Putin", "RU"), ("Bashar al-Assad", "SY")
BIDEN, ZELENSKY = ("Joe Biden", "US"), ("Volodymyr Zelenskyy", "UA")


def span(text: str, quote: str) -> Span:
    """Give the span of the first `quote` in a text."""
    start = text.index(quote)
    return Span(start, start + len(quote), quote)


def told(
    kind: str,
    people: Sequence[tuple[str, str | None]],
    date: str | None,
    status: str = "held",
    main: bool = True,
    place: tuple[str | None, str | None] | None = None,
    confidence: float = 0.8,
) -> dict[str, Any]:
    """Describe an engagement; `place` is (city, country); a name that is a state's short name makes a state."""
    return {"kind": kind, "people": people, "date": date, "status": status, "main": main, "place": place, "confidence": confidence}


STATES = {"Russia", "Syria", "United States", "Ukraine", "China", "Iran", "France"}


def record(
    id: str,
    *engagements: dict[str, Any],
    published: str | None = "2021-09-14",
    publisher: str | None = None,
    text: str | None = None,
    said: Sequence[tuple[str, str, str]] = (),
    figures: Sequence[tuple[str, float, str, str]] = (),
) -> Record:
    """Make a record: `said` is (speaker's name, cue, content), `figures` (quantity, value, unit, claimant's name)."""
    names = dict.fromkeys(p for e in engagements for p in e["people"])
    body = text or f"{id}\n" + " ".join(f"{n} took part." for n, _ in names) + f" This is {id}."
    for speaker, cue, content in said:
        body += f"\n{speaker} {cue} that {content}."
    for quantity, _, _, claimant in figures:
        body += f"\nTrade, said {claimant}, reached {quantity}."
    actors = {
        pair: Actor(f"a{n}", pair[0], "state" if pair[0] in STATES else "person" if pair[1] or " " in pair[0] else "organisation", pair[1])
        for n, pair in enumerate(names, 1)
    }
    by_name = {a.name: a.id for a in actors.values()}
    return Record(
        report=_report(id, body, published, publisher),
        stamp=Stamp("0.1.0", "test", "0"),
        actors=tuple(actors.values()),
        mentions=tuple(
            sorted((Mention(span(body, a.name), (a.id,), "name", "test") for a in actors.values()), key=lambda m: m.span)
        ),
        statements=tuple(
            Statement(f"s{n}", (by_name[s],), span(body, s), span(body, cue), (span(body, c),), "indirect", "test", confidence=0.9)
            for n, (s, cue, c) in enumerate(said, 1)
        ),
        figures=tuple(
            Figure(f"f{n}", span(body, q), v, u, span(body, f"Trade, said {who}, reached {q}."), "test",
                   what=span(body, "Trade"), claimants=(by_name[who],), period="2021")
            for n, (q, v, u, who) in enumerate(figures, 1)
        ),
        engagements=tuple(_engagement(f"e{n}", e, actors, body) for n, e in enumerate(engagements, 1)),
    )  # fmt: skip


def _report(id: str, text: str, published: str | None, publisher: str | None) -> Report:
    sha = hashlib.sha256(text.encode()).hexdigest()
    return Report(
        id=id,
        text=text,
        sha256=sha,
        raw_sha256=hashlib.sha256(f"{id} {published} {text}".encode()).hexdigest(),
        format="text",
        blocks=(Block("paragraph", Span(0, len(text), text)),),
        title=Span(0, len(text.split("\n")[0]), text.split("\n")[0]),
        publisher=Publisher(publisher, "given") if publisher else None,
        published=Publication(published, "given", "given") if published else None,
    )


def _engagement(id: str, e: dict[str, Any], actors: dict[Any, Actor], text: str) -> Engagement:
    words = span(text, next(iter(e["people"]))[0])
    return Engagement(
        id=id,
        kind=e["kind"],
        status=e["status"],
        main=e["main"],
        participants=tuple(Participant(actors[p].id) for p in e["people"]),
        trigger=words,
        evidence=(words,),
        date=e["date"],
        place=Place(None, *e["place"]) if e["place"] else None,
        confidence=e["confidence"],
    )
