"""Tells direct, indirect and mixed speech apart, and a quotation from a name in marks."""

from memcon.record.findings import StatementType
from memcon.statements.parsed import Parsed
from memcon.statements.quotes import Quote
from memcon.statements.saying import Offsets

_FEW = 3
_LONG = 4


def type_of(parsed: Parsed, content: list[Offsets]) -> StatementType:
    """Give the type of a content by how much of it stands in quotation marks that mark speech."""
    inside = outside = 0
    for start, end in content:
        spoken = [q for q in parsed.within(start, end) if not is_name(parsed, q)]
        for i in range(parsed.token_at(start), parsed.size):
            if parsed.start[i] >= end:
                break
            if parsed.word[i][0].isalnum():
                marked = any(q.inner_start <= parsed.start[i] < q.inner_end for q in spoken)
                inside += marked
                outside += not marked
    if not inside:
        return "indirect"
    return "mixed" if outside else "direct"


def is_name(parsed: Parsed, quote: Quote) -> bool:
    """Tell whether a quotation is a title ("A Law for Peace") or a name (the "one China" policy), not words that were said."""
    first, behind = parsed.token_at(quote.inner_start), parsed.token_at(quote.inner_end)
    words = [i for i in range(first, behind) if parsed.word[i][0].isalnum()]
    if not words or len(words) > 12 or parsed.text[quote.inner_end - 1] in ",.?!":
        return False
    weighty = [i for i in words if len(parsed.word[i]) >= _LONG or parsed.word[i][0].isupper()]
    if len(weighty) > 1 and all(parsed.word[i][0].isupper() for i in weighty):
        return True
    after = parsed.token_at(quote.end)
    named = any(parsed.pos[i] == "PROPN" for i in words) and len(words) <= _FEW
    return named and after < parsed.size and parsed.pos[after] == "NOUN"
