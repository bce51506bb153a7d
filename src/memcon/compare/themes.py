"""Which themes a stretch of text mentions (`data/themes.toml`)."""

import re
from functools import cache

from memcon.compare.terms import _data, concepts, wording


@cache
def _tables() -> tuple[dict[str, tuple[str, ...]], re.Pattern[str], tuple[tuple[re.Pattern[str], str], ...]]:
    rows = _data("themes.toml")
    by_concept: dict[str, tuple[str, ...]] = {}
    for theme, row in rows.items():
        for concept in row["concepts"]:
            by_concept[concept] = (*by_concept.get(concept, ()), theme)
    words = sorted(((w, theme) for theme, row in rows.items() for w in row["words"]), key=lambda p: (-len(p[0]), p[0]))
    joined = re.compile(r"(?<![\w-])(?:" + "|".join(f"(?:{wording(w)})" for w, _ in words) + r")(?!\w)")
    return by_concept, joined, tuple((re.compile(wording(w)), theme) for w, theme in words)


def names() -> tuple[str, ...]:
    """Give all themes in the order of the file."""
    return tuple(_data("themes.toml"))


def themes(text: str, start: int, end: int) -> dict[str, tuple[int, int]]:
    """Give the themes that `text[start:end]` mentions, in the order of the file, each with where it does first."""
    by_concept, joined, words = _tables()
    found: dict[str, tuple[int, int]] = {}
    for a, b, concept in concepts(text, start, end):
        for theme in by_concept.get(concept, ()):
            found.setdefault(theme, (a, b))
    for match in joined.finditer(text, start, end):
        theme = next(t for p, t in words if p.fullmatch(match.group()))
        found.setdefault(theme, match.span())
    return {theme: found[theme] for theme in names() if theme in found}
