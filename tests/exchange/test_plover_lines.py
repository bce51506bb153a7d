"""PLOVER as JSON lines: one event an account, of the engagements that are asked for."""

import json

from memcon.register.register import Register

from .conftest import exported


def test_accounts_become_events_that_name_their_engagement(register: Register) -> None:
    data, outcome = exported(register, "plover", {"between": ("RU", "SY")})
    events = [json.loads(line) for line in data.splitlines()]
    (met,) = register.engagements(between=["RU", "SY"])
    assert outcome.written == len(events) == 2 and {e["memcon"]["entry"] for e in events} == {met.id}
    for event in events:
        assert {"id", "date", "actor", "event"} <= set(event)  # What the manual requires.
        assert event["event"] == ["CONSULT"] and {a["code"] for a in event["actor"]} == {"RUS", "SYR"}


def test_only_what_is_asked_for(register: Register) -> None:
    data, outcome = exported(register, "plover", {"between": ("US", "UA")})
    (event,) = [json.loads(line) for line in data.splitlines()]
    assert (event["date"], event["enddate"], outcome.left_out) == ("2021-12-01", "2021-12-31", ())
