"""PLOVER event records as JSON lines, one an account of an engagement."""

import json
from typing import BinaryIO

from memcon.exchange.outcome import Outcome
from memcon.exchange.plover import to_plover
from memcon.exchange.selection import Selection


def write(selection: Selection, out: BinaryIO) -> Outcome:
    """Write the events of the reports that tell of the engagements.

    One engagement that several reports tell of gives an event each; `memcon.entry` is the same in all of them.
    """
    written = 0
    wanted = selection.accounts
    for record in selection.records():
        for event in to_plover(record):
            entry = wanted.get((record.report.id, event["id"].removeprefix(f"{record.report.id}-")))
            if entry is None:
                continue
            event["memcon"] = {"entry": entry} | event["memcon"]
            out.write(json.dumps(event, ensure_ascii=False).encode() + b"\n")
            written += 1
    left = len(wanted) - written
    reasons = (f"{left} accounts left out: PLOVER asks for a day, and they have no date that gives one",) if left else ()
    return Outcome(written, "events", reasons)
