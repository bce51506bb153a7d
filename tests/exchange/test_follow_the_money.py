"""FollowTheMoney: its own model takes the entities where it is installed; their links fit in any case."""

import json
from typing import Any

import pytest

from memcon.register.register import Register

from .conftest import exported

REQUIRED = {"Event": {"name"}, "Person": {"name"}, "PublicBody": {"name"}, "Organization": {"name"}, "LegalEntity": {"name"},
            "Article": {"fileName"}, "Documentation": {"document", "entity"}}  # fmt: skip
"""The required properties of the schemata (followthemoney 4.11)."""
RANGES = {"involved": {"Person", "PublicBody", "Organization", "LegalEntity"}, "proof": {"Article"}, "document": {"Article"}, "entity": {"Event"}}


def entities(register: Register, **question: Any) -> list[dict[str, Any]]:
    data, outcome = exported(register, "ftm", question)
    found = [json.loads(line) for line in data.splitlines()]
    assert len(found) == outcome.written == len({e["id"] for e in found})
    return found


def test_events_link_parties_and_articles(register: Register) -> None:
    found = entities(register)
    by = {e["id"]: e for e in found}
    for entity in found:
        assert REQUIRED[entity["schema"]] <= set(entity["properties"])
        assert all(isinstance(v, str) and v for values in entity["properties"].values() for v in values)
        for name, schemas in RANGES.items():
            assert {by[i]["schema"] for i in entity["properties"].get(name, [])} <= schemas
    (met,) = register.engagements(between=["RU", "SY"])
    (event,) = [e for e in found if e["schema"] == "Event" and e["properties"]["recordId"] == [met.id]]
    assert event["properties"]["date"] == ["2021-09-13"] and event["properties"]["country"] == ["ru"]
    assert sorted(by[i]["properties"]["country"][0] for i in event["properties"]["involved"]) == ["ru", "sy"]
    assert len(event["properties"]["proof"]) == 2


def test_what_never_was_is_left_out(fresh: Register) -> None:
    fresh.judge("correct", "wire-2", field="status", value="cancelled", who="ana", at="2024-01-01T00:00:00Z")
    _, outcome = exported(fresh, "ftm")
    assert outcome.left_out == ("1 engagements left out: denied or cancelled, which FollowTheMoney cannot say",)


def test_the_model_itself_takes_them(register: Register) -> None:
    model = pytest.importorskip("followthemoney", reason="followthemoney is not installed").model
    for entity in entities(register):
        cleaned = model.get_proxy(entity, cleaned=False)  # Values that are not of their property's type do not survive.
        model.get(cleaned.schema.name).validate(entity)
        assert {p.name: sorted(cleaned.get(p)) for p in cleaned.iterprops() if cleaned.get(p)} == {
            name: sorted(values) for name, values in entity["properties"].items()
        }
