"""What a rule is, and what it is given: the words that its pattern matched."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from memcon.times.lexicon import Lexicon, lexicon
from memcon.times.meaning import Meaning, NoTime
from memcon.times.patterns import compile_pattern
from memcon.times.shapes import letter, tokens


@dataclass(frozen=True)
class Tokens:
    """A text as tokens: begins, ends and kinds, and one code a token."""

    text: str
    begins: tuple[int, ...]
    ends: tuple[int, ...]
    codes: str

    def words(self, first: int, last: int) -> str:
        """Give the text of the tokens `first` to `last`, the latter exclusive."""
        return self.text[self.begins[first] : self.ends[last - 1]] if first < last else ""


def tokenise(text: str, words: Lexicon, breaks: Sequence[int] = ()) -> Tokens:
    """Cut a text into tokens and their codes; at the offsets `breaks` a paragraph begins, which the text itself may not show."""
    found = tokens(text)
    shown = {end for _, end, _, kind in found if kind == "break"}
    if added := [(at, at, "", "break") for at in breaks if at not in shown]:
        found = sorted([*found, *added], key=lambda token: token[:2])
    codes = "".join(words.code(w) if kind in ("word", "mark") else letter(w, kind) for _, _, w, kind in found)
    return Tokens(text, tuple(f[0] for f in found), tuple(f[1] for f in found), codes)


class Match:
    """The words that a pattern matched, by the names that it gave them."""

    def __init__(self, found: re.Match[str], source: Tokens) -> None:
        self._found = found
        self._spans: dict[str, tuple[int, int]] = {}
        for name in found.re.groupindex:
            if found.start(name) >= 0:
                self._spans[name.split("_")[0]] = found.span(name)
        self.source = source
        self.first, self.last = found.span()

    def has(self, name: str) -> bool:
        """Tell whether a name took part in the match."""
        return name in self._spans

    def span(self, name: str) -> tuple[int, int]:
        """Give the tokens of a name that took part."""
        return self._spans[name]

    def words(self, name: str) -> str:
        """Give the text of a name, empty where it took no part."""
        return self.source.words(*self._spans[name]) if name in self._spans else ""

    def value(self, name: str, klass: str | None = None) -> str:
        """Give what the table of a class (by default the name's own) says of the words of a name."""
        first, last = self._spans[name]
        return lexicon().classes[klass or name][self.source.codes[first:last]]

    def number(self, name: str) -> int:
        """Give the digits of a name as a number."""
        return int(re.sub(r"\D", "", self.words(name)))


@dataclass(frozen=True)
class Rule:
    """A kind of time expression: its name, its pattern, and how its words are read (None: no time after all)."""

    name: str
    pattern: str
    read: Callable[[Match], Meaning | None]

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern as a regular expression over codes."""
        return compile_pattern(self.pattern, lexicon())


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of tokens and what it means, not yet resolved."""

    first: int
    last: int
    rule: str
    meaning: Meaning


def apply(rules: Sequence[Rule], source: Tokens) -> list[Found]:
    """Give what the rules find: of overlapping stretches the longer, of equally long ones that of the earlier rule; names win over all and are dropped."""
    found: list[tuple[int, int, int, Found]] = []
    for order, rule in enumerate(rules):
        for hit in rule.compiled.finditer(source.codes):
            if hit.end() > hit.start() and (meaning := rule.read(Match(hit, source))) is not None:
                length = len(source.codes) if isinstance(meaning, NoTime) else hit.end() - hit.start()
                found.append((-length, hit.start(), order, Found(hit.start(), hit.end(), rule.name, meaning)))
    taken = bytearray(len(source.codes) + 1)
    chosen = []
    for _, _, _, item in sorted(found, key=lambda f: f[:3]):
        if not any(taken[item.first : item.last]):
            taken[item.first : item.last] = b"\1" * (item.last - item.first)
            chosen.append(item)
    return sorted((f for f in chosen if not isinstance(f.meaning, NoTime)), key=lambda f: f.first)
