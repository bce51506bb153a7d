"""A person, a country, a body: offices, contacts, what was said."""

from dataclasses import dataclass
from datetime import date

import msgspec
from fastapi import APIRouter, Request
from starlette.responses import Response

from memcon.register import Register
from memcon.register.answers import Network, Profile
from memcon.workbench.answering import PageForm, Table, shown
from memcon.workbench.api.questions import Needed
from memcon.workbench.bench import TheBench, needs
from memcon.workbench.charts.bars import by_year
from memcon.workbench.drawing import country

router = APIRouter(dependencies=[needs("read")])
TIES = 28
"""The strongest ties of the network that are drawn."""


@dataclass(frozen=True, slots=True)
class WhoPage:
    """The page's data."""

    profile: Profile
    network: Network


@router.get("/who")
def who(request: Request, bench: TheBench, name: Needed, form: PageForm = "html") -> Response:
    """Show the page."""
    data, years = bench.kept.get(("who", name), lambda: _asked(bench.register, name))
    profile, party = data.profile, data.profile.party
    if form != "html":
        return shown(request, form, "who.html", data, _table(profile))
    return shown(
        request, form, "who.html", data, _table(profile), profile=profile, party=party, name=name, years=by_year(years, 80),
        drawn=msgspec.to_builtins(data.network), offices=sorted(profile.offices, key=lambda o: (-len(o.reports), o.office.title))[:12],
        stances=_stances(profile), home=country(party.country),
    )  # fmt: skip


def _asked(register: Register, name: str) -> tuple[WhoPage, list[tuple[int, int]]]:
    profile = register.who(name)
    network = register.network(of=[name], persons=profile.party.kind == "person", limit=TIES)
    held = register.timeline(between=[name], status=("held",), by="year", until=date.today().isoformat())
    return WhoPage(profile, network), [(int(s.period), s.total) for s in held]


def _stances(profile: Profile) -> tuple[str, ...]:
    return tuple(dict.fromkeys(s.stance for s in profile.said if s.stance))


def _table(profile: Profile) -> Table:
    columns = ("party", "partner", "country", "kind", "contacts", "last")
    return columns, ((profile.party.name, p.party.name, p.party.country, p.party.kind, p.count, p.last) for p in profile.partners)
