"""JSON lines: by the published schema, and back into a register."""

import io
import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from benchmarks.shared import shared

import memcon.register
from memcon import language, pipeline, reading
from memcon.errors import DataError
from memcon.exchange.json_lines import schema_text
from memcon.exchange.taking_in import take_in
from memcon.register.keeping import verify
from memcon.register.register import Register
from register.making import BIDEN, PUTIN, ZELENSKY, record, told

from .conftest import exported, reports

PUBLISHED = Path(__file__).resolve().parents[2] / "docs" / "register.schema.json"


def again(register: Register, to: Path, **question: object) -> tuple[bytes, bytes]:
    """Export, take in to an empty register, export from there."""
    first, _ = exported(register, "jsonl", question)
    with memcon.register.open(to) as other:
        take_in(other, io.BytesIO(first))
        with other.reading() as conn:
            assert list(verify(conn)) == []
        return first, exported(other, "jsonl", question)[0]


def test_every_line_fits_the_published_schema(register: Register) -> None:
    schema = json.loads(PUBLISHED.read_text(encoding="utf-8"))
    assert PUBLISHED.read_text(encoding="utf-8") == schema_text(), "run `memcon export jsonl --schema > docs/register.schema.json`"
    check = jsonschema.Draft202012Validator(schema)
    data, outcome = exported(register, "jsonl")
    lines = [json.loads(line) for line in data.splitlines()]
    assert [li["line"] for li in lines] == ["memcon-register"] + ["report"] * 7 + ["entry"] * outcome.written
    for line in lines:
        check.validate(line)
    with pytest.raises(jsonschema.ValidationError):
        check.validate({"line": "entry", "entry": {"id": 3}})


def test_the_round_trip_gives_the_same_bytes(register: Register, tmp_path: Path) -> None:
    for n, question in enumerate(({}, {"everything": True}, {"between": ("RU", "SY")})):
        first, second = again(register, tmp_path / f"{n}.db", **question)
        assert first == second and first.count(b"\n") > 3


def test_judgements_corrections_and_namesakes_survive_the_round_trip(fresh: Register, tmp_path: Path) -> None:
    fresh.add(record("tass-1", told("call", [ZELENSKY, BIDEN], "2023-01-01"), text="Volodymyr Zelenskyy and Joe Biden spoke of other things."))
    corrected = fresh.record("wire-1").report.text + " Corrected: the second call was on another day."
    fresh.add(record("wire-1", told("call", [BIDEN, PUTIN], "2021-12-07"), told("call", [BIDEN, ZELENSKY], "2021-12-10", main=False),
                     published="2021-12-09", text=corrected))  # fmt: skip
    fresh.judge("correct", "tass-1", field="city", value="Sochi", who="ana", at="2024-01-01T00:00:00Z")
    fresh.judge("reject", "wire-3", who="ana", at="2024-01-02T00:00:00Z")
    fresh.judge("undo", "2", who="ben", at="2024-01-03T00:00:00Z")
    fresh.judge("split", "sana-1/e1", who="ben", at="2024-01-04T00:00:00Z")
    first, second = again(fresh, tmp_path / "other.db")
    assert first == second
    assert b'"Sochi"' in first and b'tass-1~' in first
    assert first.count(b'{"line":"judgement"') == 4


def test_what_was_withdrawn_survives_the_round_trip(fresh: Register, tmp_path: Path) -> None:
    made = record("urn:1", told("call", [BIDEN, ZELENSKY], "2023-01-01"), published="2023-01-02", publisher="Wire")
    fresh.add(replace(made, report=replace(made.report, format="ninjs", notes=("version: 2", "withdrawn: canceled"))))
    first, second = again(fresh, tmp_path / "other.db")
    assert first == second and b'"withdrawn: canceled"' in first and b'"urn:1/e1"' not in first
    assert b"urn:1" not in exported(fresh, "csv", table="statements")[0]


def test_the_round_trip_of_real_documents(tmp_path: Path) -> None:
    """Eight of the corpus; all 631 were tried by hand."""
    corpus = shared("corpus")
    if corpus is None:
        pytest.skip("the corpus of real documents (../shared/corpus) is not here")
    with memcon.register.open(tmp_path / "real.db") as real:
        for path in sorted(corpus.glob("*.json"))[::80]:
            real.add(pipeline.record_of(reading.read_path(path), language.load()))
        assert real.count() > 6 and len(real.engagements(everything=True)) > 6
        for n, question in enumerate(({}, {"everything": True})):
            first, second = again(real, tmp_path / f"{n}.db", **question)
            assert first == second


def test_taking_in_twice_is_taking_in_once(register: Register, fresh: Register) -> None:
    fresh.judge("reject", "wire-3", who="ana", at="2024-01-02T00:00:00Z")
    data, _ = exported(fresh, "jsonl")
    done = take_in(fresh, io.BytesIO(data))
    assert (done.added, done.known, done.judgements) == (0, len(reports()), 0)
    assert exported(fresh, "jsonl")[0] == data


def test_a_register_with_another_report_of_that_name_keeps_its_own(register: Register, tmp_path: Path) -> None:
    other_words = "Volodymyr Zelenskyy and Joe Biden spoke of quite other things."
    with memcon.register.open(tmp_path / "other.db") as other:
        other.add(record("wire-1", told("call", [ZELENSKY, BIDEN], "2023-01-01"), text=other_words))
        before = other.entry("wire-1")
        done = take_in(other, io.BytesIO(exported(register, "jsonl")[0]))
        assert done.added == len(reports()) and other.entry("wire-1") == before
        assert len(other.engagements(everything=True)) == 1 + len(register.engagements(everything=True))
        with other.reading() as conn:
            assert list(verify(conn)) == []


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", None),
        (b"no json\n", "line 1: this is no line of a register"),
        (b'{"line":"report"}\n', "line 1: this is no line of a register"),
        (b'{"line":"memcon-register","format":1}\n{"line":"report","accounts":{}}\n', "line 2.*record"),
        (b'{"line":"memcon-register","format":1}\n\xff\n', "line 2"),
        (b'{"line":"memcon-register","format":99}\n', "newer Memcon"),
    ],
)
def test_what_is_no_register_is_refused_in_a_sentence(tmp_path: Path, data: bytes, said: str | None) -> None:
    with memcon.register.open(tmp_path / "r.db") as register:
        if said is None:
            assert take_in(register, io.BytesIO(data)).added == 0
            return
        with pytest.raises(DataError, match=said):
            take_in(register, io.BytesIO(data))
        assert register.count() == 0
