"""Joins what the rules and what the tagger find: each for the shapes that it reads better.

Measured on articles of PolNeAR's train split kept back from training: the tagger reads complement clauses, objects and
"according to" better than the parse alone does, and speakers nearly always; quotations and the narrower frames (urge,
thank, congratulate, "expressed hope that") stay with the rules.
"""

from collections import Counter
from collections.abc import Mapping

from memcon.statements.frames import offsets
from memcon.statements.listeners import split_listener
from memcon.statements.occurrence import Occurrence
from memcon.statements.parsed import Parsed
from memcon.statements.reach import behind_day, is_nominal, next_act, reach, trim_end, trim_start
from memcon.statements.saying import Offsets, Saying
from memcon.statements.subject import antecedent, subject_of
from memcon.statements.tagging import Tagged

_TAGGED_SLOTS = frozenset({"clause", "object", "according to"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_OWN_SOURCE = frozenset({"quotation, cue after", "trailing cue", "according to: front", "phrase", "phrase: front", "this was said"})
"""Rules that find the speaker by pattern better than the tagger does."""
_RELATIVE = frozenset({"who", "which", "whose", "whom"})
_LEANING = frozenset({"case", "det", "amod", "nummod", "compound", "aux", "mark", "cc"})
SURE = 0.5
"""From this chance on the tagger alone makes a statement of a cue of the table."""


def join(parsed: Parsed, ruled: list[Saying], tagged: Mapping[int, Tagged], cues: Mapping[int, Occurrence]) -> list[Saying]:
    """Give one list of sayings, at most one for each cue."""
    official = is_official(cues)
    quoted = {k for s in ruled for k in s.quotes}
    taken = set()
    for saying in ruled:
        taken.add(saying.verb)
        t = tagged.get(saying.verb) if not is_quoted(cues, saying.verb) else None
        slot = saying.rule.rsplit(": ", 1)[-1]
        if t is not None and saying.rule not in _OWN_SOURCE:
            _take_source(parsed, saying, t, cues)
        if t is not None and slot in _TAGGED_SLOTS:
            source = saying.source, saying.named
            _take(parsed, saying, t, cues, keep_end=official)
            _give_back(parsed, saying, quoted)
            if saying.rule in _OWN_SOURCE:
                saying.source, saying.named = source
        saying.content = whole_quotes(parsed, saying.content)
        split_listener(parsed, saying)
    for verb, cue in cues.items():
        t = tagged.get(verb)
        if verb not in taken and t is not None and t.chance >= SURE and parsed.quote[verb] == -1:
            saying = Saying(verb, offsets(parsed, cue.first, cue.last), [], cue.entry, "tagger")
            _take(parsed, saying, t, cues)
            if saying.content and _says_something(parsed, saying) and not _is_deed(parsed, cue, t) and not _is_title_word(parsed, verb) and not _is_others(parsed, saying, quoted):
                _mend_alone(parsed, saying, cues)
                saying.content = whole_quotes(parsed, saying.content)
                split_listener(parsed, saying)
                ruled.append(saying)
    return ruled


def whole_quotes(parsed: Parsed, content: list[Offsets]) -> list[Offsets]:
    """Move the end of a content that stands inside a quotation to the end of that quotation."""
    if not content:
        return content
    start, end = content[-1]
    holder = next((q for q in parsed.within(end - 1, end) if not q.single and start <= q.start < end < q.inner_end), None)
    return content if holder is None else [*content[:-1], (start, holder.inner_end)]


def is_quoted(cues: Mapping[int, Occurrence], verb: int) -> bool:
    """Tell whether another one quotes the speaker ("X was quoted as saying"): the tagger does not read that."""
    return verb in cues and cues[verb].quoted is not None


def _is_deed(parsed: Parsed, cue: Occurrence, t: Tagged) -> bool:
    """Tell whether the content is what is done, not said: "agreed to meet" against "promised to meet"."""
    first = t.content[0]
    return "to" in (parsed.low[first], parsed.low[first - 1]) and "infinitive" not in cue.entry.frame.content and cue.entry.words != "decline to comment"


def _says_something(parsed: Parsed, saying: Saying) -> bool:
    """Tell whether a content is more than a circumstance, "said [in a report]": it has a verb, marks, or no preposition in front."""
    first, last = parsed.token_at(saying.content[0][0]), parsed.token_at(saying.content[-1][1] - 1)
    if saying.entry is None or saying.entry.frame.name != "say" or parsed.pos[first] != "ADP":
        return True
    return any(parsed.quote[i] != -1 or parsed.tag[i] in _FINITE for i in range(first, last + 1))


def _is_others(parsed: Parsed, saying: Saying, quoted: set[int]) -> bool:
    """Tell whether a content in front of its cue is a quotation that another cue has."""
    start, end = saying.content[-1]
    return end <= saying.cue[0] and parsed.quote[parsed.token_at(start)] in quoted


def _give_back(parsed: Parsed, saying: Saying, quoted: set[int]) -> None:
    """Leave out of a content, but for its first span, the quotations in other sentences that another cue has."""
    own = parsed.sent[saying.verb]
    kept = saying.content[:1]
    for start, end in saying.content[1:]:
        first = parsed.token_at(start)
        if parsed.sent[first] == own or parsed.quote[first] not in quoted - set(saying.quotes):
            kept.append((start, end))
    saying.content = kept


def _is_title_word(parsed: Parsed, verb: int) -> bool:
    """Tell whether a word is capitalised within its sentence: "Statement on the [Call] with the President"."""
    return parsed.word[verb][0].isupper() and verb > parsed.first[parsed.sent[verb]]


def is_official(cues: Mapping[int, Occurrence]) -> bool:
    """Tell whether a text reads as an official account of talks: it underlines and reaffirms more than it says.

    There, a content runs to the end of its sentence; in news, asides and circumstances follow it.
    """
    frames = Counter(c.entry.frame.name for c in cues.values())
    plain = frames["say"] + frames["quote"]
    return sum(frames.values()) - plain > 1.5 * plain


def _take(parsed: Parsed, saying: Saying, t: Tagged, cues: Mapping[int, Occurrence], *, keep_end: bool = False) -> None:
    """Put the tagger's content and source into a saying."""
    spans = content_spans(parsed, t)
    if spans and spans[-1][1] <= saying.cue[0] < saying.content[0][0] if saying.content else False:
        spans = []  # what stands in front belongs to another cue: "We agree," she said. He wrote [that talks go on].
    if spans and spans[0][0] > saying.cue[0] and len(saying.content) == 1 and saying.content[0][0] > saying.cue[0]:
        spans = _mended(parsed, saying, t, spans, cues, keep_end=keep_end)
    if spans:
        saying.content = spans
        saying.confidence = max(saying.confidence, min(0.95, t.chance))
    _take_source(parsed, saying, t, cues)


def _take_source(parsed: Parsed, saying: Saying, t: Tagged, cues: Mapping[int, Occurrence]) -> None:
    """Put the tagger's source into a saying: it finds the speaker more often than the parse alone does."""
    run = _own_words(parsed, _source_run(parsed, saying.verb, t), cues)
    if run and not saying.agentless:
        head = head_of(parsed, run)
        saying.source = offsets(parsed, run[0], run[-1])
        saying.named = antecedent(parsed, head, saying.verb)


def _own_words(parsed: Parsed, run: list[int], cues: Mapping[int, Occurrence]) -> list[int]:
    """Cut a source behind another cue ("X said [he]") and before an aside ("[Josep Borrell], who arrived")."""
    other = max((k for k, i in enumerate(run) if i in cues), default=-1)
    if other + 1 < len(run):
        run = run[other + 1 :]
    for k in range(1, len(run) - 1):
        behind = run[k + 1]
        if parsed.low[run[k]] == "," and (parsed.low[behind] in _RELATIVE or (parsed.pos[behind] == "VERB" and parsed.low[behind].endswith("ing"))):
            return run[:k]
    return run


def _source_run(parsed: Parsed, verb: int, t: Tagged) -> list[int]:
    """Give the source's tokens on one side of the cue: those that hold the verb's subject, else the first ones with a noun."""
    runs = _runs([i for i in t.source if i < t.cue[0]], 3) + _runs([i for i in t.source if i > t.cue[0]], 3)
    subject = subject_of(parsed, verb)
    nominal = [r for r in runs if any(parsed.pos[i] in ("NOUN", "PROPN", "PRON", "DET", "NUM") for i in r)]
    return next((r for r in nominal if subject in r), (nominal or runs or [[]])[0])


def _runs(tokens: list[int], gap: int) -> list[list[int]]:
    """Cut sorted tokens where `gap` or more are left out between two of them."""
    runs: list[list[int]] = []
    for i in tokens:
        if runs and i - runs[-1][-1] <= gap:
            runs[-1].append(i)
        else:
            runs.append([i])
    return runs


def _mended(parsed: Parsed, saying: Saying, t: Tagged, spans: list[Offsets], cues: Mapping[int, Occurrence], *, keep_end: bool) -> list[Offsets]:
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


def _mend_alone(parsed: Parsed, saying: Saying, cues: Mapping[int, Occurrence]) -> None:
    """Move the end of a content that only the tagger found where it cannot be one."""
    start, end = saying.content[-1]
    first, last = parsed.token_at(start), parsed.token_at(end - 1)
    if start > saying.cue[1] and _is_torn(parsed, first, last):
        saying.content[-1] = (start, max(end, parsed.end[reach(parsed, first, saying.verb, cues)]))


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


def content_spans(parsed: Parsed, t: Tagged) -> list[Offsets]:
    """Give the tagger's content in the guide's form: without "that" in front and punctuation at the edges.

    Behind the cue, in its sentence, a content is one piece: a short gap in it is filled, and what stands behind a long one is
    left out. In front of the cue, what belongs to the speaker ("X, [ending a visit], said ...") is left out.
    """
    out = []
    for first, last in _pieces(parsed, t):
        first = trim_start(parsed, first, last)
        if parsed.low[first] == "that" and parsed.pos[first] in ("SCONJ", "PRON", "DET"):
            if first == last:
                continue
            first = trim_start(parsed, first + 1, last)
        if first == t.cue[-1] + 1:
            first = behind_day(parsed, first, last)
        last = trim_end(parsed, first, last)
        if any(parsed.word[i][0].isalnum() for i in range(first, last + 1)):
            out.append(offsets(parsed, first, last))
    return out


_GAP = 10
"""A gap of at most so many tokens in a content behind its cue is filled."""


def _pieces(parsed: Parsed, t: Tagged) -> list[tuple[int, int]]:
    """Give the first and last tokens of the pieces of the tagger's content."""
    end = parsed.last[parsed.sent[t.anchor]]
    front = _runs([i for i in t.content if i < t.cue[0]], 2)
    behind = _runs([i for i in t.content if t.cue[0] < i <= end], 2)
    later = _runs([i for i in t.content if i > end], 2)
    if behind and t.source and t.source[0] < t.cue[0]:
        front = [r for r in front if r[-1] < t.source[0] or r[0] > t.cue[0]]
    elif behind and not t.source:
        front = []
    if behind and t.source:
        lost = [i for i in t.source if t.cue[-1] < i < behind[0][0]]
        if lost and t.source[0] < t.cue[0] and behind[0][0] - lost[-1] <= 2:
            behind[0] = lost[:1] + behind[0]  # "the ministry said [John Kerry, the secretary, met] him"
    kept = behind[:1]
    for run in behind[1:]:
        if run[0] - kept[-1][-1] <= _GAP or any(i in t.source for i in range(kept[-1][-1], run[0])):
            kept.append(run)
        else:
            break
    if kept and not any(kept[0][0] < i < kept[-1][-1] for i in t.source):
        kept = [[kept[0][0], kept[-1][-1]]]
    return [(r[0], r[-1]) for r in front + kept + later]


def head_of(parsed: Parsed, tokens: list[int]) -> int:
    """Give the head token of a phrase: the first one whose head stands outside of it."""
    inside = set(tokens)
    words = [i for i in tokens if parsed.word[i][0].isalnum()] or tokens
    return next((i for i in words if parsed.head[i] not in inside and parsed.pos[i] in ("NOUN", "PROPN", "PRON", "DET", "NUM")), words[0])
