"""FollowTheMoney statements: read by followthemoney's own reader where it is installed (`pip install 'memcon[ftm]'`), by hand in any case."""

import csv
import hashlib
import io
import json
import re
from typing import Any

import pytest

from memcon import language, pipeline, reading
from memcon.exchange.ftm_statements import COLUMNS, TYPES, dataset_of
from memcon.register.register import Register
from register.making import ASSAD, PUTIN, record, told

from .conftest import exported

SCHEMATA = {"Event", "Person", "PublicBody", "Organization", "LegalEntity", "Article", "Documentation"}


def statements(register: Register, **question: Any) -> list[dict[str, str]]:
    data, outcome = exported(register, "ftm-statements", question)
    found = list(csv.DictReader(io.StringIO(data.decode(), newline="")))
    assert len(found) == outcome.written == len({s["id"] for s in found}) and all(tuple(s) == COLUMNS for s in found)
    return found


def test_each_is_keyed_sorted_and_typed_as_followthemoney_does(register: Register) -> None:
    found = statements(register)
    order = [(s["canonical_id"], s["prop"] != "id", s["id"]) for s in found]
    assert order == sorted(order)
    for s in found:
        assert s["id"] == hashlib.sha1(f"{s['dataset']}.{s['entity_id']}.{s['prop']}.{s['value']}".encode()).hexdigest()
        assert s["schema"] in SCHEMATA and s["value"] and s["external"] == "f" and s["lang"] == "" and s["original_value"] != s["value"]
        assert re.fullmatch(r"[a-z0-9_]+", s["dataset"]) and s["prop_type"] == TYPES.get(s["prop"], "string")
        assert s["first_seen"] <= s["last_seen"] and s["first_seen"].startswith("20")
    ids = {(s["entity_id"], s["dataset"]) for s in found if s["prop"] == "id"}
    assert ids == {(s["entity_id"], s["dataset"]) for s in found}
    canonical = {s["canonical_id"] for s in found}
    assert {s["value"] for s in found if s["prop_type"] == "entity"} <= canonical


def test_rolled_up_they_are_the_entities(register: Register) -> None:
    data, _ = exported(register, "ftm")
    entities = {e["id"]: e for e in map(json.loads, data.splitlines())}
    rolled: dict[str, dict[str, set[str]]] = {}
    for s in statements(register):
        if s["canonical_id"] in entities:
            assert entities[s["canonical_id"]]["schema"] == s["schema"]
        if s["prop"] != "id":
            rolled.setdefault(s["canonical_id"], {}).setdefault(s["prop"], set()).add(s["value"])
    assert set(rolled) == set(entities)  # Also the Putin of one report and the Vladimir Putin of the other.
    for id, entity in entities.items():
        for prop, values in entity["properties"].items():
            if prop not in ("name", "summary", "keywords"):  # There an engagement's own words join those of its accounts.
                assert set(values) <= rolled[id][prop], (entity["schema"], prop)


def test_who_says_what_stays_apart(fresh: Register) -> None:
    fresh.add(record("sana-2", told("meeting", [PUTIN, ASSAD], "2021-09-14", place=("Moscow", "RU")), published="2021-09-15", publisher="SANA"))
    (met,) = fresh.engagements(between=["RU", "SY"])
    found = [s for s in statements(fresh, entry=met.id) if s["schema"] == "Event" and s["prop"] == "date"]
    assert len({s["canonical_id"] for s in found}) == 1 and len({s["entity_id"] for s in found}) == len(met.accounts) == 3
    assert {(s["dataset"], s["origin"], s["value"], s["first_seen"]) for s in found} >= {
        ("tass", "tass-1", "2021-09-13", "2021-09-14"), ("sana", "sana-2", "2021-09-14", "2021-09-15"),
    }  # fmt: skip


def test_one_publisher_that_says_it_twice_is_one_statement_with_two_days(fresh: Register) -> None:
    fresh.add(record("tass-2", told("call", [PUTIN, ("Xi Jinping", "CN")], "2021-12-15"), published="2021-12-16", publisher="TASS"))
    (name,) = [s for s in statements(fresh) if s["prop"] == "name" and s["value"] == "Vladimir Putin" and s["dataset"] == "tass"]
    assert (name["first_seen"], name["last_seen"], name["origin"]) == ("2021-09-14", "2021-12-16", "tass-1")


def test_the_words_of_the_report_stand_beside_the_value(fresh: Register) -> None:
    text = "KYIV, March 5, 2024. President Volodymyr Zelenskyy met Danish Prime Minister Frederiksen in Kyiv on Tuesday."
    fresh.add(pipeline.record_of(reading.read_text(text, publisher="Example Wire"), language.load()))
    found = {s["original_value"]: s["value"] for s in statements(fresh) if s["original_value"]}
    assert found["Tuesday"] == "2024-03-05" and all(words in text for words in found)


def test_what_never_was_is_left_out(fresh: Register) -> None:
    fresh.judge("correct", "wire-2", field="status", value="cancelled", who="ana", at="2024-01-01T00:00:00Z")
    _, outcome = exported(fresh, "ftm-statements")
    assert outcome.left_out[0] == "1 engagements left out: denied or cancelled, which FollowTheMoney cannot say"


@pytest.mark.parametrize(
    ("publisher", "name"),
    [("TASS", "tass"), ("=Wire <b>&", "wire_b"), (None, "publisher_unknown"), (" ", "publisher_unknown"), ("ТАСС", "publisher_7f7ca18d"), ("X" * 200, "x" * 80)],
)
def test_the_data_set_is_named_after_the_publisher(publisher: str | None, name: str) -> None:
    assert dataset_of(publisher) == name


def test_followthemoney_reads_them_and_rolls_them_up(register: Register) -> None:
    ftm = pytest.importorskip("followthemoney", reason="followthemoney is not installed (pip install 'memcon[ftm]')")
    serialize = pytest.importorskip("followthemoney.statement.serialize")
    entity = pytest.importorskip("followthemoney.statement.entity")
    dataset = pytest.importorskip("followthemoney.dataset")
    data, outcome = exported(register, "ftm-statements")
    rows = list(csv.DictReader(io.StringIO(data.decode(), newline="")))
    read = list(serialize.read_csv_statements(io.BytesIO(data)))
    assert len(read) == outcome.written == len(rows) > 50
    for row, statement in zip(rows, read, strict=True):
        assert statement.generate_key() == row["id"] and statement.prop_type == row["prop_type"]
        assert {k: v or "" for k, v in statement.to_csv_row().items()} == row
    written = io.BytesIO()
    writer = serialize.get_statement_writer(written, serialize.CSV)
    for statement in read:
        writer.write(statement)
    writer.writer and writer.close()
    by: dict[str, list[Any]] = {}
    for statement in read:
        by.setdefault(statement.canonical_id, []).append(statement)
    whole = dataset.Dataset.make({"name": "memcon", "title": "Memcon"})
    for canonical, group in by.items():
        rolled = entity.StatementEntity.from_statements(whole, group)
        assert rolled.id == canonical
        ftm.model.get(rolled.schema.name).validate(rolled.to_dict())
        for statement in group:
            if statement.prop != "id":
                prop = ftm.model.get(statement.schema).get(statement.prop)
                assert prop.type.clean(statement.value) is not None or prop.type.validate(statement.value), statement
