"""What kind of point a stretch is: told from its act of saying and a few words of its own."""

import re
from typing import Literal

from memcon.compare.acts import Act

Kind = Literal["contact", "length", "mood", "next step", "request", "commitment", "figure", "topic", "statement", "background"]

CONTACT = re.compile(
    r"\b(?:(?:spoke|speaks|talked|met|meets|meeting|conferred|held|holds|hold|(?<!have )(?<!ve )had|took\s+place|received|hosted|welcomed)\b[^.;]{0,60}?"
    r"\b(?:with|call|conversation|talks|meeting|summit|discussion|negotiations|between)|"
    r"(?:telephone|phone|video|videoconference)\s+(?:call|conversation|talks|conference)\b[^.;]{0,40}\b(?:took\s+place|with|between|concluded|was\s+held)|"
    r"(?:another|a)\s+(?:telephone|phone|video)\s+(?:call|conversation)|spoke\s+(?:today|by|on|this|earlier)|"
    r"(?:have|has)\s+met\s+(?:with\s+)?[A-Z])",
    re.I,
)
LENGTH = re.compile(
    r"\b(?:lasted|lasting)\b|\b(?:hour|minute)s?-long\b|\bfor\s+(?:about|around|over|more\s+than|nearly|almost|some|just\s+over)?\s*[\w-]+\s+(?:minutes|hours?)\b"
    r"|\b[\w-]+-(?:hour|minute)\s+(?:meeting|call|conversation|talks)\b",
    re.I,
)
_NEXT = re.compile(
    r"\b(?:agreed\s+(?:to|on|that)|tasked\s+their|instruct(?:ed)?\s+their|follow[\s-]up|next\s+steps?|will\s+(?:meet|continue|visit|travel|hold)|(?:is|are)\s+(?:due|set|scheduled|expected)\s+to"
    r"|planned?\s+(?:to|for|a)|upcoming|in\s+the\s+(?:near\s+future|coming\s+(?:days|weeks|months))|starting\s+(?:next|this)|look(?:s|ed|ing)?\s+forward|stay\s+in\s+(?:touch|contact)|remain\s+in\s+(?:touch|contact)|invit(?:ed|ation))\b",
    re.I,
)
_COMMITMENT = re.compile(r"\b(?:will|would|commit\w*|pledg\w*|promis\w*|read(?:y|iness)\s+to|intends?\s+to|prepared\s+to|support\s+for|continue\s+to|guarantee\w*|provid(?:e|es|ing))\b", re.I)
_REQUEST = re.compile(r"\b(?:the\s+need\s+(?:to|for)|let['’]s|must|should|ought\s+to|needs?\s+to|we\s+need|it\s+is\s+time|demand\w*|immediate\s+support|call\s+(?:for|on))\b", re.I)
_AMOUNT = re.compile(r"[$€£¥]\s?\d|\b(?:USD|EUR|US\$)\s?\d|\b\d[\d,.]*\s*(?:million|billion|trillion|percent|per\s+cent|%|thousand)|\b(?:half\s+a|a)\s+billion\b", re.I)


def kind_of(text: str, start: int, end: int, act: Act | None, air: bool, opening: bool) -> Kind:
    """Give the kind of the point `text[start:end]`; `opening` tells that it begins the sentence in which an account says that the parties spoke."""
    if opening:
        return "contact"
    words = end - start
    if LENGTH.search(text, start, end) and words < 90:
        return "length"
    if air and words < 140 and (act is None or act.step.strength <= 1):
        return "mood"
    if (act is not None and act.step.kind == "next step") or _NEXT.search(text, start, end):
        return "next step"
    if act is not None and act.step.kind == "request":
        return "request"
    if _AMOUNT.search(text, start, end):
        return "figure"
    if act is not None and act.step.kind in ("topic", "praise"):
        return "topic" if act.step.kind == "topic" else "statement"
    if (act is not None and act.step.kind == "commitment") or (act is not None and _COMMITMENT.search(text, start, end)):
        return "commitment"
    if _REQUEST.search(text, start, end):
        return "request"
    return "statement" if act is not None else "background"
