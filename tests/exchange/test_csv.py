"""CSV: what a spreadsheet reads, and that nothing in it is a formula."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from memcon.exchange.csv_table import cell
from memcon.register.register import Register

from .conftest import exported


def rows(register: Register, table: str, **question: object) -> list[dict[str, str]]:
    data, outcome = exported(register, "csv", question, table=table)
    found = list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")))
    assert all(None not in r and None not in r.values() for r in found) and len(found) == outcome.written
    return found


def test_one_row_an_engagement_and_a_participant_table_beside(register: Register) -> None:
    met = rows(register, "engagements", between=("RU", "SY"))
    assert [(r["date"], r["begin"], r["end"], r["kind"], r["status"], r["city"], r["reports"], r["main"]) for r in met] == [
        ("2021-09-13", "2021-09-13", "2021-09-13", "meeting", "held", "Moscow", "2", "true")
    ]
    people = rows(register, "participants", between=("RU", "SY"))
    assert [(r["engagement"], r["ordinal"], r["country"]) for r in people] == [(met[0]["id"], "1", "RU"), (met[0]["id"], "2", "SY")]
    (vague,) = rows(register, "engagements", between=("US", "UA"))
    assert (vague["date"], vague["begin"], vague["end"]) == ("2021-12", "2021-12-01", "2021-12-31")


def test_low_confidence_is_hidden_unless_asked_for(register: Register) -> None:
    assert len(rows(register, "engagements", everything=True)) == 1 + len(rows(register, "engagements"))


def test_spans_fit_and_formulas_are_tamed(register: Register) -> None:
    accounts = rows(register, "accounts", between=("Sergey Lavrov",))
    assert accounts[0]["title"].startswith("'=2+3") and accounts[0]["publisher"] == "'=Wire <b>&"
    text = register.record("wire-3").report.text
    assert text[int(accounts[0]["start"]) : int(accounts[0]["end"])] == accounts[0]["evidence"]
    said = [r for r in rows(register, "statements") if r["report"] == "wire-3"]
    assert said[0]["content"].startswith("'=cmd") and said[0]["cue"] == "warned"
    (figure,) = rows(register, "figures")
    assert (figure["value"], figure["unit"], figure["claimants"]) == ("3.5", "times", "Vladimir Putin")


@given(st.one_of(st.text(), st.floats(allow_nan=False), st.integers(), st.booleans(), st.none()))
def test_no_text_cell_begins_a_formula_and_numbers_are_untouched(value: object) -> None:
    shown = cell(value)  # type: ignore[arg-type]
    if isinstance(value, str):
        assert shown.removeprefix("'") == value.removeprefix("'") or shown == f"'{value}"
        assert not shown.lstrip(" \u00a0").startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    elif isinstance(value, int | float) and not isinstance(value, bool):
        assert type(value)(shown) == value
