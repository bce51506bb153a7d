"""States, peoples, bodies and seats as actors."""

from memcon.actors import tables
from memcon.actors.drafts import Draft, Found
from memcon.actors.gazetteer import Gazetteer, Named
from memcon.actors.page import Page
from memcon.record import MentionKind

_PLACES = frozenset({"in", "at", "near", "from", "to", "across", "throughout", "inside", "outside", "into", "via", "through", "around"})


class Powers:
    """The states and bodies of a report, one draft each."""

    def __init__(self) -> None:
        self.all: list[Draft] = []
        self._by_name: dict[str, Draft] = {}

    def of(self, named: Named) -> Draft:
        """Give the actor that a name of the gazetteer stands for."""
        entry = named.entry
        return self._draft(entry.name, entry.code, entry.kind not in ("body", "seat") and entry.code != "EU")

    def state(self, code: str) -> Draft | None:
        """Give the state of a code; an international body's has none."""
        name = tables.short_names().get(code)
        return self._draft(name, code, code != "EU") if name else None

    def _draft(self, name: str, code: str | None, state: bool) -> Draft:
        draft = self._by_name.get(name)
        if draft is None:
            draft = Draft(name, "state" if state else "organisation", code, True)
            self._by_name[name] = draft
            self.all.append(draft)
        return draft


def find_powers(page: Page, gazetteer: Gazetteer, powers: Powers) -> list[Found]:
    """Give the mentions of states, peoples and bodies; a nationality before a noun is a mention of its state."""
    return [_mention(page, named, powers) for named in gazetteer.all if not named.entry.kind.startswith("region")]


def _mention(page: Page, named: Named, powers: Powers) -> Found:
    kind = named.entry.kind
    before = page.lower[named.first - 1] if named.first else ""
    if before == "the" and named.first > 1:
        before = page.lower[named.first - 2]
    place = kind in ("state", "capital", "seat") and before in _PLACES
    shown: MentionKind = "nationality" if kind in ("nationality", "people") else "place" if place else "name"
    return Found(page.start[named.first], page.end[named.end - 1], named.end - 1, (powers.of(named),), shown, kind)
