"""Topics over time: a line a topic, a point a time it was raised."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from memcon.register.answers import Entry
from memcon.register.calendar import days
from memcon.workbench.charts.axis import Tick, spanning

_LEAD = re.compile(r"^(?:the|a|an|their|its|his|her|issues?(?: of| related to)?|situation in|matters? (?:of|related to)) +", re.IGNORECASE)
_LONGEST = 60
_SINGLE = 6
"""Topics that are shown where hardly any was raised twice."""


@dataclass(frozen=True, slots=True)
class Strip:
    """A topic: where it stands on the time (percent, with the entry's id and date), and how often it was raised."""

    topic: str
    points: tuple[tuple[float, str, str], ...]
    count: int


@dataclass(frozen=True, slots=True)
class Strips:
    """The topics that were raised most, and the axis that they share."""

    strips: tuple[Strip, ...]
    ticks: tuple[Tick, ...]


def strips(entries: Sequence[Entry], most: int = 10) -> Strips | None:
    """Draw the topics of engagements; None where fewer than two have any."""
    found: dict[str, dict[str, Entry]] = {}
    names: dict[str, str] = {}
    for entry in entries:
        if days(entry.date) is None:
            continue
        for topic in {t for a in entry.accounts for t in a.topics}:
            name = _LEAD.sub("", " ".join(topic.split()))
            if 2 < len(name) <= _LONGEST:
                names.setdefault(name.casefold(), name)
                found.setdefault(name.casefold(), {})[entry.id] = entry
    ranked = sorted(found.items(), key=lambda t: (-len(t[1]), t[0]))[:most]
    again = [t for t in ranked if len(t[1]) > 1]
    ranked = again if len(again) > 2 else ranked[:_SINGLE]
    when = [d for _, mine in ranked for e in mine.values() if (d := days(e.date))]
    if len(set(when)) < 2:
        return None
    axis = spanning(min(d.begin for d in when), max(d.end for d in when))
    drawn = []
    for key, mine in ranked:
        points = tuple(sorted((axis.at((d.begin + d.end + 1) / 2), e.id, e.date or "") for e in mine.values() if (d := days(e.date))))
        drawn.append(Strip(names[key], points, len(mine)))
    return Strips(tuple(drawn), axis.ticks(8))
