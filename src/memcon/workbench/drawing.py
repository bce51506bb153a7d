"""Pages out of templates: one environment, everything escaped, words for codes."""

import hashlib
import unicodedata
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from fastapi import Request
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.responses import HTMLResponse

import memcon
from memcon.actors.tables import short_names
from memcon.printing.dates import words
from memcon.printing.facts import KINDS
from memcon.record import Span
from memcon.register.answers import Entry, PartyAnswer
from memcon.workbench.bench import bench_of

STATIC = Path(str(files("memcon.workbench") / "static"))
_KEPT = {"\u200c", "\u200d"}
_UNSEEN = ("Cc", "Cf", "Cs", "Cn", "Co")
PLURALS = {
    "meeting": "Meetings", "summit": "Summits", "visit": "Visits", "call": "Calls", "video_call": "Video calls",
    "message": "Messages", "contact": "Contacts",
}  # fmt: skip
ACTS = {
    "accept": "accepted", "reject": "rejected", "correct": "corrected", "merge": "merged", "split": "split", "comment": "commented",
    "same_actor": "one and the same", "other_actor": "two different actors", "undo": "took back",
}  # fmt: skip


def seen(text: str) -> str:
    """Leave out what cannot be seen and could turn the text of a page round (controls, bidirectional overrides)."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(c for c in text if c.isspace() or c in _KEPT or unicodedata.category(c) not in _UNSEEN)


def held(text: str) -> str:
    """Give a text of a report for its page, each character in its place: what must not stand there becomes a replacement character."""
    return "".join(" " if c == "\r" else c if c.isspace() or c in _KEPT or unicodedata.category(c) not in _UNSEEN else "\ufffd" for c in text)


def _finalize(value: Any) -> Any:
    return seen(value) if isinstance(value, str) and not isinstance(value, Markup) else "" if value is None else value


def country(code: str | None) -> str:
    """Name a country by its code."""
    return short_names().get(code, code) if code else ""


def party_url(party: PartyAnswer) -> str:
    """Give the page of a party."""
    return "/who?" + urlencode({"name": party.country if party.kind == "state" and party.country else party.name})


def joined(parties: tuple[PartyAnswer, ...], most: int = 4) -> str:
    """Name parties in a sentence: "A", "A and B", "A, B and 3 others"."""
    names = list(dict.fromkeys(p.name for p in parties))
    if not names:
        return "Parties not named"
    if len(names) > most:
        names = [*names[: most - 1], f"{len(names) - most + 1} others"]
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def where(thing: Any) -> str:
    """Name the place of an entry or account, no part twice."""
    parts = [thing.place, thing.city, country(thing.country)]
    return ", ".join(dict.fromkeys(p for p in parts if p))


def heading(entry: Entry) -> str:
    """Give the title of an entry."""
    return joined(entry.participants)


def at_words(report: str, span: Span | None) -> str:
    """Give the address of words in a report's page."""
    from urllib.parse import quote

    return f"/documents/{quote(report)}" + (f"#at={span.start}-{span.end}" if span else "")


@cache
def static(name: str) -> str:
    """Give the address of an asset, with the beginning of its hash so that it can be kept by the browser for ever."""
    return f"/static/{name}?{hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:10]}"


@cache
def environment() -> Environment:
    """Give the templates' environment."""
    made = Environment(
        loader=PackageLoader("memcon.workbench"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        finalize=_finalize, auto_reload=False,
    )  # fmt: skip
    made.filters |= {"words": words, "held": held, "seen": seen, "country": country, "party_url": party_url, "joined": joined, "where": where,
                     "heading": heading, "query": _query, "number": _number, "web": _web, "unquoted": _unquoted}  # fmt: skip
    made.globals |= {"KINDS": KINDS, "PLURALS": PLURALS, "ACTS": ACTS, "static": static, "at_words": at_words, "version": memcon.__version__}
    return made


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}".rstrip("0")


def _unquoted(value: str) -> str:
    """Give a value that a judgement keeps as JSON in words."""
    import json

    try:
        found = json.loads(value)
    except ValueError:
        return value
    return "nothing" if found is None else str(found)


def _web(url: str | None) -> str | None:
    """Give an address that may be linked: one out of a document could hold a script ("javascript:")."""
    return url if url is not None and url.startswith(("https://", "http://")) else None


def _query(base: dict[str, Any], **changes: Any) -> str:
    """Give a query string with some of its parts changed; empty parts are left out."""
    parts = {k: v for k, v in (base | changes).items() if v not in (None, "", (), [])}
    return "?" + urlencode(parts, doseq=True)


def page(request: Request, template: str, status: int = 200, **context: Any) -> HTMLResponse:
    """Draw a page."""
    user = getattr(request.state, "user", None)
    asked = {k: v[0] if len(v) == 1 else v for k in request.query_params for v in [request.query_params.getlist(k)]}
    bench = bench_of(request)
    made = environment().get_template(template).render(
        **context, user=user, asked=asked, path=request.url.path, open=bench.access.open, may=user.may if user else frozenset(),
    )  # fmt: skip
    return HTMLResponse(made.encode("utf-8", "replace"), status)
