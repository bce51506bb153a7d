"""A comparison as lines for the terminal: facts, what is left out, and the points in three columns."""

from collections.abc import Iterator, Sequence

from memcon.compare import Comparison, Point, Row
from memcon.printing import compared_words as said
from memcon.printing.facts import Lines
from memcon.printing.layout import Ink, clean, pad, width, wrap
from memcon.printing.look import Look

_NARROW = 84
"""Columns under which the three columns stand one under the other."""
_GAP = 2
_LABEL = 14


def text(made: Comparison, texts: Sequence[str], look: Look, by: int = 0) -> str:
    """Give a comparison as text of at most `look.width` columns, without a line break at the end.

    `texts` are the texts of the accounts' reports (for line numbers); rows stand in the order of the account `by`.
    """
    return "\n".join(_Printer(made, texts, look, by).lines())


class _Printer:
    def __init__(self, made: Comparison, texts: Sequence[str], look: Look, by: int) -> None:
        self.made, self.look, self.by = made, look, by
        self.ink = Ink(look.colour)
        self.at = [Lines(t) for t in texts]

    def lines(self) -> list[str]:
        lines = [self.ink.title(line) for line in wrap(said.title(self.made), self.look.width)]
        for account in self.made.accounts:
            lines += wrap(f"{self.ink.name(clean(account.label))} {said.byline(account)}", self.look.width, "  ", "    ")
        lines += ["", *self.facts(), *self.omissions(), *self.contradictions(), "", self.ink.section("Points")]
        wide = len(self.made.accounts) == 2 and self.look.width >= _NARROW
        return lines + (self.columns() if wide else self.stacked())

    def facts(self) -> list[str]:
        lines = [self.ink.section("Facts")]
        for fact in self.made.facts:
            head = f"  {pad(said.FIELDS[fact.field], _LABEL)}{pad(said.sign(fact), 2)}"
            told = [f"{self.ink.name(clean(a.label))}: {said.fact_value(fact, n)}" for n, a in enumerate(self.made.accounts)]
            if fact.agree and len({said.fact_value(fact, n) for n in range(len(told))}) == 1:
                told = [said.fact_value(fact, 0)]
            lines += wrap(" · ".join(told), self.look.width, head, " " * (_LABEL + 4))
        return lines

    def omissions(self) -> list[str]:
        found = list(said.omitted(self.made))
        lines = ["", self.ink.section("Mentioned by some only")] if found else []
        for who, themes in found:
            lines += wrap(f"{self.ink.name(who)}: {themes}", self.look.width, "  ", "    ")
        return lines

    def contradictions(self) -> list[str]:
        lines = ["", self.ink.section("Contradictions")] if self.made.contradictions else []
        for link in self.made.contradictions:
            for sign, id in (("≠ ", link.a), ("  ", link.b)):
                point = self.made.point(id)
                label = self.ink.name(clean(self.made.accounts[point.account].label))
                lines += wrap(f"{label}: “{clean(point.span.quote)}” {self.where(point)}", self.look.width, f"  {sign}", "      ")
        return lines

    def stacked(self) -> list[str]:
        lines = []
        for row in said.rows(self.made, self.by):
            both = len(row.accounts) > 1
            who = "all" if len(row.accounts) == len(self.made.accounts) and len(self.made.accounts) > 2 else "both" if len(self.made.accounts) == 2 else "some"
            only = clean(self.made.accounts[row.accounts[0]].label)
            lines += ["", self.ink.sign(f"= {who}{self.sure(row)}") if both else self.ink.faint(f"only {only}")]
            for account in row.accounts:
                lines += [f"  {line}" for line in self.cell(row, account, self.look.width - 2, named=both)]
            lines += [f"  {line}" for line in self.notes(row, self.look.width - 2)]
        return lines

    def columns(self) -> list[str]:
        """Give three columns: only the first account, both, only the second."""
        column = (self.look.width - 2 * _GAP) // 3
        left, right = (clean(a.label) for a in self.made.accounts)
        names = (f"only {left}", "both", f"only {right}")
        lines = ["", (" " * _GAP).join(pad(self.ink.section(_cut(n, column)), column) for n in names).rstrip()]
        for block in said.blocks(said.rows(self.made, self.by)):
            cells: list[list[str]] = [[], [], []]
            for row in block:
                if len(row.accounts) == 2:
                    cells[1] = [line for n in row.accounts for line in self.cell(row, n, column, named=True)] + self.notes(row, column)
                else:
                    side = cells[2 * row.accounts[0]]
                    side += [*([""] if side else []), *self.cell(row, row.accounts[0], column, named=False)]
            lines += ["", *_beside(cells, column)]
        return lines

    def cell(self, row: Row, account: int, columns: int, named: bool) -> list[str]:
        lines = []
        own = said.own_words(self.made, row, account) if named else frozenset()
        for n, point in enumerate(said.parts(self.made, row, account)):
            lead = f"{self.ink.name(clean(self.made.accounts[account].label))}: " if named and not n else ""
            words = " ".join(_inked(self.ink, run, differs) for run, differs in said.stretches(clean(point.span.quote), own))
            lines += wrap(f"{lead}{words}", columns, rest="  " if named else "")
            lines += wrap(self.ink.faint(f"{said.about(point)} {self.where(point)}"), columns, "  ", "  ")
        return lines

    def notes(self, row: Row, columns: int) -> list[str]:
        found = [note for k in row.links if (note := said.relation(self.made, k))]
        sure = said.confidence(row)
        told = [*dict.fromkeys(found), *([f"confidence {sure:.2f}"] if sure is not None and len(self.made.accounts) == 2 else [])]
        return wrap(self.ink.faint("; ".join(told)), columns, "  ", "  ") if told else []

    def sure(self, row: Row) -> str:
        sure = said.confidence(row)
        return f", confidence {sure:.2f}" if sure is not None and len(self.made.accounts) > 2 else ""

    def where(self, point: Point) -> str:
        return self.ink.faint(f"[line\u00a0{self.at[point.account].of(point.span)}, {point.span.start}–{point.span.end}]")


def _inked(ink: Ink, words: str, differs: bool) -> str:
    """Colour each word by itself, so that lines may break between them."""
    return " ".join(ink.number(w) for w in words.split(" ")) if differs else words


def _cut(text: str, columns: int) -> str:
    return text if width(text) <= columns else text[: columns - 1] + "…"


def _beside(cells: Sequence[Sequence[str]], columns: int) -> Iterator[str]:
    for n in range(max(map(len, cells))):
        line = (" " * _GAP).join(pad(cell[n] if n < len(cell) else "", columns) for cell in cells)
        yield line.rstrip()
