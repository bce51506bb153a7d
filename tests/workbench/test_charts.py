"""Charts: where things stand, and what is too vague to be drawn; answers that are kept until the register changes."""

from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from tests.register.making import ASSAD, PUTIN, record, told

from memcon.record import Span
from memcon.register import open as open_register
from memcon.register.answers import FigureAnswer, Source
from memcon.workbench.asking.drawn import Contact
from memcon.workbench.charts.axis import Axis, spanning
from memcon.workbench.charts.bars import by_year
from memcon.workbench.charts.dots import dots, short
from memcon.workbench.charts.timeline import timeline
from memcon.workbench.charts.year import months
from memcon.workbench.kept import Kept
from memcon.workbench.paging import cursor, offset

DAYS = st.integers(date(1800, 1, 1).toordinal(), date(2100, 1, 1).toordinal())


@given(DAYS, DAYS)
def test_ticks_stand_on_the_axis_in_order(a: int, b: int) -> None:
    axis = spanning(min(a, b), max(a, b))
    ticks = axis.ticks()
    places = [t.at for t in ticks]
    assert places == sorted(places) and len(ticks) <= 14 and all(-0.1 <= p <= 100.1 for p in places)
    assert 0 <= axis.at(a) <= 100 and 0 <= axis.at(b) <= 100


def test_months_are_named_where_the_axis_is_short() -> None:
    axis = Axis(date(2021, 11, 1).toordinal(), date(2022, 3, 31).toordinal())
    assert [t.label for t in axis.ticks()] == ["Nov 2021", "Dec", "Jan 2022", "Feb", "Mar"]


def contact(id: str, when: str | None, kind: str = "call", status: str = "held") -> Contact:
    return Contact(id, kind, status, when, ("A", "B"))


def test_a_vague_date_is_a_bar_and_one_that_says_nothing_is_left_out() -> None:
    drawn = timeline([contact("a", "2021-03-04"), contact("b", "2021-09"), contact("c", None), contact("d", "202X"), contact("e", "2021-12-07", "meeting")], here="e")
    assert drawn is not None and drawn.left_out == 2 and [lane.kind for lane in drawn.lanes] == ["meeting", "call"]
    marks = {m.id: m for m in drawn.marks}
    assert marks["a"].width == 0 and 5 < marks["b"].width < 12 and marks["e"].here and not marks["a"].here
    assert marks["a"].x < marks["b"].x < marks["e"].x
    assert timeline([contact("c", None)]) is None


def test_ten_thousand_contacts_become_few_marks_and_none_is_lost() -> None:
    many = [contact(f"c{n}", date.fromordinal(700000 + n).isoformat()) for n in range(10_000)]
    drawn = timeline(many)
    assert drawn is not None and len(drawn.marks) < 400 and sum(m.count for m in drawn.marks) == 10_000


def test_bars_have_the_years_between() -> None:
    drawn = by_year([(2019, 2), (2021, 4)])
    assert drawn is not None and [b.count for b in drawn.bars][-3:] == [2, 0, 4] and drawn.most == 4
    assert drawn.bars[-1].height == drawn.height and by_year([]) is None


def figure(value: float, day: str, unit: str = "USD") -> FigureAnswer:
    span = Span(0, 1, "7")
    return FigureAnswer("r", "f", day, value, None, unit, None, None, None, None, (), (), span, span, 0.9, Source("r", None, None, None, None))


def test_a_chart_a_unit_and_powers_of_ten_where_claims_are_far_apart() -> None:
    drawn = dots([figure(5, "2021-01-01"), figure(50, "2021-02-01"), figure(1e9, "2021-01-01", "people"), figure(10, "2021-02-01", "people"), figure(1, "2021-01-01", "alone")])
    assert [(d.unit, d.logarithmic) for d in drawn] == [("USD", False), ("people", True)]
    assert drawn[0].dots[0].y > drawn[0].dots[1].y and all(0 <= d.y <= c.height for c in drawn for d in c.dots)
    assert [short(v) for v in (690_600_000_000, 2.5, 1000, 3e6)] == ["690.6bn", "2.5", "1,000", "3m"]


def test_a_year_has_its_days() -> None:
    found = months(2024, (), ())
    assert sum(1 for m in found for w in m.weeks for c in w if c) == 366 and found[1].name == "February"


@given(st.integers(0, 10_000_000))
def test_a_cursor_leads_where_it_came_from(place: int) -> None:
    assert offset(cursor(place)) == place


def test_an_answer_is_kept_until_the_register_changes(tmp_path: Path) -> None:
    with open_register(tmp_path / "r.db") as register:
        register.add(record("one", told("meeting", [PUTIN, ASSAD], "2021-09-13")))
        kept, asked = Kept(register), []
        for _ in range(3):
            kept.get("count", lambda: asked.append(register.count_engagements()))
        assert asked == [1]
        register.add(record("two", told("call", [PUTIN, ASSAD], "2022-01-01")))
        kept.get("count", lambda: asked.append(register.count_engagements()))
        register.judge("reject", "two", who="anna", at="2026-01-01T00:00:00Z")
        kept.get("count", lambda: asked.append(register.count_engagements()))
        assert asked == [1, 2, 1]
