"""Sentence ends that must or must not be, set before the parser decides on the rest.

The parser was trained on running text and trips over datelines, quotation marks behind the full stop and some
abbreviations; the lists that say so are in `data/sentences.toml`.
"""

import re
import tomllib
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

_DATA = Path(__file__).resolve().parent / "data" / "sentences.toml"
_BLANK_LINE = re.compile(r"\n[^\S\n]*\r?\n\s*")
_SAFE_CUT = re.compile(r"(?<=[a-z]{3}[.!?])[\"”’')\]]*\s+(?=[A-Z“\"])|\n")
_TOWN = re.compile(r"[^\W\d_a-z][^\W_a-z'’-]*(?:[ -][^\W_a-z][^\W_a-z'’-]*){0,3}")
_LONG = 4000  # Characters of one piece; a longer paragraph is cut behind a safe sentence end.
_LONGEST = 10000  # A piece without a safe end is cut here, at white space where there is any.
_FINAL = frozenset(".!?…:;")
_CLOSERS = frozenset("”’»)]")
_DASHES = frozenset("-–—_*•|/")
_STRAIGHT = frozenset(['"', "''"])


def segments(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Cut a text into pieces that are parsed apart: they touch, cover all of it, and end where a paragraph ends.

    White space behind a piece belongs to it. A paragraph is cut at blank lines too, and where it is very long.
    """
    edges = {0, len(text)}
    for start, end in paragraphs:
        edges |= {min(max(start, 0), len(text)), min(max(end, 0), len(text))}
    if not paragraphs:
        edges |= {match.end() for match in _BLANK_LINE.finditer(text)}
    pieces: list[tuple[int, int]] = []
    ordered = sorted(edges)
    for start, end in pairwise(ordered):
        if text[start:end].isspace() and pieces:
            pieces[-1] = (pieces[-1][0], end)
        else:
            pieces += _cut_long(text, start, end)
    return pieces


def _cut_long(text: str, start: int, end: int) -> list[tuple[int, int]]:
    pieces = []
    while end - start > _LONG:
        safe = _SAFE_CUT.search(text, start + _LONG, min(start + _LONGEST, end))
        cut = safe.end() if safe else min(start + _LONGEST, end)
        if not safe and cut < end:
            space = max(text.rfind(mark, start + _LONG, cut) for mark in " \t\u00a0")
            cut = space + 1 if space > 0 else cut
        pieces.append((start, cut))
        start = cut
    if start < end:
        pieces.append((start, end))
    return pieces


@lru_cache(maxsize=1)
def _lists() -> dict[str, frozenset[str]]:
    return {key: frozenset(words) for key, words in tomllib.loads(_DATA.read_text("utf-8")).items()}


@lru_cache(maxsize=1)
def _dateline() -> re.Pattern[str]:
    """Match "MOSCOW, September 14. /TASS/.", "GENEVA (Reuters) -", "DAMASCUS, (SANA)_", "KYIV, March 5, 2024." and their like."""
    lists = _lists()
    name = r"[^\W\d_][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){0,3}"
    upper = r"[^\W\d_a-z][^\W\d_a-z.'’-]+(?:[ -][^\W\d_a-z.'’-]+){0,3}"
    date = rf"(?:(?:{'|'.join(sorted(lists['months'], key=len, reverse=True))})\.? \d{{1,2}}(?:, ?\d{{4}})?|\d{{1,2}} [A-Z]\w+(?: \d{{4}})?)"
    agency = rf"(?:{'|'.join(re.escape(one) for one in sorted(lists['agencies'], key=len, reverse=True))})"
    house = rf"(?:/{agency}(?:[-/ ][^/\n]{{1,30}})?/|\({agency}(?:[/ ,][^)\n]{{1,30}})?\))"
    rule = r"\s*(?:--|[—–_-])"
    return re.compile(
        rf"\s*(?:{name}(?:, {name}){{0,2}},? {date}(?:[.,]? ?{house}\.?|[.,]?)(?:{rule}|(?<=[./])(?=\s))"
        rf"|{name}(?:, {name}){{0,2}},?\.? {house}(?:{rule}|\.|(?=\s))"
        rf"|{upper}(?:, {name})?,? (?:--|[—–]))\s*"
    )


def dateline_place(text: str, start: int) -> tuple[int, int] | None:
    """Give the span of the town of a dateline that begins at an offset, None where no dateline begins there."""
    match = _dateline().match(text, start, start + 120)
    if match is None:
        return None
    town = _TOWN.match(text, start)
    return town.span() if town else None


def constrain(words: Sequence[str], spaced: Sequence[bool], lines: frozenset[int] = frozenset()) -> list[bool | None]:
    """Say where a sentence must (True) and must not (False) begin; all else (None) is left to the parser.

    `words` are tokens without white space, `spaced` says which have a space behind them, `lines` are the words that begin
    a new line of the text: there the parser may cut. Elsewhere a sentence begins only behind a mark that can end one,
    whatever the parser thinks of "Earlier on Thursday, Mr Netanyahu met | Mr Biden".
    """
    text = "".join(word + " " * space for word, space in zip(words, spaced, strict=True))
    match = _dateline().match(text)
    behind = match.end() if match else 0
    starts: list[bool | None] = [True] * min(1, len(words))
    quotes, at = 0, 0
    for i in range(1, len(words)):
        at += len(words[i - 1]) + spaced[i - 1]
        if words[i - 1] in _STRAIGHT:
            quotes += 1
        verdict = _verdict(words, spaced, i, quotes) or (0 if i in lines or _may_begin(words, i) else -1)
        if behind:
            verdict = -1 if at < behind else 1 if at == behind else verdict
        starts.append(verdict > 0 if verdict else None)
    return starts


def _may_begin(words: Sequence[str], i: int) -> bool:
    """Tell whether the words before end with a mark that can end a sentence, closing marks and brackets aside."""
    k = i - 1
    while k > 0 and (words[k] in _CLOSERS or words[k] in _STRAIGHT):
        k -= 1
    return words[k][-1] in _FINAL or words[k][0] in _DASHES


def _verdict(words: Sequence[str], spaced: Sequence[bool], i: int, quotes: int) -> int:
    """Say whether a sentence must (1), must not (-1) or may (0) begin at a word; `quotes` counts straight marks before it."""
    word, before = words[i], words[i - 1]
    if word in _CLOSERS and before[-1] in ".!?,…”’)":
        return -1
    if word in _STRAIGHT and quotes % 2 and before[-1] in ".!?,…":
        return -1
    if word[0].islower():
        return 0 if before[-1] in _FINAL and before not in _STRAIGHT else -1
    if not before.endswith("."):
        return 0
    if before == ".":
        if i >= 2 and not spaced[i - 2]:
            return _behind_stop(words[i - 2], word, spaced[i - 1])
        return 0
    return _behind_abbreviation(before, word)


def _behind_stop(stem: str, word: str, spaced: bool) -> int:
    """Judge a word behind a full stop that the tokeniser cut off its stem."""
    if stem in _lists()["abbreviations"] or (word[0].isdigit() and stem in _lists()["before_digits"]):
        return -1
    return 1 if not spaced and word[0].isupper() and len(stem) > 2 and stem[-1].islower() else 0


def _behind_abbreviation(before: str, word: str) -> int:
    """Judge a word behind a token that holds its full stop, as "Gen." or "U.S."."""
    lists = _lists()
    stem = before[:-1]
    if stem in lists["abbreviations"] or (word[0].isdigit() and stem in lists["before_digits"]):
        return -1
    initial = len(stem) == 1 and stem.isupper()
    if (initial or before in lists["open_ended"]) and word not in lists["starters"] and (word[0].isalpha() or word[0].isdigit()):
        return -1
    return 0
