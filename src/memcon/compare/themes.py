"""Which themes a stretch of text mentions (`data/themes.toml`)."""

from functools import cache

from memcon.compare.phrases import Phrases
from memcon.compare.terms import _data, concepts


@cache
def _tables() -> tuple[dict[str, tuple[str, ...]], Phrases[str]]:
    """Give the themes of each concept, and the words that stand for a theme by themselves (with their capitals)."""
    rows = _data("themes.toml")
    by_concept: dict[str, tuple[str, ...]] = {}
    for theme, row in rows.items():
        for concept in row["concepts"]:
            by_concept[concept] = (*by_concept.get(concept, ()), theme)
    return by_concept, Phrases(((word, theme) for theme, row in rows.items() for word in row["words"]), case=True)


def names() -> tuple[str, ...]:
    """Give all themes in the order of the file."""
    return tuple(_data("themes.toml"))


def themes(text: str, start: int, end: int) -> dict[str, tuple[int, int]]:
    """Give the themes that `text[start:end]` mentions, in the order of the file, each with where it does first."""
    by_concept, words = _tables()
    found: dict[str, tuple[int, int]] = {}
    for a, b, concept in concepts(text, start, end):
        for theme in by_concept.get(concept, ()):
            found.setdefault(theme, (a, b))
    for a, b, theme in words.find(text, start, end):
        found.setdefault(theme, (a, b))
    return {theme: found[theme] for theme in names() if theme in found}
