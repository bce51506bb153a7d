"""Gives a telling without a time of its own the day of the one that it goes on from.

"Blinken met Netanyahu on Monday. He also met the defence minister." The second has the day of the first; a word that says
otherwise ("earlier this year", "in May") is a time of its own.
"""

from dataclasses import replace

from memcon.engagements.lexicon import words_of
from memcon.engagements.telling import Telling

_NEAR = 2
"""Tellings back over which "also" goes on."""


def date(told: list[Telling]) -> list[Telling]:
    """Give the tellings, those that go on from a dated one with its date and reason."""
    found: list[Telling] = []
    for telling in told:
        if telling.date is None and not telling.other and not telling.background and not telling.anaphoric and not telling.weak and _goes_on(telling):
            before = next((t for t in reversed(found[-_NEAR:]) if _leads(t, telling)), None)
            if before is not None:
                reason = f"the day of “{before.span.quote}”, from which “also” goes on"
                telling = replace(telling, date=before.date, time=before.time, date_reason=reason)
        found.append(telling)
    return found


def _goes_on(telling: Telling) -> bool:
    """Tell whether a word beside the trigger says that it goes on from what was told before."""
    token = telling.trigger.token
    verb = token if token.pos_ == "VERB" else token.head
    return any(str(c.lower_) in words_of("triggers", "following", "words") for c in (*verb.children, *token.children) if abs(c.i - verb.i) < 5)


def _leads(before: Telling, telling: Telling) -> bool:
    shared = set(before.actors()) & set(telling.actors())
    return bool(before.date and shared and before.status == telling.status and not before.other)
