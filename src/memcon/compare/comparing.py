"""Compares accounts: points, rows, facts, what is left out, what contradicts."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from memcon.compare import aligning, contradictions, facts, omissions, oppositions
from memcon.compare.comparison import Account, Comparison, Point, Row
from memcon.compare.likeness import likeness
from memcon.compare.points import outside, parties, points_of
from memcon.compare.sides import account_of
from memcon.compare.terms import Reader, Words, carried
from memcon.errors import MemconError
from memcon.record import Record

_MOST, _LEAST = 2400, 60
"""Points that are held against each other in one comparison, and the fewest of an account: all with all is quadratic."""


def compare(records: Sequence[Record], nlp: Any, engagements: Sequence[str | None] | None = None) -> Comparison:
    """Compare two or more records that tell of one engagement.

    `nlp` is the pipeline of `memcon.language.load` (its lemma tables and vectors are used, no text is parsed anew);
    `engagements` name the engagement of each record that is meant, otherwise the one on which the records agree best is taken.

    Raises:
        MemconError: there are fewer than two records.
    """
    if len(records) < 2:
        raise MemconError(f"a comparison needs two accounts and here is {len(records)}; give another document, or an entry with several reports")
    meant = facts.engagements(records, engagements)
    accounts: tuple[Account, ...] = account_of(records, meant)
    found = [f for n, record in enumerate(records) for f in points_of(record, n, meant[n])]
    points = [f.point for f in found]
    words, known = Words(nlp), parties(records, meant)
    readers = [Reader(r, words, known) for r in records]
    terms = [readers[f.point.account].terms(f.point.span.start, f.point.span.end, f.acts) for f in found]
    terms = carried([p.span.quote for p in points], [p.account for p in points], terms)
    kept, notes = _kept(points, accounts)
    near, about = [points[n] for n in kept], [terms[n] for n in kept]
    elsewhere = outside(records, meant, points)
    like = likeness(near, about, words, [elsewhere[n] for n in kept])
    denied = contradictions.find(records, near, about, words)
    known_pairs = {(k.a, k.b) for k in denied}
    opposed = oppositions.find(records, near, about, [elsewhere[n] for n in kept])
    denied += [k for k in opposed if (k.a, k.b) not in known_pairs]
    links = contradictions.marked(aligning.links(near, about, like, len(records)), denied)
    rows = aligning.rows(points, links, len(records))
    return Comparison(
        accounts=accounts,
        points=tuple(points),
        rows=rows,
        facts=facts.facts(records, meant, points, rows, elsewhere),
        omissions=omissions.find(records, points),
        contradictions=tuple(denied),
        notes=notes,
    )


def _kept(points: Sequence[Point], accounts: Sequence[Account]) -> tuple[list[int], tuple[str, ...]]:
    """Give the indexes of the points that are held against each other: of very long accounts the first ones only, and it is said."""
    most = max(_MOST // len(accounts), _LEAST)
    seen, kept = Counter[int](), []
    for n, point in enumerate(points):
        seen[point.account] += 1
        if seen[point.account] <= most:
            kept.append(n)
    notes = [f"{accounts[a].label}: the first {most} of {count} points were held against the others" for a, count in sorted(seen.items()) if count > most]
    return kept, tuple(notes)


def order(made: Comparison, by: int) -> Sequence[Row]:
    """Give the rows of a comparison in the order of the text of the account `by` (an index)."""
    return made.rows if by == 0 else aligning.reordered(made.rows, made.points, by)
