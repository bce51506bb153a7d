"""Tells whether a cue tells of an act of saying, not of one that is planned, wished for, described or denied."""

from memcon.statements.lexicon import lexicon
from memcon.statements.occurrence import Occurrence
from memcon.statements.parsed import Parsed

_BY = frozenset({"in", "by", "after", "before", "while", "without", ","})


def is_act(parsed: Parsed, cue: Occurrence) -> bool:
    """Tell whether a cue tells of an act of saying, not of one that is wished for, planned or described.

    Not: "expected to announce", "may warn", "the threat to condemn"; but "wants to thank", "is pleased to announce".
    """
    table = lexicon()
    willing, modals = table.words["willing"], table.words["modals"]
    i = cue.verb if parsed.pos[cue.verb] == "VERB" else cue.first
    if _is_byline(parsed, i) or _is_answered(parsed, cue.first) or _is_aside(parsed, cue.first):
        return False
    if any(parsed.dep[c] == "mark" and parsed.low[c] in ("if", "unless", "whether") for c in parsed.children[i]):
        return False  # "[If] Israel is asked to give more, ..."
    helpers = {parsed.low[c] for c in parsed.children[i] if parsed.dep[c] in ("aux", "aux:pass")}
    if _is_negated(parsed, i) and cue.entry.frame.name not in ("deny", "comment"):
        return False
    if helpers & modals:
        return "like" in parsed.low[max(0, i - 3) : i]
    begin = min(cue.first, i)
    if begin and parsed.low[begin - 1] == "to" and parsed.pos[begin - 1] == "PART":
        near = range(max(0, begin - 5), begin - 1)
        if any(parsed.low[j] in modals and parsed.low[j + 1] not in ("like", "love") for j in near):
            return False
        return parsed.lemma[parsed.head[i]] in willing or bool(set(parsed.lemma[max(0, begin - 4) : begin - 1]) & willing)
    if parsed.dep[i] == "acl" and parsed.low[i].endswith("ed") and not helpers and parsed.low[i] not in table.sure:
        return False  # "the aid announced last week"
    if parsed.low[i].endswith("ing") and not helpers:
        before = parsed.low[i - 1] if i > parsed.first[parsed.sent[i]] else ","
        if parsed.pos[i - 1] == "ADP" and before not in _BY:
            return False  # "the resolution on [recognising] the republics"
        return before in (",", "and", "while", "also", "in", "by", "after", "“", '"', ")") or parsed.rel(i) in ("acl", "root") or parsed.pos[i - 1] in ("ADV", "PUNCT", "NOUN", "PROPN")
    return True


def _is_aside(parsed: Parsed, first: int) -> bool:
    """Tell whether a participle stands in an aside, "as [expressed] through a vote": it tells of no act of its own."""
    return first > 0 and parsed.low[first - 1] == "as" and parsed.low[first].endswith("ed")


def _is_answered(parsed: Parsed, i: int) -> bool:
    """Tell whether a participle opens a sentence: "[Asked] about the plan, he said ..."."""
    return i == parsed.first[parsed.sent[i]] and parsed.low[i].endswith("ed")


def _is_byline(parsed: Parsed, i: int) -> bool:
    """Tell whether a form is the trade's own note, not an act of the report: "(Reporting by A; editing by B)"."""
    return parsed.low[i] in ("reporting", "writing") and i + 1 < parsed.size and parsed.low[i + 1] == "by"


def _is_negated(parsed: Parsed, i: int) -> bool:
    """Tell whether an act did not take place: "did not say", "never condemned"."""
    negations = lexicon().words["negations"]
    return any(parsed.low[j] in negations for j in range(max(0, i - 2), i))
