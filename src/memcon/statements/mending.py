"""Sets the end of a content right where the tagger stops too early or goes on over the next act of the speaker."""

from collections.abc import Mapping

from memcon.statements.occurrence import Occurrence
from memcon.statements.parsed import Parsed
from memcon.statements.reach import is_nominal, next_act, reach, trim_end
from memcon.statements.saying import Offsets, Saying

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_LEANING = frozenset({"case", "det", "amod", "nummod", "compound", "aux", "mark", "cc"})


def mended(parsed: Parsed, saying: Saying, spans: list[Offsets], cues: Mapping[int, Occurrence], *, keep_end: bool) -> list[Offsets]:
    """Set the end of a content right where the tagger stops too early or goes on over the next act of the speaker."""
    begin, end = spans[0][0], spans[-1][1]
    first, last = parsed.token_at(begin), parsed.token_at(end - 1)
    stop = next_act(parsed, first, last, saying.verb, cues)
    if stop is not None and stop > first:
        return [(begin, parsed.end[trim_end(parsed, first, stop)])]
    ruled = saying.content[0][1]
    opening = parsed.token_at(saying.content[0][0]) - 1
    if first < opening < last and parsed.low[opening] == "that" and saying.rule.endswith(": clause"):
        begin = saying.content[0][0]  # "told reporters as the leaders met that [there were ...]"
        spans = [(begin, spans[0][1]), *spans[1:]]
    if keep_end and saying.content[0][0] < begin and saying.rule.endswith(": object"):
        begin = saying.content[0][0]  # "reiterated [our concerns about the build-up]": official texts leave nothing out
        spans = [(begin, spans[0][1]), *spans[1:]]
    if ruled > end and (keep_end or _is_torn(parsed, first, last) or _is_list(parsed, first, last, ruled)):
        return [(begin, ruled)]
    return spans


def mend_alone(parsed: Parsed, saying: Saying, cues: Mapping[int, Occurrence]) -> None:
    """Move the end of a content that only the tagger found where it cannot be one."""
    start, end = saying.content[-1]
    first, last = parsed.token_at(start), parsed.token_at(end - 1)
    if start > saying.cue[1] and _is_torn(parsed, first, last):
        saying.content[-1] = (start, max(end, parsed.end[reach(parsed, first, saying.verb, cues)]))


def whole_quotes(parsed: Parsed, content: list[Offsets]) -> list[Offsets]:
    """Move the end of a content that stands inside a quotation to the end of that quotation."""
    if not content:
        return content
    start, end = content[-1]
    holder = next((q for q in parsed.within(end - 1, end) if not q.single and start <= q.start < end < q.inner_end), None)
    return content if holder is None else [*content[:-1], (start, holder.inner_end)]


def _is_list(parsed: Parsed, first: int, last: int, ruled: int) -> bool:
    """Tell whether a noun phrase goes on as a list: "told him about the situation, [the search, and the pace of repairs]"."""
    rest = range(last + 1, parsed.token_at(ruled - 1) + 1)
    if not is_nominal(parsed, first, last) or parsed.low[last + 1] != ",":
        return False
    return any(parsed.low[i] == "and" for i in rest) and not any(parsed.tag[i] in _FINITE for i in rest)


def _is_torn(parsed: Parsed, first: int, last: int) -> bool:
    """Tell whether a content cannot end here: it has a "that" and no verb, or what follows belongs to its last words."""
    behind = last + 1
    if behind < parsed.size and not parsed.space_before[behind] and parsed.low[behind] in ("-", "–", "/"):
        return True
    if parsed.sent[last] == parsed.sent[min(behind, parsed.size - 1)] and parsed.head[last] > last and parsed.rel(last) in _LEANING:
        return True  # "a deal worth | 5.6 trillion won": the last word belongs to what follows
    if parsed.low[first : last + 1].count("(") > parsed.low[first : last + 1].count(")"):
        return True
    if behind < parsed.size and parsed.low[behind] in ("and", "or"):
        joined = parsed.head[behind]
        top = parsed.head[joined]
        if joined > behind and first <= top <= last and parsed.pos[joined] == parsed.pos[top] != "VERB":
            return True  # "coal | and gas stations"
    opened = first and parsed.low[first - 1] == "that"
    if opened and not any(parsed.tag[i] in _FINITE for i in range(first, last + 1)):
        return True
    return last + 1 < parsed.size and parsed.low[last + 1] in ("of", "by", "into", "than", "between")
