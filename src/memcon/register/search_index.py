"""The full-text index: FTS5 in SQLite, tsvector in PostgreSQL, over reports, statements and figures.

A question is words (all must stand), "phrases", word* for beginnings, -word for what must not stand, and OR.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import (
    ColumnElement,
    Connection,
    Float,
    Integer,
    Subquery,
    Table,
    bindparam,
    column,
    func,
    literal_column,
    select,
    table,
    text,
)

from memcon.register.errors import QuestionError
from memcon.register.tables import figures, statements, texts

INDEXED: tuple[tuple[Table, tuple[str, ...]], ...] = (
    (texts, ("title", "text")),
    (statements, ("content",)),
    (figures, ("content",)),
)
_COLUMNS = {t.name: c for t, c in INDEXED}
_TERM = re.compile(r'(?P<minus>-)?(?:"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+))')
_WORDS = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase of a question."""

    words: tuple[str, ...]
    minus: bool = False
    prefix: bool = False


def parse(question: str) -> list[list[Term]]:
    """Cut a question into alternatives (OR) of terms that must all stand.

    Raises:
        QuestionError: nothing is left to look for.

    >>> parse('"grain deal" -wheat')
    [[Term(words=('grain', 'deal'), minus=False, prefix=False), Term(words=('wheat',), minus=True, prefix=False)]]
    """
    found: list[list[Term]] = [[]]
    for match in _TERM.finditer(question[:2000]):
        if match["word"] == "OR" and not match["minus"]:
            found.append([])
            continue
        words = tuple(w.lower() for w in _WORDS.findall(match["phrase"] if match["word"] is None else match["word"]))
        if words:
            found[-1].append(Term(words, bool(match["minus"]), bool(match["word"] and match["word"].endswith("*"))))
    found = [terms for terms in found if any(not t.minus for t in terms)]
    if not found:
        raise QuestionError(f"nothing to look for in {question!r}; give words, or a phrase in quotation marks")
    return found


def _fts5(terms: Sequence[Term]) -> str:
    plus = " AND ".join(_fts5_term(t) for t in terms if not t.minus)
    minus = " OR ".join(_fts5_term(t) for t in terms if t.minus)
    return f"(({plus}) NOT ({minus}))" if minus else f"({plus})"


def _fts5_term(term: Term) -> str:
    return f'"{" ".join(term.words)}"' + (" *" if term.prefix else "")


def _tsquery(terms: Sequence[Term]) -> str:
    return "(" + " & ".join(("!" if t.minus else "") + _ts_term(t) for t in terms) + ")"


def _ts_term(term: Term) -> str:
    words = [f"'{w}'" for w in term.words]
    return "(" + " <-> ".join([*words[:-1], words[-1] + (":*" if term.prefix else "")]) + ")"


def create(conn: Connection) -> None:
    """Make the index of an empty register."""
    for of, columns in INDEXED:
        if conn.dialect.name == "sqlite":
            names = ", ".join(columns)
            conn.execute(
                text(
                    f"CREATE VIRTUAL TABLE {of.name}_index USING fts5({names}, content='{of.name}', "
                    "content_rowid='number', tokenize='porter unicode61 remove_diacritics 2')"
                )
            )
        else:
            words = " || ' ' || ".join(columns)
            conn.execute(text(f"CREATE INDEX ix_{of.name}_words ON {of.name} USING gin (to_tsvector('english', {words}))"))


def put(conn: Connection, of: Table, numbers: Sequence[int]) -> None:
    """Index rows that were written (PostgreSQL does it by itself)."""
    if conn.dialect.name == "sqlite" and numbers:
        columns = _COLUMNS[of.name]
        names = ", ".join(columns)
        conn.execute(
            text(f"INSERT INTO {of.name}_index(rowid, {names}) SELECT number, {names} FROM {of.name} WHERE number = :number"),
            [{"number": n} for n in numbers],
        )


def drop(conn: Connection, of: Table, numbers: Sequence[int]) -> None:
    """Take rows out of the index, before they go."""
    if conn.dialect.name == "sqlite" and numbers:
        columns = _COLUMNS[of.name]
        names = ", ".join(columns)
        conn.execute(
            text(
                f"INSERT INTO {of.name}_index({of.name}_index, rowid, {names}) "
                f"SELECT 'delete', number, {names} FROM {of.name} WHERE number = :number"
            ),
            [{"number": n} for n in numbers],
        )


def matching(conn: Connection, of: Table, question: str) -> ColumnElement[bool]:
    """Give the condition that a row of a table holds what a question looks for."""
    alternatives = parse(question)
    if conn.dialect.name == "sqlite":
        words = " OR ".join(_fts5(terms) for terms in alternatives)
        index = table(f"{of.name}_index", column("rowid"))
        found = select(index.c.rowid).where(literal_column(f"{of.name}_index").op("MATCH")(bindparam(None, words)))
        return of.c.number.in_(found)
    words = " | ".join(_tsquery(terms) for terms in alternatives)
    columns = _COLUMNS[of.name]
    vector = func.to_tsvector(literal_column("'english'"), literal_column(" || ' ' || ".join(f"{of.name}.{c}" for c in columns)))
    return vector.op("@@")(func.to_tsquery(literal_column("'english'"), words))


def ranked(conn: Connection, question: str) -> Subquery:
    """Give the numbers of the reports that match, each with its rank, the least the best."""
    if conn.dialect.name == "sqlite":
        words = " OR ".join(_fts5(terms) for terms in parse(question))
        index = table("texts_index", column("rowid", Integer), column("rank", Float))
        match = literal_column("texts_index").op("MATCH")(bindparam(None, words))
        return select(index.c.rowid.label("number"), index.c.rank.label("rank")).where(match).subquery()
    words = " | ".join(_tsquery(terms) for terms in parse(question))
    vector = func.to_tsvector(literal_column("'english'"), literal_column("texts.title || ' ' || texts.text"))
    rank = -func.ts_rank_cd(vector, func.to_tsquery(literal_column("'english'"), words))
    return select(texts.c.number, rank.label("rank")).where(matching(conn, texts, question)).subquery()
