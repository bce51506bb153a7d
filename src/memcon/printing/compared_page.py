"""A comparison as one self-contained page: facts, three columns of points, and both texts with the points as anchors."""

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from memcon.compare import Comparison, Point, Row
from memcon.printing import compared_words as said
from memcon.printing.layout import clean
from memcon.printing.page_marks import safe


def page(made: Comparison, texts: Sequence[str], by: int = 0) -> str:
    """Give a comparison as an HTML document that asks nothing of the network.

    `texts` are the texts of the accounts' reports; each point of the columns leads to its place in them and back. All text is
    escaped, and the page's own policy (CSP) allows only its style.
    """
    return "\n".join(
        [
            "<!doctype html>",
            '<html lang="en">',
            "<head>",
            '<meta charset="utf-8">',
            f"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{_digest()}'; base-uri 'none'; form-action 'none'\">",
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="color-scheme" content="light dark">',
            f"<title>{safe(said.title(made))}</title>",
            f"<style>{_style()}</style>",
            "</head>",
            "<body>",
            f"<header><h1>{safe(said.title(made))}</h1></header>",
            f"<main>{body(made, texts, by)}</main>",
            "<footer>What stands here is what the accounts say, not what Memcon holds to be true.</footer>",
            "</body>",
            "</html>",
            "",
        ]
    )


def body(made: Comparison, texts: Sequence[str], by: int = 0) -> str:
    """Give the inner part of the page, for pages of other design: accounts, facts, omissions, points, texts."""
    return "\n".join([_accounts(made), _facts(made), _omissions(made), _contradictions(made), _points(made, by), _texts(made, texts)])


def _accounts(made: Comparison) -> str:
    return "<ul class=accounts>" + "".join(f"<li>{_source(made, n)} <span class=byline>{safe(said.byline(a))}</span></li>" for n, a in enumerate(made.accounts)) + "</ul>"


def _source(made: Comparison, n: int) -> str:
    account = made.accounts[n]
    label = f"<span class=who>{safe(account.label)}</span>"
    if account.url and account.url.startswith(("https://", "http://")):
        return f'<a href="{safe(account.url)}" rel="noopener noreferrer">{label}</a>'
    return label


def _facts(made: Comparison) -> str:
    if not made.facts:
        return ""
    head = "".join(f"<th scope=col>{safe(a.label)}</th>" for a in made.accounts)
    rows = []
    for fact in made.facts:
        cells = []
        for n in range(len(made.accounts)):
            span = fact.told[n].span
            value = safe(said.fact_value(fact, n))
            home = next((p for p in made.points if span and p.account == n and p.span.holds(span)), None)
            cells.append(f'<td>{f"<a href=#{_anchor(home)}>{value}</a>" if home else value}</td>')
        agree = {None: "", True: "agree", False: '<span class=no>differ</span>'}[fact.agree]
        rows.append(f"<tr><th scope=row>{safe(said.FIELDS[fact.field])}</th>{''.join(cells)}<td>{agree}</td></tr>")
    return f"<section aria-label=Facts><h2>Facts</h2><table class=facts><thead><tr><th></th>{head}<th></th></tr></thead><tbody>{''.join(rows)}</tbody></table></section>"


def _omissions(made: Comparison) -> str:
    lines = "".join(f"<li><span class=who>{safe(who)}</span>: {safe(themes)}</li>" for who, themes in said.omitted(made))
    return f"<section><h2>Mentioned by some only</h2><ul>{lines}</ul></section>" if lines else ""


def _contradictions(made: Comparison) -> str:
    lines = "".join(f"<li>{_quoted(made, k.a)} <span class=contradicts>≠</span> {_quoted(made, k.b)}</li>" for k in made.contradictions)
    return f"<section><h2>Contradictions</h2><ul>{lines}</ul></section>" if lines else ""


def _quoted(made: Comparison, id: str) -> str:
    point = made.point(id)
    return f"<span class=who>{safe(made.accounts[point.account].label)}</span> <a href=#{_anchor(point)}>“{safe(clean(point.span.quote))}”</a>"


def _points(made: Comparison, by: int) -> str:
    two = len(made.accounts) == 2
    names = [f"only {made.accounts[0].label}", "both", f"only {made.accounts[1].label}"] if two else [a.label for a in made.accounts]
    head = "".join(f"<th scope=col>{safe(n)}</th>" for n in names)
    found = said.rows(made, by)
    rows = "".join(_two(made, b) for b in said.blocks(found)) if two else "".join(_many(made, r) for r in found)
    return f"<section><h2>Points</h2><table class=points><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></section>"


def _two(made: Comparison, block: list[Row]) -> str:
    cells = ["", "", ""]
    for row in block:
        if len(row.accounts) == 2:
            cells[1] = "".join(f"<div><span class=who>{safe(made.accounts[n].label)}</span> {_cell(made, row, n)}</div>" for n in row.accounts) + _notes(made, row)
        else:
            cells[2 * row.accounts[0]] += _cell(made, row, row.accounts[0])
    kind = " class=both" if cells[1] else ""
    return f"<tr><td>{cells[0]}</td><td{kind}>{cells[1]}</td><td>{cells[2]}</td></tr>"


def _many(made: Comparison, row: Row) -> str:
    cells = "".join(f"<td{' class=both' if len(row.accounts) > 1 and ids else ''}>{_cell(made, row, n)}</td>" for n, ids in enumerate(row.points))
    return f"<tr>{cells}</tr>"


def _cell(made: Comparison, row: Row, account: int) -> str:
    own = said.own_words(made, row, account) if len(row.accounts) > 1 else frozenset()
    found = []
    for point in said.parts(made, row, account):
        runs = " ".join(f"<mark>{safe(run)}</mark>" if differs else safe(run) for run, differs in said.stretches(clean(point.span.quote), own))
        found.append(f'<a class=point id="from-{_anchor(point)}" href="#{_anchor(point)}">{runs}</a><span class=about>{safe(said.about(point))} [{point.span.start}–{point.span.end}]</span>')
    return "".join(found)


def _notes(made: Comparison, row: Row) -> str:
    notes = dict.fromkeys(note for k in row.links if (note := said.relation(made, k)))
    kind = "note contradicts" if any(k.relation == "contradicts" for k in row.links) else "note"
    sure = said.confidence(row)
    told = "; ".join([*notes, *([f"confidence {sure:.2f}"] if sure is not None else [])])
    return f'<p class="{kind}">{safe(told)}</p>' if told else ""


def _texts(made: Comparison, texts: Sequence[str]) -> str:
    found = []
    for n, text in enumerate(texts):
        inner, place = [], 0
        for point in (p for p in made.points if p.account == n):
            inner.append(safe(text[place : point.span.start]))
            inner.append(f'<span id="{_anchor(point)}">{safe(point.span.quote)} <a href="#from-{_anchor(point)}" aria-label="back to the comparison">↩</a></span>')
            place = point.span.end
        inner.append(safe(text[place:]))
        found.append(f"<section><h3>{_source(made, n)}</h3><article>{''.join(inner)}</article></section>")
    return f"<section><h2>The texts</h2><div class=texts>{''.join(found)}</div></section>"


def _anchor(point: Point | None) -> str:
    return f"p-{point.id.replace('.', '-')}" if point else ""


@cache
def _style() -> str:
    return (files("memcon.printing") / "assets" / "compared.css").read_text(encoding="utf-8").strip()


@cache
def _digest() -> str:
    return base64.b64encode(hashlib.sha256(_style().encode()).digest()).decode()
