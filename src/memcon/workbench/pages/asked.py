"""What forms send: empty fields mean that nothing was asked."""

from collections.abc import Sequence


def given(words: Sequence[str]) -> tuple[str, ...]:
    """Give the words that were filled in."""
    return tuple(w.strip() for w in words if w.strip())


def said(words: str | None) -> str | None:
    """Give a word that was filled in, else None."""
    return words.strip() or None if words else None
