"""Takes statements of the form "according to X, ..." and "..., in the words of X"."""

from collections.abc import Iterator

from memcon.statements.cues import phrases
from memcon.statements.frames import offsets
from memcon.statements.parsed import Parsed
from memcon.statements.reach import trim_end, trim_start
from memcon.statements.saying import Saying
from memcon.statements.trailing import head_word

_CLOSED = frozenset({",", ";", ".", "?", "!", ":", "—", "–", "--"})


def from_phrases(parsed: Parsed) -> Iterator[Saying]:
    """Give the statements whose speaker follows a phrase.

    In front of its sentence the phrase runs to the first comma, over an apposition; behind, to the comma or the end.
    """
    for first, last in phrases(parsed):
        sent = parsed.sent[first]
        begin, end = parsed.first[sent], parsed.last[sent]
        opens = not any(parsed.word[i][0].isalnum() for i in range(begin, first)) or first - begin <= 1
        stop = _source_end(parsed, last + 1, end, opens=opens)
        if stop is None:
            continue
        found = _piece(parsed, stop + 1, end) if opens else _piece(parsed, begin, first - 1)
        if found is None:
            found = _piece(parsed, stop + 1, end)
        if found is not None:
            name = "according to" if parsed.low[first] == "according" else "phrase"
            rule = f"{name}: front" if opens else name
            named = head_word(parsed, last + 1, stop)
            yield Saying(first, offsets(parsed, first, last), [offsets(parsed, *found)], None, rule, offsets(parsed, last + 1, stop), named)


def _source_end(parsed: Parsed, begin: int, end: int, *, opens: bool) -> int | None:
    """Give the last token of the speaker's phrase, or None where none follows."""
    if begin > end or not any(parsed.pos[i] in ("NOUN", "PROPN", "PRON") for i in range(begin, min(begin + 12, end + 1))):
        return None
    stop = None
    for i in range(begin, end + 1):
        if parsed.low[i] in _CLOSED:
            stop = i - 1
            break
    if stop is None:
        return trim_end(parsed, begin, end)
    if opens and parsed.low[stop + 1] == ",":
        stop = _over_apposition(parsed, stop, end)
    return max(stop, begin)


def _over_apposition(parsed: Parsed, stop: int, end: int) -> int:
    """Move over "[, the minister for trade,]" where a second comma closes it and no verb stands in it."""
    if stop + 2 > end:
        return stop
    named = parsed.word[stop + 2][0].isupper() and any(parsed.pos[i] == "PROPN" for i in range(stop + 2, min(stop + 5, end)))
    if not named and parsed.low[stop + 2] not in ("a", "an", "the", "who", "whose"):
        return stop
    for i in range(stop + 2, min(stop + 16, end)):
        if parsed.low[i] == ",":
            return i - 1
        if parsed.pos[i] == "AUX" or (parsed.pos[i] == "VERB" and parsed.low[stop + 2] not in ("who", "whose")):
            return stop
    return stop


def _piece(parsed: Parsed, begin: int, end: int) -> tuple[int, int] | None:
    if end < begin:
        return None
    begin = trim_start(parsed, begin, end)
    end = trim_end(parsed, begin, end)
    words = sum(parsed.word[i][0].isalnum() for i in range(begin, end + 1))
    return (begin, end) if words >= 2 else None
