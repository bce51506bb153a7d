"""A comparison as a memorandum in Markdown."""

import re

from memcon.compare import Comparison, Row
from memcon.printing import compared_words as said
from memcon.printing.layout import clean

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~!&^$@])|(?<=http)(:)|(?<=https)(:)|(?<=www)(\.)", re.I)


def markdown(made: Comparison, by: int = 0) -> str:
    """Give a comparison as Markdown (CommonMark with tables); no character of a report is taken for Markdown, HTML or a link."""
    parts = [f"# {_plain(said.title(made))}", "\n".join(f"- **{_plain(a.label)}** {_plain(said.byline(a))} (report {_plain(a.report)})" for a in made.accounts)]
    if made.facts:
        parts.append("## Facts\n\n" + _facts(made))
    if omitted := [f"- **{_plain(who)}:** {_plain(themes)}" for who, themes in said.omitted(made)]:
        parts.append("## Mentioned by some only\n\n" + "\n".join(omitted))
    if made.contradictions:
        parts.append("## Contradictions\n\n" + "\n".join(f"- {_quoted(made, k.a)} ≠ {_quoted(made, k.b)}" for k in made.contradictions))
    rows = said.rows(made, by)
    shared = [r for r in rows if len(r.accounts) > 1]
    if shared:
        name = "What both say" if len(made.accounts) == 2 else "What several say"
        parts.append(f"## {name}\n\n" + "\n".join(_row(made, r) for r in shared))
    for n, account in enumerate(made.accounts):
        if alone := [r for r in rows if r.accounts == (n,)]:
            parts.append(f"## Only {_plain(account.label)}\n\n" + "\n".join(_row(made, r) for r in alone))
    foot = "What stands here is what the accounts say, not what Memcon holds to be true. Numbers in brackets are characters of the report's text."
    return "\n\n".join([*parts, f"*{foot}*"]) + "\n"


def _facts(made: Comparison) -> str:
    head = ["", *(_plain(a.label) for a in made.accounts), "agree"]
    lines = [head, ["---"] * len(head)]
    for fact in made.facts:
        agree = {None: "", True: "yes", False: "**no**"}[fact.agree]
        lines.append([said.FIELDS[fact.field], *(_plain(said.fact_value(fact, n)) for n in range(len(made.accounts))), agree])
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _row(made: Comparison, row: Row) -> str:
    if len(row.accounts) == 1:
        return "\n".join(_point(made, id, "- ", "") for id in row.points[row.accounts[0]])
    sure = said.confidence(row)
    notes = [note for k in row.links if (note := said.relation(made, k))]
    head = "; ".join([*dict.fromkeys(notes), f"confidence {sure:.2f}" if sure is not None else ""]).strip("; ")
    lines = [f"- *{_plain(head)}*"]
    for account in row.accounts:
        lines += [_point(made, id, "  - ", f"**{_plain(made.accounts[account].label)}:** ") for id in row.points[account]]
    return "\n".join(lines)


def _point(made: Comparison, id: str, lead: str, who: str) -> str:
    point = made.point(id)
    return f"{lead}{who}“{_plain(clean(point.span.quote))}” ({_plain(said.about(point))}) \\[{point.span.start}–{point.span.end}\\]"


def _quoted(made: Comparison, id: str) -> str:
    point = made.point(id)
    return f"**{_plain(made.accounts[point.account].label)}:** “{_plain(clean(point.span.quote))}” \\[{point.span.start}–{point.span.end}\\]"


def _plain(text: str) -> str:
    return _MARKS.sub(r"\\\g<0>", clean(text))
