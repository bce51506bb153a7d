"""Names, after the statistical finder: what lists, titles, patterns and the rest of the document know better.

Labels: PERSON, ORG, GPE (states and what they are made of), LOC (other places), NORP (nations, peoples), MISC, EVENT. The
tokens and the parse are never touched. Sources of the rules are the tables under `data/`.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from memcon.language.columns import columns
from memcon.language.gazetteer import Match, matches
from memcon.language.organisations import organisations
from memcon.language.persons import is_capital, named, titled, without_tail, without_title, words_of
from memcon.language.repetition import Name, majorities, surnames
from memcon.language.segments import dateline_place

_HYPHENS = frozenset("-–—/")
_FUNCTION = frozenset({"DET", "PRON", "ADP", "AUX", "SCONJ", "CCONJ"})


@dataclass(slots=True)
class _Text:
    """The tokens of a document as the rules see them."""

    words: list[str]
    pos: list[str]
    starts: list[bool]
    shouted: list[bool]


def finish_names(doc: Any, nlp: Any, text: str | None = None) -> Any:
    """Correct and complete `doc.ents` in place; gives the Doc. `text` is `doc.text`, where it is at hand."""
    from spacy.tokens import Span

    if not len(doc):
        return doc
    names = _names(doc, _look(doc), nlp, doc.text if text is None else text)
    doc.ents = [Span(doc, start, end, label=label) for start, end, label in names]
    return doc


def confirmed(doc: Any, nlp: Any) -> list[tuple[int, int]]:
    """Give the names of a finished Doc, as tokens [start, end), that a list, a title or a pattern vouches for."""
    text = _look(doc)
    listed = matches(text.words, nlp)
    places = {m.start: m.end for m in listed if m.known.label == "GPE"}
    vouched = {(m.start, m.end) for m in listed if not m.known.doubtful} | set(titled(text.words, text.pos, text.shouted, places))
    vouched |= {(start, end) for start, end, _ in organisations(doc, doc.text)}
    return [(e.start, e.end) for e in doc.ents if (e.start, e.end) in vouched]


def _look(doc: Any) -> _Text:
    words, pos = columns(doc, "text", "pos")
    starts, shouted = [False] * len(words), [False] * len(words)
    for sentence in doc.sents:
        starts[sentence.start] = True
        letters = "".join(words[sentence.start : sentence.end])
        if letters.isupper() and sentence.end - sentence.start > 2:
            shouted[sentence.start : sentence.end] = [True] * (sentence.end - sentence.start)
    return _Text(words, pos, starts, shouted)


def _names(doc: Any, text: _Text, nlp: Any, raw: str) -> list[Name]:
    words = text.words
    listed = matches(words, nlp)
    places = {m.start: m.end for m in listed if m.known.label == "GPE"}
    persons = titled(words, text.pos, text.shouted, places)
    known = [match for match in listed if _stands(text, match, {start for start, _ in persons})]
    patterned = organisations(doc, raw)
    statistical = [name for name in _statistical(doc, text) if name[2] != "PERSON" or not _inside(name, persons)]
    full = persons + [(a, b) for a, b, label in statistical if label == "PERSON"] + named(words, text.pos)
    family = surnames(words, [one for one in full if not _HYPHENS.intersection(words[one[0] : one[1]]) or one[1] - one[0] > 3])
    sure = [(a, b, "PERSON") for a, b in persons] + _datelines(doc, text, raw)
    whole = [(m.start, m.end) for m in known if m.end - m.start > 1 and not m.known.doubtful]
    sure += [name for name in patterned if name[2] == "ORG" and not _inside(name, whole)]
    parts = _compounds(words, known, family)
    split = {i for start, end, _ in parts for i in range(start, end)}
    sure = [name for name in sure if split.isdisjoint(range(name[0], name[1]))]
    loose = _relabelled(words, statistical, known, family)
    free = [(a, b, "PERSON") for a, b in named(words, text.pos)]
    loose = [n for n in loose if n[2] == "PERSON" or (n[0], n[1], "PERSON") not in free]
    events = [name for name in patterned if name[2] == "EVENT"]
    settled = _settle([*sure, *parts], loose, _gazetted(known, family, words), [*free, *events])
    settled = _settle(settled, [], _surnames_alone(text, family), [])
    best = majorities(words, settled, sure)
    return [(a, b, _voted(best, " ".join(words[a:b]), label)) for a, b, label in settled]


def _voted(best: dict[str, str], name: str, label: str) -> str:
    return best.get(name, label)


def _inside(name: Name, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= name[0] and name[1] <= end for start, end in spans)


def _stands(text: _Text, match: Match, persons: AbstractSet[int]) -> bool:
    """Say whether a known name may be taken for what the list says, by the words beside it."""
    if not match.known.doubtful:
        return True
    if match.known.label in ("ORG", "MISC"):
        return not text.shouted[match.start] and not (text.starts[match.start] and text.pos[match.start] != "PROPN")
    return _ends_before(text, match.start) and (match.end in persons or text.shouted[match.start] or _begins_behind(text, match))


def _ends_before(text: _Text, start: int) -> bool:
    """Say that the word before a doubtful place is no part of the same name, as it is in "Michael Jordan"."""
    if not start or text.starts[start] or text.pos[start - 1] != "PROPN" or not is_capital(text.words[start - 1]):
        return True
    lists = words_of()
    return text.words[start - 1] in lists["inside"] or text.words[start - 1] in lists["never_names"]


def _begins_behind(text: _Text, match: Match) -> bool:
    """Say that the word behind a doubtful place is no part of the same name, as it is in "Paris Hilton"."""
    if match.end >= len(text.words) or text.pos[match.end] != "PROPN" or not is_capital(text.words[match.end]):
        return True
    lists, behind = words_of(), text.words[match.end]
    return text.pos[match.start] != "PROPN" or behind in lists["last"] or behind in lists["inside"] or behind in lists["never_names"]


def _statistical(doc: Any, text: _Text) -> list[Name]:
    """Give the names of the statistical finder: without titles before and behind them, without days and articles."""
    found = []
    for span in doc.ents:
        start, end = span.start, span.end
        end = without_tail(text.words, start, end)
        if span.label_ == "PERSON":
            start = without_title(text.words, start, end)
        if end - start > 1 and text.words[end - 1] in ("'s", "’s", "'", "’"):
            end -= 1
        if end - start > 1 and text.words[start].lower() == "the":
            start += 1
        if span.label_ == "PERSON" and end + 1 < len(text.words) and text.words[end] == "," and text.words[end + 1] in ("Jr.", "Sr.", "Jr", "Sr"):
            end += 2
        if start < end and not _is_no_name(text.words[start:end], span.label_):
            found.append((start, end, span.label_))
    return found


def _is_no_name(words: Sequence[str], label: str) -> bool:
    """Tell what the finder takes for a name and is none: "US$50", "Jr." alone, "Summit" as a person."""
    lists = words_of()
    if any("$" in word for word in words):
        return True
    return label == "PERSON" and len(words) == 1 and words[0] in lists["never_names"] | lists["suffixes"]


def _relabelled(words: list[str], names: Sequence[Name], known: Sequence[Match], family: frozenset[str]) -> list[Name]:
    """Give a name that is exactly a known one the label of the list; a doubtful one keeps "person" where the text has the full name."""
    exact = {(match.start, match.end): match.known for match in known}
    found = []
    for start, end, label in names:
        entry = exact.get((start, end))
        if entry is not None and not (entry.doubtful and (" ".join(words[start:end]) in family)):
            label = entry.label
        elif end - start == 1 and words[start] in family:
            label = "PERSON"
        found.append((start, end, label))
    return found


def _compounds(words: list[str], known: Sequence[Match], family: frozenset[str]) -> list[Name]:
    """Split "Putin-Assad" and "Russia-Syria": two names joined by a hyphen, each of which stands for itself."""
    single = {match.start: match.known.label for match in known if match.end == match.start + 1}
    found: list[Name] = []
    for i in range(1, len(words) - 1):
        if words[i] not in _HYPHENS or (i + 2 < len(words) and words[i + 2] == "-") or (i > 1 and words[i - 2] == "-"):
            continue
        sides = [_side(words[k], single.get(k), family) for k in (i - 1, i + 1)]
        if all(sides):
            found += [(k, k + 1, str(side)) for k, side in zip((i - 1, i + 1), sides, strict=True)]
    return found


def _side(word: str, label: str | None, family: frozenset[str]) -> str | None:
    if label is not None:
        return label
    return "PERSON" if word in family and word not in words_of()["particles"] else None


def _gazetted(known: Sequence[Match], family: frozenset[str], words: list[str]) -> list[Name]:
    return [(m.start, m.end, m.known.label) for m in known if not (m.known.doubtful and " ".join(words[m.start : m.end]) in family)]


def _datelines(doc: Any, text: _Text, raw: str) -> list[Name]:
    """Give the town of a dateline, known or not: "GORKI-9, May 3. /TASS/."."""
    found = []
    for i, begins in enumerate(text.starts):
        if begins and len(text.words[i]) > 2 and text.words[i].isupper():
            place = dateline_place(raw, doc[i].idx)
            span = doc.char_span(*place) if place else None
            if span is not None:
                found.append((span.start, span.end, "GPE"))
    return found


def _surnames_alone(text: _Text, family: frozenset[str]) -> list[Name]:
    """Give the places where a surname of the document stands alone; in a headline in capitals too.

    At the start of a sentence it may be a common word: "May" is no person in "May they agree".
    """
    upper = {name.upper() for name in family if len(name) > 2}
    written = frozenset(text.words)
    return [
        (i, i + 1, "PERSON")
        for i, word in enumerate(text.words)
        if (word in family and (not text.starts[i] or (text.pos[i] not in _FUNCTION and word.lower() not in written)))
        or (text.shouted[i] and word in upper)
    ]


def _settle(sure: Sequence[Name], statistical: Sequence[Name], known: Sequence[Name], last: Sequence[Name]) -> list[Name]:
    """Choose among overlapping names: what rules found, the longest first; then the longer of a known and a statistical one."""
    taken: dict[int, bool] = {}
    chosen: list[Name] = []

    def take(name: Name) -> None:
        span = range(name[0], name[1])
        if not any(i in taken for i in span):
            chosen.append(name)
            taken.update(dict.fromkeys(span, True))

    for name in sorted(sure, key=lambda n: (n[0] - n[1], n[0])):
        take(name)
    ranked = [(n[0] - n[1], 0, n) for n in statistical] + [(n[0] - n[1], 1, n) for n in known]
    for _, _, name in sorted(ranked):
        take(name)
    for name in last:
        take(name)
    return sorted(chosen)
