"""The words of the trade as frozen dataclasses, and their JSON.

Offsets are Unicode code points into `Report.text`, end exclusive; dates are EDTF (ISO 8601-2 level 1);
countries are ISO 3166-1 alpha-2, with `EU` for the European Union.
"""

from memcon.record.codec import from_json, schema, to_json
from memcon.record.findings import (
    Actor,
    ActorKind,
    Engagement,
    EngagementKind,
    Figure,
    Mention,
    MentionKind,
    Office,
    Participant,
    Place,
    Statement,
    Status,
    Timex,
)
from memcon.record.report import Block, BlockKind, Dateline, Publication, Publisher, Report
from memcon.record.span import Span, span_of
from memcon.record.whole import Record, Stamp, spans_in

__all__ = [
    "Actor",
    "ActorKind",
    "Block",
    "BlockKind",
    "Dateline",
    "Engagement",
    "EngagementKind",
    "Figure",
    "Mention",
    "MentionKind",
    "Office",
    "Participant",
    "Place",
    "Publication",
    "Publisher",
    "Record",
    "Report",
    "Span",
    "Stamp",
    "Statement",
    "Status",
    "Timex",
    "from_json",
    "schema",
    "span_of",
    "spans_in",
    "to_json",
]
