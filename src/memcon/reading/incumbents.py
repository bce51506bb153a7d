"""Who was in office when: a witness for the year of a text ("President Lee Jae Myung" speaks for June 2025 and after)."""

import csv
import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from memcon.record import Span, span_of

_TITLED = re.compile(
    r"\b(President|Minister|Secretary|Chancellor|Premier|Pope|King|Emir|Secretary[ -]General|leader)"
    r"\s((?:[A-Z][\w.'’-]{0,25}\s?){1,4})"
)
_NOT_NOW = re.compile(r"(?:\bformer|\bthen|\blate|\bex|\bpast|-elect)[\s-](?:[\w.'’-]+\s){0,2}$", re.I)
_READ = 60_000


@dataclass(frozen=True, slots=True)
class Term:
    """A person's time in an office; `until` is None where the table knows of no end."""

    name: str
    office: str
    since: date
    until: date | None

    def holds(self, day: date) -> bool:
        """Tell whether the person was in office on a day."""
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Incumbent:
    """Words of the text that give somebody a high office, and the terms that may be meant."""

    span: Span
    name: str
    terms: tuple[Term, ...]


@cache
def _terms() -> tuple[Term, ...]:
    file = files("memcon.reading").joinpath("data", "incumbents.csv")
    lines = (line for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return tuple(
        Term(row["name"], row["office"], _day(row["since"], first=True), _day(row["until"], first=False) if row["until"] else None)
        for row in csv.DictReader(lines)
        if row["since"]
    )


def _day(value: str, first: bool) -> date:
    """Give the first or last day of an EDTF day, month or year (the 28th stands for a month's end)."""
    parts = [int(p) for p in value.split("-")]
    rest = [1, 1] if first else [12, 28]
    year, month, day = (parts + rest[len(parts) - 1 :])[:3]
    return date(year, month, day)


@cache
def horizon() -> int:
    """Give the last year that the table knows of."""
    return max(d.year for t in _terms() for d in (t.since, t.until) if d is not None)


@cache
def _by_word() -> dict[str, tuple[Term, ...]]:
    found: dict[str, list[Term]] = {}
    for term in _terms():
        for word in set(_words(term.name)):
            found.setdefault(word, []).append(term)
    return {word: tuple(terms) for word, terms in found.items()}


def _words(name: str) -> list[str]:
    return [w for w in re.split(r"[\s-]+", name.lower().replace("’", "'")) if w]


def named(text: str) -> list[Incumbent]:
    """Give the high offices that the text gives to persons of the table, each person once; former ones are left out."""
    found: dict[str, Incumbent] = {}
    for match in _TITLED.finditer(text, 0, min(len(text), _READ)):
        if _NOT_NOW.search(text[max(0, match.start() - 40) : match.start()]):
            continue
        words = _words(re.sub(r"['’]s?$", "", match.group(2).strip()).rstrip(".,"))
        terms = _meant(words, match.group(1).lower())
        if terms and terms[0].name not in found:
            found[terms[0].name] = Incumbent(span_of(text, match.start(), match.end()), terms[0].name, terms)
    return list(found.values())


def _meant(words: list[str], title: str) -> tuple[Term, ...]:
    """Give the terms of the one person that the words after a title can mean, none where two persons could be meant."""
    candidates = [t for t in _by_word().get(words[0], ()) if title == "leader" or title in t.office.lower()] if words else []
    fits = [t for t in candidates if _fits(words, _words(t.name))]
    return tuple(fits) if len({t.name for t in fits}) == 1 else ()


def _fits(words: list[str], name: list[str]) -> bool:
    """Tell whether words begin with a full name, or are the surname alone (the last word, or the first of three)."""
    if words[: len(name)] == name:
        return True
    if words[0] == name[0] and len(words) > 1 and name[-1] in words[1:3]:
        return True
    return words[0] == name[-1] and not (len(words) > 1 and words[1] == name[0])
