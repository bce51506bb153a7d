"""PLOVER's codes for parties and contexts, looked up in `data/plover.toml`."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from memcon.record import Actor


@cache
def table() -> dict[str, Any]:
    """Read the mapping; every table of it names its source."""
    text = (files("memcon.exchange") / "data" / "plover.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def alpha3(country: str | None) -> str | None:
    """Give the alpha-3 code of a state, None for none or an unknown one."""
    code: str | None = table()["codes"].get(country) if country else None
    return code


def _holds(words: list[str], folded: str) -> bool:
    return any(re.search(rf"\b{re.escape(w.removesuffix('*'))}{'' if w.endswith('*') else chr(92) + 'b'}", folded) for w in words)


def sector(actor: Actor) -> str | None:
    """Give the sector of a party: by the words of its offices or its name, else GOV for a state and whom it holds in office.

    None where nothing tells: a person whose office is not known.
    """
    titles = [o.title for o in actor.offices] or ([] if actor.kind == "person" else [actor.name])
    folded = " / ".join(titles).lower()
    for row in table()["sectors"]:
        plain = folded
        for phrase in row.get("not", ()):
            plain = plain.replace(phrase, "")
        if _holds(row["words"], plain):
            code: str = row["code"]
            return code
    if actor.kind == "state" or (actor.offices and actor.country is not None):
        return "GOV"
    return None


def code(actor: Actor) -> str | None:
    """Give the code of a party: its state's, that of an international body, or None for a group that acts for no state."""
    body: str | None = table()["bodies"].get(actor.name)
    if body is not None:
        return body
    if actor.country is not None:
        return alpha3(actor.country)
    if actor.kind == "organisation":
        return "IGO"
    offices = [o.title for o in actor.offices]
    return next((c for name, c in table()["bodies"].items() if any(name in o for o in offices)), None)


def entity(actor: Actor, words: str | None) -> dict[str, Any]:
    """Give a party as PLOVER's entity; `words` are those that name it in the text."""
    found: dict[str, Any] = {
        "code": code(actor),
        "sector": sector(actor),
        "entity_text": words,
        "identifier_text": actor.name,
        "office": actor.offices[0].title if actor.offices else None,
    }
    return {key: value for key, value in found.items() if value is not None}


def contexts(texts: list[str]) -> list[str]:
    """Give the contexts whose words stand in some texts, in the order of the table."""
    folded = " / ".join(texts).lower()
    return [name for name, words in table()["contexts"].items() if _holds(words, folded)]
