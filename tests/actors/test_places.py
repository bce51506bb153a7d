"""What names of places mean."""

import pytest

from memcon.actors import tables
from memcon.actors.places import Site, look_up, look_up_town


@pytest.mark.parametrize(
    ("name", "site"),
    [
        ("the Kremlin", Site("Kremlin", "Moscow", "RU")),
        ("Dolmabahce Palace", Site("Dolmabahçe", "Istanbul", "TR")),
        ("Rashtrapati Bhavan", Site("Rashtrapati Bhavan", "New Delhi", "IN")),
        ("Bocharov Ruchei", Site("Bocharov Ruchei", "Sochi", "RU")),
        ("Chequers", Site("Chequers", None, "GB")),
        ("Istanbul", Site(None, "Istanbul", "TR")),
        ("Ukraine", Site(None, None, "UA")),
        ("Nowhere", None),
    ],
)
def test_place(name: str, site: Site | None) -> None:
    assert look_up(name) == site


@pytest.mark.parametrize(
    ("name", "near", "country"),
    [
        ("Windsor", (), "CA"),
        ("Windsor", ("GB", "US"), "GB"),
        ("Birmingham", ("GB",), "GB"),
        ("Birmingham", ("FR",), "GB"),
        ("Lucerne", ("GB",), "CH"),
    ],
)
def test_town_of_a_common_name_is_in_a_state_that_is_spoken_of(name: str, near: tuple[str, ...], country: str) -> None:
    found = look_up_town(name, near)
    assert found is not None and found.country == country


def test_every_site_has_a_state_and_a_source() -> None:
    known = set(tables.short_names())
    for row in tables.rows("sites.csv"):
        assert row["code"] in known and row["source"] and row["what"], row
