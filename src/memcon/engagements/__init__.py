"""Meetings, calls, visits, summits and messages: one record each, however often it is mentioned.

`find` reads a parsed report in five steps, each a file of its own: the words that tell of an engagement (`triggers`), the
participants, status, date and place of each telling, the joining of tellings (`joining`), what is no engagement
(`scope`), and the record with its confidence (`entries`).
"""

from collections.abc import Sequence
from typing import Any

from memcon.engagements import bridging, completion, entries, joining, tellings, visits
from memcon.engagements.scene import Cast, Scene
from memcon.record import Engagement, Report, Statement, Timex

FLOOR = 0.3
"""Engagements of a lower confidence are kept, but hidden by default."""


def find(
    doc: Any, report: Report, cast: Cast, times: Sequence[Timex], statements: Sequence[Statement]
) -> tuple[Engagement, ...]:
    """Give the engagements that a report tells of, the main ones first, then in the order of the text.

    `doc` is what `memcon.language.analyse` gave for `report.text`; `cast`, `times` and `statements` come from the rooms
    before. Ids are "e1", "e2", ...
    """
    scene = Scene(doc, report, cast, times, statements)
    found, alone = joining.join(scene, tellings.find(scene))
    found += bridging.bridge(scene, found, alone)
    completion.complete(scene, found)
    found = visits.settle(scene, found)
    return entries.records(scene, found)


__all__ = ["FLOOR", "find"]
