"""The memorandum in Markdown, with footnotes (`[^1]`, as GitHub, Pandoc and most others read them)."""

import re
from typing import BinaryIO

from memcon.exchange.iris import web
from memcon.exchange.memo import Line, Memo, Note, memo
from memcon.exchange.outcome import Outcome
from memcon.exchange.selection import Selection

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~!&^$@])|(?<=http)(:)|(?<=https)(:)|(?<=www)(\.)", re.I)


def write(selection: Selection, out: BinaryIO) -> Outcome:
    """Write the memorandum; no character of a report is taken for Markdown, HTML or a link."""
    made = memo(selection)
    out.write(text(made).encode())
    return Outcome(len(made.notes), "sources", made.left_out)


def text(made: Memo) -> str:
    """Give a memorandum as Markdown."""
    parts = [f"# {plain(made.title)}"] if made.kind in made.title else [f"# {plain(made.kind)}: {plain(made.title)}"]
    for section in made.sections:
        if section.lines:
            heading = [f"## {section.heading}\n"] if section.heading else []
            parts.append("\n".join([*heading, *map(_line, section.lines)]))
    parts += [_note(note) for note in made.notes]
    return "\n\n".join([*parts, f"*{plain(made.foot)}*"]) + "\n"


def plain(text: str) -> str:
    r"""Escape a text.

    >>> plain("<b> *x* [y](http://z)")
    '\\<b\\> \\*x\\* \\[y\\](http\\://z)'
    """
    return _MARKS.sub(r"\\\g<0>", text)


def _line(line: Line) -> str:
    marks = "".join(f"[^{n}]" for n in line.notes)
    return f"- **{plain(line.lead)}:** {plain(line.text)}{marks}" if line.lead else f"- {plain(line.text)}{marks}"


def _note(note: Note) -> str:
    url = web(note.url)
    where = f", characters {', '.join(f'{a}–{b}' for a, b in note.spans)}" if note.spans else ""
    return f"[^{note.number}]: {plain(note.text)}{where}.{f' <{url}>' if url else ''}"
