"""Where the sentences of a paragraph begin and end, told from the surface: a comparison needs no parse."""

import re
import tomllib
from functools import cache
from importlib import resources

_END = re.compile(r"[.!?…]+[\"”’»)\]]*\s+(?=[\"“‘«(\[]?[A-Z0-9•])")
_BEFORE = re.compile(r"([\w.&-]+)\.$")
_NEXT = re.compile(r"[\"“‘«(\[]*(\w+)")


@cache
def _lists() -> dict[str, frozenset[str]]:
    path = resources.files("memcon.language") / "data" / "sentences.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return {name: frozenset(words) for name, words in table.items() if isinstance(words, list)}


def sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Give the sentences of `text[start:end]` as (start, end), without the white space between them.

    >>> text = "Mr. Biden met Dr. Rau of the U.S. team. They talked."
    >>> [text[a:b] for a, b in sentences(text, 0, len(text))]
    ['Mr. Biden met Dr. Rau of the U.S. team.', 'They talked.']
    """
    found, begin = [], start
    for match in _END.finditer(text, start, end):
        if _ends(text, begin, match):
            found.append((begin, _trimmed(text, begin, match.end())))
            begin = match.end()
    if text[begin:end].strip():
        found.append((begin, _trimmed(text, begin, end)))
    return found


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _ends(text: str, begin: int, match: re.Match[str]) -> bool:
    """Tell whether a stop ends the sentence; one behind a title or an initial does not, one behind "U.S." seldom does."""
    if not match.group().startswith(".") or match.group()[1:2] == ".":
        return True
    before = _BEFORE.search(text, max(begin, match.start() - 12), match.start() + 1)
    if before is None:
        return True
    word, lists = before[1], _lists()
    following = _NEXT.match(text, match.end())
    after = following[1] if following else ""
    if word in lists["abbreviations"] or (word in lists["before_digits"] and after[:1].isdigit()):
        return False
    if f"{word}." in lists["open_ended"] or re.fullmatch(r"(?:\w\.)+\w", word):
        return after in lists["starters"]
    return not re.fullmatch(r"[A-Z]", word)
