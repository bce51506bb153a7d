"""PLOVER: category, mode, sides, contexts and dates follow from a record's engagements."""

import datetime
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.exchange.plover import days, to_plover
from memcon.exchange.plover_codes import table
from memcon.record import Actor, Engagement, Office, Participant, Place, Publication, Record, Report, Stamp, span_of

TEXT = "President Xi Jinping received President Emmanuel Macron in Beijing on Thursday to discuss trade and the climate."
XI = Actor("a1", "Xi Jinping", "person", "CN", (Office("President", "CN", "text"),))
MACRON = Actor("a2", "Emmanuel Macron", "person", "FR", (Office("President", "FR", "text"),))
NATO = Actor("a3", "NATO", "organisation")
UN = Actor("a4", "United Nations", "organisation")
STOLTENBERG = Actor("a5", "Jens Stoltenberg", "person", None, (Office("NATO Secretary General", None, "text"),))
MILLEY = Actor("a6", "Mark Milley", "person", "US", (Office("General", "US", "text"),))
NOBODY = Actor("a7", "Jo Doe", "person")


def words(quote: str) -> Any:
    start = TEXT.index(quote)
    return span_of(TEXT, start, start + len(quote))


def record(**fields: Any) -> Record:
    e: dict[str, Any] = {
        "id": "e1", "kind": "meeting", "status": "held", "main": True, "trigger": words("received"), "evidence": (words("received"),),
        "participants": (Participant("a1", "host"), Participant("a2", "visitor", words("Emmanuel Macron"))), "date": "2023-04-06",
    }  # fmt: skip
    report = Report("cn-1", TEXT, "", "", "text", (), published=Publication("2023-04-06", "given", "given"))
    everybody = (XI, MACRON, NATO, UN, STOLTENBERG, MILLEY, NOBODY)
    return Record(report, Stamp("0.1.0", "m", "0"), actors=everybody, engagements=(Engagement(**(e | fields)),))


def one(**fields: Any) -> dict[str, Any]:
    events = to_plover(record(**fields))
    assert len(events) == 1
    return events[0]


def names(event: dict[str, Any], side: str) -> list[str]:
    return [p["identifier_text"] for p in event.get(side, [])]


@pytest.mark.parametrize(
    ("status", "event", "mode"),
    [
        ("held", "CONSULT", ["visit"]),
        ("planned", "AGREE", None),
        ("proposed", "AGREE", None),
        ("cancelled", "REJECT", ["meet"]),
        ("habitual", "CONSULT", ["visit"]),
    ],
)
def test_the_status_gives_the_category(status: str, event: str, mode: list[str] | None) -> None:
    found = one(status=status)
    assert found["event"] == [event]
    assert found.get("mode") == mode
    assert found["quad_code"] == (3 if event == "REJECT" else 1)


def test_a_denial_of_what_was_is_negated_and_of_what_is_to_come_a_refusal() -> None:
    past, ahead = one(status="denied", date="2023-04-05"), one(status="denied", date="2023-05-01")
    assert past["event"] == ["CONSULT"] and "negation" in past["context"]
    assert ahead["event"] == ["REJECT"] and ahead["mode"] == ["meet"] and "negation" not in ahead["context"]


def test_the_visitor_acts_and_the_host_receives() -> None:
    event = one()
    assert (names(event, "actor"), names(event, "recipient")) == (["Emmanuel Macron"], ["Xi Jinping"])
    assert event["actor"][0]["entity_text"] == "Emmanuel Macron"


def test_without_roles_all_are_actors_in_one_event() -> None:
    event = one(participants=(Participant("a1"), Participant("a2")))
    assert names(event, "actor") == ["Xi Jinping", "Emmanuel Macron"]
    assert "recipient" not in event and "mode" not in event


@pytest.mark.parametrize(
    ("kind", "ids", "place", "mode"),
    [
        ("call", ("a1", "a2"), None, ["phone"]),
        ("video_call", ("a1", "a2"), None, ["phone"]),
        ("message", ("a1", "a2"), None, ["phone"]),
        ("visit", ("a1", "a2"), None, ["visit"]),
        ("summit", ("a1", "a2"), None, ["multilateral"]),
        ("meeting", ("a1", "a2", "a6"), None, ["multilateral"]),
        ("meeting", ("a1", "a3"), None, ["multilateral"]),
        ("meeting", ("a1", "a2"), Place(None, "Bali", "ID"), ["third-party"]),
        ("meeting", ("a1", "a2"), Place(None, "Paris", "FR"), None),
        ("contact", ("a1", "a2"), Place(None, "Bali", "ID"), None),
    ],
)
def test_the_mode_of_consult(kind: str, ids: tuple[str, ...], place: Place | None, mode: list[str] | None) -> None:
    assert one(kind=kind, participants=tuple(Participant(i) for i in ids), place=place).get("mode") == mode


def test_a_letter_goes_from_its_sender_to_its_recipient() -> None:
    event = one(kind="message", participants=(Participant("a1", "recipient"), Participant("a2", "sender")))
    assert (names(event, "actor"), names(event, "recipient")) == (["Emmanuel Macron"], ["Xi Jinping"])


def test_parties_have_codes_sectors_and_offices() -> None:
    event = one(participants=tuple(Participant(f"a{i}") for i in range(1, 8)))
    parties = {p["identifier_text"]: (p.get("code"), p.get("sector"), p.get("office")) for p in event["actor"]}
    assert parties == {
        "Xi Jinping": ("CHN", "GOV", "President"),
        "Emmanuel Macron": ("FRA", "GOV", "President"),
        "NATO": ("IGO", None, None),
        "United Nations": ("UNO", None, None),
        "Jens Stoltenberg": (None, None, "NATO Secretary General"),
        "Mark Milley": ("USA", "MIL", "General"),
        "Jo Doe": (None, None, None),
    }


def test_topics_give_contexts_and_background_is_historical() -> None:
    event = one(topics=(words("trade"), words("the climate")), main=False, date="2022-11")
    assert event["context"] == ["diplomatic", "economic", "environment", "historical"]
    assert (event["date"], event["enddate"]) == ("2022-11-01", "2022-11-30")


def test_what_has_no_date_stays_out_and_so_does_what_is_under_the_floor() -> None:
    assert to_plover(record(date=None)) == []
    assert to_plover(record(date="2023-21")) == []
    assert to_plover(record(confidence=0.2), floor=0.3) == []
    assert len(to_plover(record(confidence=0.3), floor=0.3)) == 1


def test_an_event_is_json_with_the_required_fields_and_the_place() -> None:
    event = json.loads(json.dumps(one(place=Place("Great Hall of the People", "Beijing", "CN", words("Beijing")))))
    assert {"id", "date", "actor", "event"} <= set(event)
    assert event["id"] == "cn-1-e1"
    assert event["event_loc"] == {
        "extracted_place": "Beijing", "resolved_place": "Great Hall of the People", "city": "Beijing", "country_code": "CHN", "resolution": 5,
    }  # fmt: skip
    assert TEXT[event["text_info"]["start"] : event["text_info"]["end"]] == "received"


@given(st.dates(), st.dates())
def test_an_interval_begins_and_ends_with_its_days(a: datetime.date, b: datetime.date) -> None:
    first, last = sorted((a, b))
    assert days(f"{first}/{last}") == (first.isoformat(), last.isoformat())
    assert days(first.isoformat()) == (first.isoformat(), first.isoformat())
    month = days(first.isoformat()[:7])
    assert month is not None and month[0] <= first.isoformat() <= month[1]


@given(st.text(alphabet="0123456789-/~?X.", max_size=24))
def test_no_text_makes_days_fail_or_run_backwards(text: str) -> None:
    found = days(text)
    assert found is None or found[0] <= found[1]


def test_every_status_of_the_data_names_a_known_category() -> None:
    for rule in table()["status"].values():
        assert rule["event"] in table()["quads"] and rule["event"] in table()["scales"]
