"""What a point is about, as weighed terms: concepts, names, numbers and lemmas."""

import csv
import math
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib import resources
from itertools import pairwise
from typing import Any

from memcon.actors.tables import adjectives, fold, peoples, states
from memcon.compare.phrases import Phrases
from memcon.compare.within import Within
from memcon.record import Actor, Record

_WORD = re.compile(r"[^\W\d_][^\W_]*(?:[-’'][^\W_]+)*")
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
_SHORTENED = re.compile(r"(?:i|we|you|they|it|he|she|that|there|here|what|who|let)['’]\w+|\w+n['’]t", re.I)
_POSSESSIVE = re.compile(r"[’']s$|[’']$")


@dataclass(frozen=True, slots=True)
class Term:
    """A term and how it counts: `kind` is "concept", "name", "number" or "word"."""

    key: str
    kind: str


@dataclass
class Terms:
    """The terms of one point, each with how often it stands there; `numbers` are (value, unit) of the figures in it.

    `beside` are pairs of terms of which one follows the other, with nothing but words that do not count between them ("rules of
    the road"): two points that share one share a wording.
    """

    counts: dict[Term, int] = field(default_factory=dict)
    numbers: set[tuple[float, str]] = field(default_factory=set)
    beside: set[tuple[Term, Term]] = field(default_factory=set)

    def add(self, key: str, kind: str) -> None:
        """Count a term once more."""
        term = Term(key, kind)
        self.counts[term] = self.counts.get(term, 0) + 1


@cache
def _data(name: str) -> dict[str, Any]:
    return tomllib.loads((resources.files("memcon.compare") / "data" / name).read_text(encoding="utf-8"))


@cache
def _concepts() -> Phrases[str]:
    return Phrases((wording, name) for name, list_ in _data("paraphrases.toml").items() for wording in list_)


def concepts(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """Give the concepts of `data/paraphrases.toml` in `text[start:end]`: where they stand, and their names."""
    return list(_concepts().find(text, start, end))


@cache
def background() -> tuple[dict[str, int], int]:
    """Give in how many sentences of the background a lemma stands, and how many sentences there are (`data/background.csv`)."""
    path = resources.files("memcon.compare") / "data" / "background.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = list(csv.reader(line for line in lines if not line.startswith("#")))
    counts = {word: int(n) for word, n in rows[1:]}
    return counts, counts.pop("*")


@cache
def relatives() -> dict[str, dict[str, frozenset[str]]]:
    """Give for each relation ("family", "synonym") the words that stand in it to a lemma (`data/relatives.csv`)."""
    path = resources.files("memcon.compare") / "data" / "relatives.csv"
    rows = [line.split(",") for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    found: dict[str, dict[str, set[str]]] = {}
    for relation, a, b in rows[1:]:
        for one, other in ((a, b), (b, a)):
            found.setdefault(relation, {}).setdefault(one, set()).add(other)
    return {relation: {w: frozenset(o) for w, o in words.items()} for relation, words in found.items()}


@cache
def kin() -> dict[str, frozenset[str]]:
    """Give the themes of each concept: two concepts of one theme are near to each other."""
    found: dict[str, set[str]] = {}
    for theme, row in _data("themes.toml").items():
        for concept in (*row["concepts"], *row.get("near", ())):
            found.setdefault(concept, set()).add(theme)
    return {c: frozenset(t) for c, t in found.items()}


@cache
def wordings(concept: str) -> tuple[str, ...]:
    """Give the content words of a concept's wordings."""
    words = {w for phrase in _data("paraphrases.toml")[concept] for w in _WORD.findall(phrase.casefold())}
    return tuple(sorted(w for w in words if w not in stop_words()))


def rarity(term: Term) -> float:
    """Give the weight of a term: the logarithm of how seldom a sentence has it; concepts and names have fixed ones."""
    if term.kind == "concept":
        return 7.0
    if term.kind == "name":
        return 4.0
    if term.kind == "number":
        return 4.0
    counts, total = background()
    faint = 0.35 if term.key in _data("stop_words.toml")["faint"] else 1.0
    return faint * math.log((total + 1) / (counts.get(term.key, 0) + 1.5))


@cache
def stop_words() -> frozenset[str]:
    """Give the words that say nothing of what a point is about."""
    return frozenset(_data("stop_words.toml")["words"])


@dataclass(frozen=True)
class Words:
    """Lemmas without a parse, by the tables of the shipped model's lemmatizer, and the vectors of the model."""

    nlp: Any

    def lemma(self, word: str) -> str:
        """Give the lemma of a word, the verb's before the noun's ("meetings" and "met" are both "meet")."""
        return _lemma(self.nlp, word)

    def vector(self, word: str) -> Any:
        """Give the vector of a word, an array of the model's width."""
        return _vector(self.nlp, word)


@lru_cache(maxsize=65536)
def _vector(nlp: Any, word: str) -> Any:
    return nlp.vocab.get_vector(word)


@lru_cache(maxsize=65536)
def _lemma(nlp: Any, word: str) -> str:
    lower = _POSSESSIVE.sub("", word.casefold())
    tables = nlp.get_pipe("lemmatizer").lookups
    exceptions, rules, index = (tables.get_table(f"lemma_{n}") for n in ("exc", "rules", "index"))
    for part in ("verb", "noun", "adj"):
        if part in exceptions and lower in exceptions[part]:
            return str(exceptions[part][lower][0])
    for part in ("verb", "noun", "adj"):
        for old, new in rules.get(part, ()):
            stem = lower[: len(lower) - len(old)] + new
            if lower.endswith(old) and len(stem) > 2 and stem in index.get(part, ()):
                return str(stem)
    return lower


class Reader:
    """Reads the terms of the points of one record; `parties` are names that do not count."""

    def __init__(self, record: Record, words: Words, parties: frozenset[str] = frozenset()) -> None:
        self.text, self.words, self.parties = record.report.text, words, parties
        self.keys = {a.id: name_key(a) for a in record.actors}
        self.mentions = Within(record.mentions, lambda m: m.span)
        self.figures = Within(record.figures, lambda f: f.span)

    def terms(self, start: int, end: int, skip: Sequence[tuple[int, int]] = ()) -> Terms:
        """Give the terms of `text[start:end]`; `skip` are stretches that do not count (the verb of saying)."""
        found = Terms()
        taken = list(skip)
        order: list[tuple[int, Term]] = []
        for a, b, name in concepts(self.text, start, end):
            found.add(name, "concept")
            taken.append((a, b))
            order.append((a, Term(name, "concept")))
        self._names(found, start, end, taken)
        for figure in self.figures.inside(start, end):
            found.numbers.add((figure.value, figure.unit))
        for match in _NUMBER.finditer(self.text, start, end):
            if not _inside(match.start(), taken) and len(match.group()) > 1:
                found.add(match.group().replace(",", ""), "number")
        for match in _WORD.finditer(self.text, start, end):
            if _SHORTENED.fullmatch(match.group()) or _inside(match.start(), taken):
                continue
            lemma = self.words.lemma(match.group().replace("-", "")) if "-" in match.group() and match.group().replace("-", "").casefold() in background()[0] else self.words.lemma(match.group())
            if lemma not in stop_words() and len(lemma) > 1:
                found.add(lemma, "word")
                order.append((match.start(), Term(lemma, "word")))
        order.sort(key=lambda o: o[0])
        found.beside |= {(one, other) for (_, one), (_, other) in pairwise(order) if one != other}
        return found

    def _names(self, found: Terms, start: int, end: int, taken: list[tuple[int, int]]) -> None:
        for mention in self.mentions.inside(start, end):
            if mention.kind == "pronoun" or _inside(mention.span.start, taken):
                continue
            for key in (self.keys[id] for id in mention.actors):
                if key not in self.parties:
                    found.add(key, "name")
            if mention.kind in ("name", "nationality", "place"):
                taken.append((mention.span.start, mention.span.end))
        for a, b, country in _nations().find(self.text, start, end):
            found.counts.setdefault(Term(country, "name"), 1)
            taken.append((a, b))


@cache
def _nations() -> Phrases[str]:
    """Give the names, adjectives and peoples of states, and the country of each."""
    tables = (states(), adjectives(), peoples())
    code = {w.strip(): c for table in tables for words, c in table.items() for w in words.split(",") if w.strip()[:1].isupper() and ";" not in w}
    code |= {"U.S.": "US", "US": "US", "USA": "US", "U.S": "US", "UK": "GB", "U.K.": "GB", "PRC": "CN", "DPRK": "KP"}
    return Phrases(code.items(), case=True)


def last_name(name: str) -> str:
    """Give the last name of a person, folded: what stands for it across accounts.

    >>> last_name("Joseph R. Biden, Jr."), last_name("Volodymyr Zelenskyy")
    ('biden', 'zelenskyy')
    """
    parts = [p for p in fold(name).replace(",", " ").split() if p.strip(".") not in ("jr", "sr", "ii", "iii", "iv")]
    return parts[-1] if parts else name


def name_key(actor: Actor) -> str:
    """Give what stands for an actor across accounts: a state's code, a person's last name, a body's whole name."""
    if actor.kind == "state" and actor.country:
        return actor.country
    return last_name(actor.name) if actor.kind == "person" else fold(actor.name)


_BACK = re.compile(r"\b(?:this|these|that|those|the\s+said)\s+(?:topic|issue|matter|question|subject|regard|sphere|area|direction|proposal|decision|process)s?\b", re.I)


def carried(texts: Sequence[str], accounts: Sequence[int], terms: Sequence[Terms]) -> list[Terms]:
    """Give terms in which a point that only points back ("the dialogue on this topic") also has those of the point before it."""
    found: list[Terms] = []
    for n, (text, own) in enumerate(zip(texts, terms, strict=True)):
        if n and accounts[n - 1] == accounts[n] and _BACK.search(text):
            found.append(Terms({**found[-1].counts, **own.counts}, set(own.numbers), set(own.beside)))
        else:
            found.append(own)
    return found


def _inside(place: int, taken: list[tuple[int, int]]) -> bool:
    return any(a <= place < b for a, b in taken)
