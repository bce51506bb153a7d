"""Vague accounts to the entries that fit them: "in June 2021", "next week", "Russia and Iran held talks"."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from memcon.register.clustering import Block
from memcon.register.tellings import Telling

_MARGIN = 1.0
"""How much better the best entry must fit than the next."""
_THRESHOLD = 5.0
"""Points that a vague account needs; fewer than for two sharp ones, since it must fit one entry only."""


@dataclass(frozen=True, slots=True)
class Home:
    """An entry that may take in a vague account: its root (the least code) and its sharp accounts."""

    root: str
    members: tuple[str, ...]


def settle(block: Block, candidates: Mapping[str, Sequence[Home]]) -> dict[str, str | None]:
    """Give the root of the entry for each vague account, None where none or no single one fits.

    Of two accounts of one report the better fit goes in first and keeps the other out.
    """
    fits = {code: _fits(block, code, homes) for code, homes in candidates.items()}
    found: dict[str, str | None] = dict.fromkeys(candidates)
    taken: set[tuple[str, str]] = set()
    for code in sorted(fits, key=lambda c: (-fits[c][0][0] if fits[c] else 0.0, c)):
        report = block.tellings[code].report
        free = [(score, home) for score, home in fits[code] if (report, home.root) not in taken]
        if chosen := _one(block, code, free):
            found[code] = chosen.root
            taken.add((report, chosen.root))
    return found


def _fits(block: Block, code: str, homes: Sequence[Home]) -> list[tuple[float, Home]]:
    found = []
    for home in homes:
        if any(block.apart(code, m) for m in home.members):
            continue
        best = max(block.agreement(code, m).score for m in home.members)
        judged = any((min(code, m), max(code, m)) in block.decided.together for m in home.members)
        if judged or (best >= _THRESHOLD and _placed(block.tellings[code], [block.tellings[m] for m in home.members])):
            found.append((best + 100 * judged, home))
    return sorted(found, key=lambda fit: (-fit[0], fit[1].root))


def _placed(telling: Telling, members: Sequence[Telling]) -> bool:
    """Ask more of an account that is dated to more than a month: it must name the place ("in Helsinki in 2018")."""
    if telling.grain != "coarse":
        return True
    return any(telling.city and m.city and telling.country == m.country for m in members)


def _one(block: Block, code: str, fits: Sequence[tuple[float, Home]]) -> Home | None:
    """Choose: the only fit, or one clearly better; an announcement of something soon means the next such contact, a visit or a week
    the contact that most reports tell of.
    """
    if not fits:
        return None
    grain = block.tellings[code].grain
    if grain == "none":
        return min(fits, key=lambda fit: (_begin(block, fit[1]), fit[1].root))[1]
    if len(fits) == 1 or fits[0][0] - fits[1][0] >= _MARGIN:
        return fits[0][1]
    if grain == "span":
        return min(fits, key=lambda fit: (-len(fit[1].members), -fit[0], fit[1].root))[1]
    return None


def _begin(block: Block, home: Home) -> int:
    return min(d.begin for m in home.members if (d := block.tellings[m].days))
