"""The memorandum as an HTML page that prints well and asks nothing of the network."""

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import BinaryIO

from memcon.exchange.iris import web
from memcon.exchange.memo import Line, Memo, Note, Section, memo
from memcon.exchange.outcome import Outcome
from memcon.exchange.selection import Selection
from memcon.printing.page_marks import safe


def write(selection: Selection, out: BinaryIO) -> Outcome:
    """Write the memorandum; all text is escaped, and the page's own policy allows nothing but its style."""
    made = memo(selection)
    out.write(page(made).encode())
    return Outcome(len(made.notes), "sources", made.left_out)


def page(made: Memo) -> str:
    """Give a memorandum as a page."""
    sections = "\n".join(_section(s) for s in made.sections if s.lines)
    notes = "\n".join(_note(n) for n in made.notes)
    return "\n".join(
        [
            "<!DOCTYPE html>",
            '<html lang="en">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_policy()}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="color-scheme" content="light dark">',
            f"<title>{safe(made.title)}</title>",
            f"<style>{_style()}</style>",
            "</head>",
            "<body>",
            f"<main>\n{_head(made)}\n{sections}",
            f'<section aria-label="Sources">\n<h2>Sources</h2>\n<ol>\n{notes}\n</ol>\n</section>' if notes else "",
            f"</main>\n<footer>{safe(made.foot)}</footer>",
            "</body>",
            "</html>",
            "",
        ]
    )


def _head(made: Memo) -> str:
    kind = "" if made.kind in made.title else f"<span>{safe(made.kind)}</span> "
    return f"<h1>{kind}{safe(made.title)}</h1>"


def _section(section: Section) -> str:
    heading = f"<h2>{safe(section.heading)}</h2>\n" if section.heading else ""
    rows = "\n".join(_line(line) for line in section.lines)
    return f"<section>\n{heading}<dl>\n{rows}\n</dl>\n</section>"


def _line(line: Line) -> str:
    marks = "".join(f'<sup><a href="#note-{n}">{n}</a></sup>' for n in line.notes)
    return f"<div><dt>{safe(line.lead)}</dt><dd>{safe(line.text)}{marks}</dd></div>"


def _note(note: Note) -> str:
    url = web(note.url)
    link = f' <a href="{safe(url)}" rel="noopener noreferrer">{safe(url)}</a>' if url else ""
    where = f", characters {', '.join(f'{a}–{b}' for a, b in note.spans)}" if note.spans else ""
    return f'<li id="note-{note.number}">{safe(note.text)}{where}.{link}</li>'


@cache
def _style() -> str:
    return (files("memcon.exchange") / "data" / "memo.css").read_text(encoding="utf-8").strip()


@cache
def _policy() -> str:
    digest = base64.b64encode(hashlib.sha256(_style().encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
