"""Joins quotations to the cue beside them, by surface pattern, before the parse can spoil it.

"...," X said. / "...," said X. / X said: "..." / "...," he said, "..." / "...," he said. "..." and so on over
paragraphs. A quotation without a cue beside it that does not go on with the one before is no statement: it is a title,
a name or a word that the writer keeps at a distance.
"""

from collections.abc import Mapping

from memcon.statements.frames import offsets
from memcon.statements.occurrence import Occurrence
from memcon.statements.parsed import Parsed
from memcon.statements.quotes import Quote
from memcon.statements.saying import Saying
from memcon.statements.subject import antecedent, phrase_of, subject_of

_WINDOW = 16
_JOINTS = frozenset({",", "-", "–", "—", "--"})
_NAME = 4
_EDGE = 12
_CLOSERS = " \n\t\u00a0”’'\"»"
_STOPS = frozenset({".", "?", "!", ";", ":"})
_SPEAKING = frozenset({"say", "stress", "quote", "tell", "promise", "warn", "urge", "ask", "share", "comment", "judge", "deny"})
_RELATIVE = frozenset({"who", "which", "whose", "whom", "where", "when"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


def from_quotes(parsed: Parsed, cues: Mapping[int, Occurrence]) -> list[Saying]:
    """Give the direct statements, one for each cue, with all the quotations that belong to it."""
    by_verb: dict[int, Saying] = {}
    last: Saying | None = None
    waiting: list[int] = []
    for number, quote in enumerate(parsed.quotes):
        first = parsed.token_at(quote.inner_start)
        if first >= parsed.size:
            break
        opening = parsed.token_at(quote.start)
        cue = _before(parsed, quote, first, cues)
        where = "before"
        if cue is None and _may_trail(parsed, quote):
            cue, where = _after(parsed, quote, cues), "after"
        saying: Saying | None
        if cue is not None:
            saying = by_verb.get(cue.verb) or _saying(parsed, cue, where, parsed.token_at(quote.end))
            by_verb[cue.verb] = saying
            if where == "after":
                _prepend(parsed, saying, last, waiting)
        else:
            saying = last if last is not None and _goes_on(parsed, quote, last) else None
        if _may_wait(parsed, number, cue):
            waiting.append(number)
        else:
            waiting.clear()
        if saying is not None:
            begin = _sentence_of(parsed, opening, quote) if where == "after" and cue is not None else quote.inner_start
            while saying.content and saying.content[-1][0] >= begin:
                saying.content.pop()
            saying.content.append((begin, quote.inner_end))
            saying.quotes.append(number)
            last = saying
    return sorted(by_verb.values(), key=lambda s: s.content[0])


def _may_wait(parsed: Parsed, number: int, cue: Occurrence | None) -> bool:
    """Tell whether a quotation without a cue may belong to the cue behind the next one: it is a paragraph of its own.

    `"..." | "...," she said.` over two paragraphs, with nothing but white space between them.
    """
    if cue is not None or number + 1 >= len(parsed.quotes):
        return False
    quote, following = parsed.quotes[number], parsed.quotes[number + 1]
    before = parsed.text[max(0, quote.start - _EDGE) : quote.start].rstrip(" \t\u00a0")
    gap = parsed.text[quote.end : following.start] if following.start - quote.end < _EDGE else "x"
    return (not before or before.endswith("\n")) and "\n" in gap and not gap.strip()


def _prepend(parsed: Parsed, saying: Saying, last: Saying | None, waiting: list[int]) -> None:
    """Give a saying the quotations in front of its own that waited for it; the one before it loses them."""
    if not waiting or saying.quotes:
        return
    if last is not None and last is not saying:
        kept = [k for k in last.quotes if k not in waiting]
        if not kept:
            return
        last.quotes = kept
        first = parsed.quotes[waiting[0]].inner_start
        last.content = [c for c in last.content if c[0] < first]
    for number in waiting:
        saying.content.append((parsed.quotes[number].inner_start, parsed.quotes[number].inner_end))
        saying.quotes.append(number)


def _sentence_of(parsed: Parsed, opening: int, quote: Quote) -> int:
    """Give the start of the sentence where a trailing cue's quotation is part of one: `[The plan was "on the table,"] he said`."""
    begin = parsed.first[parsed.sent[opening]] if opening < parsed.size else opening
    if begin < opening and parsed.word[opening - 1][0].isalnum() and parsed.quote[begin] == -1:
        return parsed.start[begin]
    return quote.inner_start


def _before(parsed: Parsed, quote: Quote, first: int, cues: Mapping[int, Occurrence]) -> Occurrence | None:
    """Find the cue in front of a quotation: `X said: "`, `X told reporters, "`, `X said "`."""
    opening = parsed.token_at(quote.start)
    i = opening - 1
    if i < 0 or quote.continues:
        return None
    comma = parsed.low[i] in (",", ":")
    begin = max(0, opening - _WINDOW)
    if not comma:
        return _adjacent(parsed, quote, i, first, cues)
    i -= 1
    while i >= begin and parsed.low[i] not in _STOPS and parsed.quote[i] == -1:
        if i in cues and cues[i].entry.frame.name in _SPEAKING:
            between = range(cues[i].last + 1, opening - 1)
            has_clause = any(parsed.pos[j] in ("VERB", "AUX") and not parsed.low[j].endswith("ing") for j in between)
            return None if has_clause and parsed.low[opening - 1] == "," else cues[i]
        i -= 1
    return None


def _adjacent(parsed: Parsed, quote: Quote, i: int, first: int, cues: Mapping[int, Occurrence]) -> Occurrence | None:
    """Match a cue that stands directly before a whole sentence in marks."""
    cue = cues.get(i) or next((c for j in (i - 1, i - 2) if (c := cues.get(j)) is not None and c.last == i), None)
    if cue is None or cue.entry.frame.name not in _SPEAKING:
        return None
    return cue if parsed.word[first][0].isupper() and _words(quote, parsed) >= 4 else None


def _may_trail(parsed: Parsed, quote: Quote) -> bool:
    """Tell whether a cue may follow the quotation: it ends with a comma, a question, or its closing mark is followed by one."""
    inside = parsed.text[max(quote.inner_start, quote.inner_end - _EDGE) : quote.inner_end].rstrip(_CLOSERS)
    behind = parsed.text[quote.end : quote.end + 2].lstrip()
    return inside[-1:] in ",?!…—-" or inside.endswith("...") or behind[:1] in (",", "-", "–", "—")


def _after(parsed: Parsed, quote: Quote, cues: Mapping[int, Occurrence]) -> Occurrence | None:
    """Find the cue behind a quotation: `," X said`, `," said X`."""
    begin = parsed.token_at(quote.end)
    if begin < parsed.size and parsed.low[begin] in _JOINTS:
        begin += 1
    end = min(parsed.size, begin + _WINDOW)
    for i in range(begin, end):
        if parsed.low[i] in _STOPS or parsed.quote[i] != -1 or "\n" in parsed.text[quote.end : parsed.start[i]]:
            return None
        cue = cues.get(i)
        if cue is not None and cue.entry.frame.name in _SPEAKING:
            return cue
        if i == begin and (parsed.pos[i] in ("CCONJ", "SCONJ") or parsed.low[i] in _RELATIVE):
            return None
    return None


def _saying(parsed: Parsed, cue: Occurrence, where: str, behind: int) -> Saying:
    """Make the statement of a cue, with its speaker by the parse where that fits the pattern, else by the surface."""
    verb = cue.verb
    saying = Saying(verb, offsets(parsed, cue.first, cue.last), [], cue.entry, f"quotation, cue {where}", confidence=0.9)
    source = subject_of(parsed, verb) if cue.quoted is None else cue.quoted
    begin = behind + 1 if behind < parsed.size and parsed.low[behind] == "," else behind
    if source is not None and parsed.low[source] in _RELATIVE and source > verb:
        source = None
    if where == "after" and cue.quoted is None and (source is None or source < begin or source > verb + _WINDOW):
        source = _surface_source(parsed, begin, cue)
    if source is not None:
        saying.named = antecedent(parsed, source, verb)
        first, last = phrase_of(parsed, source)
        if where == "after" and first < begin <= source:
            first = begin
        if source > verb:
            while last + 1 < parsed.size and _is_one_name(parsed, last) and last + 1 - source < _NAME:
                last += 1  # "said Wang Yi": the parse hangs the second name elsewhere
        saying.source = offsets(parsed, first, last)
    listener = _listener(parsed, cue)
    if listener is not None and listener != source:
        saying.listener = listener
        saying.addressee = offsets(parsed, *phrase_of(parsed, listener))
    return saying


def _is_one_name(parsed: Parsed, i: int) -> bool:
    """Tell whether a token and the next one are words of one name."""
    entity = bool(parsed.ent[i]) and parsed.ent[i] == parsed.ent[i + 1]
    return parsed.word[i + 1][0].isupper() and (entity or parsed.pos[i] == parsed.pos[i + 1] == "PROPN")


def _surface_source(parsed: Parsed, begin: int, cue: Occurrence) -> int | None:
    """Take the noun phrase between the quotation and the cue, or, inverted, the one behind the cue."""
    between = [i for i in range(begin, cue.first) if parsed.pos[i] in _NOMINAL]
    if between:
        return next((i for i in between if not begin <= parsed.head[i] < cue.first), between[0])
    for i in range(cue.last + 1, min(cue.last + 8, parsed.size)):
        if parsed.low[i] in _RELATIVE:
            return i - 1 - (parsed.low[i - 1] == ",") if i > cue.last + 2 else None
        if parsed.pos[i] in _NOMINAL or (parsed.ent[i] and parsed.word[i][0].isupper()):
            while parsed.head[i] > i and parsed.head[i] < cue.last + 8 and parsed.pos[parsed.head[i]] in _NOMINAL:
                i = parsed.head[i]
            return i
        if parsed.low[i] in _STOPS:
            return None
    return None


def _listener(parsed: Parsed, cue: Occurrence) -> int | None:
    """Find who is told, where the frame has an addressee."""
    for slot in cue.entry.frame.addressee:
        if slot == "object":
            for c in parsed.children[cue.verb]:
                if parsed.rel(c) in ("obj", "iobj") and c > cue.verb and parsed.pos[c] in _NOMINAL and parsed.quote[c] == -1:
                    return c
        else:
            j = cue.last + 1
            if j < parsed.size and parsed.low[j] == slot and parsed.pos[parsed.head[j]] in _NOMINAL:
                return parsed.head[j]
    return None


def _goes_on(parsed: Parsed, quote: Quote, last: Saying) -> bool:
    """Tell whether a quotation without a cue goes on with the statement before it.

    `"...," he said. "..."`: it stands directly behind the sentence of the cue, or opens the next paragraph, or takes up
    the quotation that the paragraph before left open.
    """
    if quote.continues:
        return True
    previous = last.content[-1][1]
    reach = max(previous, parsed.end[parsed.last[parsed.sent[last.verb]]])
    gap = parsed.text[reach : quote.start]
    return not any(c.isalnum() for c in gap) and gap.count("\n") <= 3 and _words(quote, parsed) >= 2


def _words(quote: Quote, parsed: Parsed) -> int:
    return len(parsed.text[quote.inner_start : min(quote.inner_end, quote.inner_start + 200)].split())
