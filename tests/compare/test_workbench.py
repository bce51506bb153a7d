"""The workbench's page of comparisons: an entry's accounts, two reports, themes over time."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from tests.compare import accounts

from memcon.record import Record
from memcon.register import open as open_register

pytest.importorskip("fastapi")


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory, record_of: Callable[..., Record]) -> Iterator[Any]:
    from starlette.testclient import TestClient

    from memcon.workbench.app import make

    with open_register(tmp_path_factory.mktemp("register") / "r.db") as register:
        for text, publisher, day in (
            (accounts.AMERICAN, "White House", "2018-01-24"), (accounts.TURKISH, "Turkish Presidency", "2018-01-24"),
            (accounts.KYIV, "President of Ukraine", "2021-12-09"), (accounts.WASHINGTON, "White House", "2021-12-09"),
        ):  # fmt: skip
            register.add(record_of(text, publisher, day))
        with TestClient(make(register), base_url="http://127.0.0.1") as found:
            found.register = register
            yield found


def entry_of(client: Any, country: str) -> Any:
    return next(e for e in client.register.engagements(between=["US", country]) if e.reports == 2)


def test_an_entry_leads_to_its_comparison(client: Any) -> None:
    entry = entry_of(client, "UA")
    assert f"/compare?entry={entry.id}" in client.get(f"/entries/{entry.id}").text
    page = client.get(f"/compare?entry={entry.id}").text
    assert "only White House" in page and "both" in page and "only President of Ukraine" in page
    for account in entry.accounts:
        assert f"/documents/{account.report}#at=" in page


@pytest.mark.parametrize(("show", "there", "gone"), [("only", "climate change", "sovereignty"), ("both", "sovereignty", "climate change")])
def test_rows_can_be_chosen(client: Any, show: str, there: str, gone: str) -> None:
    page = client.get(f"/compare?entry={entry_of(client, 'UA').id}&show={show}").text.partition('id="points"')[2]
    assert there in page and gone not in page


def test_two_reports_and_their_contradiction(client: Any) -> None:
    reports = [a.report for a in entry_of(client, "TR").accounts]
    page = client.get("/compare", params={"report": reports, "show": "contradicts", "order": 2}).text
    assert "contradict each other" in page and "did not raise concerns" in page.replace("<mark>", "").replace("</mark>", "")
    made = client.get("/compare", params={"report": reports, "format": "json"}).json()
    assert made["contradictions"] and [a["report"] for a in made["accounts"]] == reports
    assert client.get("/compare", params={"report": reports, "format": "csv"}).text.startswith("row,report,side")


def test_themes_over_time(client: Any) -> None:
    page = client.get("/compare/topics?a=US&b=Ukraine&by=quarter").text
    assert "fourth quarter of 2021" in page and "climate" in page
    assert "/compare/topics?a=US" in client.get("/pair?a=US&b=Ukraine").text


@pytest.mark.parametrize("address", ["/compare", "/compare?report=none&report=none2", "/compare?entry=none", "/compare/topics?a=Nobody&b=US"])
def test_what_cannot_be_compared_is_told(client: Any, address: str) -> None:
    assert client.get(address).status_code in (404, 422)
