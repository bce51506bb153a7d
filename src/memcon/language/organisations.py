"""Organisations by pattern: "Russian Foreign Ministry", "Department of Trade", "Munich Security Conference"."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from memcon.language.gazetteer import DATA, known_names

_NATIONAL = frozenset({"NORP", "GPE"})
_BREAKS = frozenset({"VERB", "AUX", "ADP", "PRON", "DET", "SCONJ", "ADV"})
_OF = re.compile(r" of (?:the )?(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class _Pattern:
    label: str
    expression: re.Pattern[str]
    needs: tuple[str, ...]
    nation: bool
    place: bool
    trim: bool


@lru_cache(maxsize=1)
def _patterns() -> tuple[_Pattern, ...]:
    data = tomllib.loads((DATA / "organisations.toml").read_text("utf-8"))
    word = rf"(?!(?:{'|'.join(data['no_part'])})\b)[A-Z][a-z]+"
    return tuple(
        _Pattern(
            one["label"], re.compile(r"\b" + one["expression"].replace("WORD", word)), tuple(one["needs"]), one.get("nation", False), one.get("place", False),
            one.get("trim", False),
        )
        for one in data["pattern"]
    )


def organisations(doc: Any, text: str) -> list[tuple[int, int, str]]:
    """Find the organisations and events of the patterns, as (first token, token behind the last, label)."""
    found = []
    for pattern in _patterns():
        if not any(need in text for need in pattern.needs):
            continue
        for match in pattern.expression.finditer(text):
            span = doc.char_span(match.start(), match.end(), alignment_mode="expand")
            if span is None or "\n" in span.text:
                continue
            first: int = _behind_verb(doc, span.start, span.end) if pattern.trim else span.start
            if first == span.end - 1:
                continue
            start = first if first > span.start else _nation_before(doc, first)
            if start < span.start or not pattern.nation:
                end = _before_coordination(doc, span.start, span.end)
                end = _place_behind(doc, text, end) if pattern.place else end
                found.append((start, end, pattern.label))
    return found


def _behind_verb(doc: Any, start: int, end: int) -> int:
    """Give where the name begins in "Putin Visits Moscow University"."""
    for i in range(end - 1, start - 1, -1):
        if doc[i].pos_ in _BREAKS:
            return i + 1
    return start


def _before_coordination(doc: Any, start: int, end: int) -> int:
    """Cut "and Russia" off the end of "Ministry of Defense and Russia"."""
    known = known_names()
    for i in range(end - 1, start, -1):
        if doc[i].text == "and":
            if doc[i + 1 : end].text not in known:
                return end
            return i - 1 if doc[i - 1].text == "," else i
    return end


def _nation_before(doc: Any, start: int) -> int:
    """Take the words for a nation right before a token into the name: "U.S.", "Saudi Arabian", not "Monday"."""
    known = known_names()
    for size in (3, 2, 1):
        if start >= size:
            one = known.get(doc[start - size : start].text)
            if one is not None and one.label in _NATIONAL:
                return start - size
    return start


def _place_behind(doc: Any, text: str, end: int) -> int:
    """Take "of Georgia" behind "Ministry of Foreign Affairs" into the name."""
    if end >= len(doc):
        return end
    known = known_names()
    match = _OF.match(text, doc[end - 1].idx + len(doc[end - 1]))
    if match is None:
        return end
    first = end + (2 if "the " in match[0] else 1)
    for size in (4, 3, 2, 1):
        if first + size <= len(doc):
            one = known.get(doc[first : first + size].text)
            if one is not None and one.label == "GPE":
                return first + size
    return end
