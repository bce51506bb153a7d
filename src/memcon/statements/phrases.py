"""Takes statements of the form "according to X, ..." and "..., in the words of X"."""

from collections.abc import Iterator

from memcon.statements.cues import phrases
from memcon.statements.frames import offsets
from memcon.statements.parsed import Parsed
from memcon.statements.reach import trim_end, trim_start
from memcon.statements.saying import Saying


def from_phrases(parsed: Parsed) -> Iterator[Saying]:
    """Give the statements whose speaker follows a phrase."""
    for first, last in phrases(parsed):
        sent = parsed.sent[first]
        begin, end = parsed.first[sent], parsed.last[sent]
        source = _source(parsed, last, end)
        if source is None:
            continue
        stop = _source_end(parsed, last + 1, source, end)
        content = []
        before = _piece(parsed, begin, first - 1)
        after = _piece(parsed, stop + 1, end)
        if before is not None and not (first - begin <= 3 and after is not None):
            content.append(offsets(parsed, *before))
        if after is not None and (before is None or not content):
            content.append(offsets(parsed, *after))
        if content:
            yield Saying(first, offsets(parsed, first, last), content, None, "according to", offsets(parsed, last + 1, stop), source)


def _source(parsed: Parsed, last: int, end: int) -> int | None:
    """Give the head token of the noun phrase behind the phrase."""
    if last + 1 > end:
        return None
    i = last + 1
    while parsed.head[i] > last and parsed.head[i] <= end and parsed.rel(i) not in ("root", "obl", "obj") and parsed.head[i] != i:
        if parsed.pos[parsed.head[i]] in ("VERB", "AUX"):
            break
        i = parsed.head[i]
    return i


def _source_end(parsed: Parsed, begin: int, head: int, end: int) -> int:
    """Give the last token of the speaker's phrase: to the comma that closes it, over an apposition."""
    stop = max(head, min(parsed.right[head], end))
    for i in range(max(head, begin), stop + 1):
        if parsed.low[i] in (",", ";") and (i + 1 > end or parsed.pos[i + 1] not in ("NOUN", "PROPN", "DET", "ADJ") or i > head + 8):
            return i - 1
    return trim_end(parsed, begin, stop)


def _piece(parsed: Parsed, begin: int, end: int) -> tuple[int, int] | None:
    if end < begin:
        return None
    begin = trim_start(parsed, begin, end)
    end = trim_end(parsed, begin, end)
    words = sum(parsed.word[i][0].isalnum() for i in range(begin, end + 1))
    return (begin, end) if words >= 2 else None
