"""Compares accounts: points, rows, facts, what is left out, what contradicts."""

from collections.abc import Sequence
from typing import Any

from memcon.compare import aligning, contradictions, facts, omissions
from memcon.compare.comparison import Account, Comparison, Row
from memcon.compare.likeness import likeness
from memcon.compare.points import outside, parties, points_of
from memcon.compare.sides import account_of
from memcon.compare.terms import Words, carried, terms_of
from memcon.errors import MemconError
from memcon.record import Record


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
    terms = [terms_of(records[f.point.account], f.point.span.start, f.point.span.end, words, list(f.acts), known) for f in found]
    terms = carried([p.span.quote for p in points], [p.account for p in points], terms)
    like = likeness(points, terms, words, outside(records, meant, points))
    links = aligning.links(points, terms, like, len(records))
    denied = contradictions.find(records, points, terms, words)
    links = contradictions.marked(links, denied)
    rows = aligning.rows(points, links, len(records))
    return Comparison(
        accounts=accounts,
        points=tuple(points),
        rows=rows,
        facts=facts.facts(records, meant, points, rows),
        omissions=omissions.find(records, points),
        contradictions=tuple(denied),
    )


def order(made: Comparison, by: int) -> Sequence[Row]:
    """Give the rows of a comparison in the order of the text of the account `by` (an index)."""
    return made.rows if by == 0 else aligning.reordered(made.rows, made.points, by)
