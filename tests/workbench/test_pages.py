"""Every page by its address: as a page, as JSON, as CSV; its errors; how much it weighs."""

import csv
import gzip
import hashlib
import io
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from memcon.workbench.drawing import STATIC

from .conftest import client_of

PAGE = {"accept": "text/html", "accept-encoding": "gzip"}
PAGES = [
    "/", "/engagements", "/engagements?between=US&between=&kind=visit&status=held&since=2021-06", "/search", "/search?q=grain", "/search?q=US+and+China",
    "/documents/sochi-wire", "/entries/sochi-wire", "/pair?a=RU&b=TR", "/pair?a=US&b=CN&since=2020", "/who?name=RU", "/who?name=Xi+Jinping", "/calendar?on=2021",
    "/calendar?on=2021-06", "/calendar?on=2021-06-16&of=US", "/statements", "/statements?match=trade&view=concordance", "/statements?by=RU&stance=praise",
    "/figures", "/figures?of=RU&of=TR", "/review", "/review?why=doubtful", "/review/history", "/about",
]  # fmt: skip
HEAVIEST = 300_000


@pytest.mark.parametrize("path", PAGES)
def test_a_page_and_its_data_have_one_address(client: Any, path: str) -> None:
    shown = client.get(path, headers=PAGE)
    assert shown.status_code == 200 and shown.headers["content-type"].startswith("text/html")
    assert shown.text.count("<h1") == 1 and 'lang="en"' in shown.text and "style=" not in shown.text and " onclick" not in shown.text
    joint = "&" if "?" in path else "?"
    assert client.get(f"{path}{joint}format=json").json() is not None
    table = list(csv.reader(io.StringIO(client.get(f"{path}{joint}format=csv").text)))
    assert table and all(len(row) == len(table[0]) for row in table)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_with_all_that_it_loads_is_light(client: Any, path: str) -> None:
    html = client.get(path, headers=PAGE).text
    named = set(re.findall(r'(?:href|src)="(/static/[^"?]+)', html))
    for script in [n for n in named if n.endswith(".js")]:
        text = (STATIC / script.removeprefix("/static/")).read_text(encoding="utf-8")
        named |= {"/static/js/" + m for m in re.findall(r'from "\./([^"]+)"', text)} | {"/static/" + m for m in re.findall(r'from "\.\./([^"]+)"', text)}
    weight = len(gzip.compress(html.encode(), 5))
    for name in named | {f"/static/fonts/{p.name}" for p in (STATIC / "fonts").glob("*.woff2")}:
        data = (STATIC / name.removeprefix("/static/")).read_bytes()
        weight += len(data) if name.endswith(".woff2") else len(gzip.compress(data, 5))
    assert weight < HEAVIEST, f"{path} weighs {weight:,} bytes"


def test_pages_load_nothing_from_elsewhere(client: Any) -> None:
    for path in PAGES:
        html = client.get(path, headers=PAGE).text
        assert not re.findall(r'(?:src|action)="(?!/)[^"]*"|<link[^>]+href="(?!/)', html), path


def test_what_others_wrote_is_as_it_was_fetched() -> None:
    listed = tomllib.loads((STATIC.parent / "vendored.toml").read_text(encoding="utf-8"))["file"]
    for one in listed:
        assert hashlib.sha256((STATIC / one["path"]).read_bytes()).hexdigest() == one["sha256"], one["path"]
        assert (STATIC / one["licence_text"]).read_text(encoding="utf-8").strip() and one["version"] and one["package"]
    files = {str(p.relative_to(STATIC)) for f in ("vendor", "fonts") for p in (STATIC / f).iterdir() if p.suffix != ".txt"}
    assert files == {one["path"] for one in listed}


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/nope", 404), ("/documents/none", 404), ("/entries/none", 404), ("/who?name=Nobody+Atall", 404), ("/pair?a=RU", 422),
        ("/calendar?on=yesterday", 422), ("/engagements?since=never", 422), ("/read/none", 404), ("/engagements?cursor=x", 400), ("/statements?by=Nobody+Atall", 422),
    ],
)  # fmt: skip
def test_errors_are_pages_for_people_and_problems_for_programs(client: Any, path: str, status: int) -> None:
    shown = client.get(path, headers=PAGE)
    assert shown.status_code == status and "<h1>" in shown.text and "Traceback" not in shown.text
    problem = client.get(path, headers={"accept": "application/json"})
    assert problem.status_code == status and problem.headers["content-type"] == "application/problem+json"
    assert problem.json()["status"] == status and problem.json()["detail"] and problem.json()["title"]


def test_long_answers_come_in_pages(client: Any) -> None:
    whole = [e["id"] for e in client.get("/api/engagements?limit=1000").json()["items"]]
    parts: list[str] = []
    cursor = ""
    while cursor is not None:
        page = client.get(f"/api/engagements?limit=7{f'&cursor={cursor}' if cursor else ''}").json()
        parts += [e["id"] for e in page["items"]]
        cursor = page["next"]
    assert parts == whole and len(whole) > 20


@pytest.mark.parametrize("form", ["csv", "parquet", "jsonl", "ical", "plover", "jsonld", "annotations", "ftm", "ftm-statements", "graphml", "gexf", "markdown", "html"])
def test_what_is_shown_can_be_saved_in_every_format(client: Any, form: str) -> None:
    narrow = "" if form in ("graphml", "gexf") else "&between=RU&between=TR"
    saved = client.get(f"/export?form={form}{narrow}")
    assert saved.status_code == 200 and saved.content and saved.headers["content-disposition"].startswith("attachment")


def test_a_text_is_read_at_once_and_stored_only_when_it_is_added(place: Path) -> None:
    text = "Macron, Scholz meet in Meseberg\n\nMESEBERG, August 29, 2023. French President Emmanuel Macron met German Chancellor Olaf Scholz in Meseberg on Tuesday."
    with client_of(place) as client:
        before = client.get("/api/reports?limit=1000").json()["items"]
        answer = client.post("/read", data={"text": text, "published": "2023-08-29"})
        where = answer.headers["location"]
        shown = client.get(where, headers=PAGE)
        assert answer.status_code == 303 and "Read, not stored" in shown.text and "Emmanuel Macron" in shown.text
        assert client.get(f"{where}?format=json").json()["report"]["text"].startswith("Macron, Scholz")
        assert client.get("/api/reports?limit=1000").json()["items"] == before
        added = client.post(f"{where}/add")
        assert added.status_code == 303 and client.get(added.headers["location"], headers=PAGE).status_code == 200
        assert len(client.get("/api/reports?limit=1000").json()["items"]) == len(before) + 1


def test_a_file_is_read_and_one_that_cannot_be_is_told(client: Any) -> None:
    good = client.post("/read", files={"file": ("call.txt", b"Putin, Xi talk\n\nMOSCOW, June 15, 2022. Vladimir Putin spoke with Xi Jinping by phone on Wednesday.", "text/plain")})
    assert good.status_code == 303
    bad = client.post("/read", files={"file": ("x.bin", bytes(range(256)) * 8, "application/octet-stream")}, headers=PAGE)
    assert bad.status_code == 422 and 'role="alert"' in bad.text
    assert client.post("/read", data={"text": " "}, headers=PAGE).status_code == 422


def test_the_api_reads_and_adds(place: Path) -> None:
    text = {"text": "Biden calls Xi\n\nWASHINGTON, July 28, 2022. President Joe Biden spoke with Chinese President Xi Jinping by phone on Thursday.", "published": "2022-07-28"}
    with client_of(place) as client:
        assert client.post("/api/read", json=text).json()["engagements"]
        first, second = client.post("/api/reports", json=text), client.post("/api/reports", json=text)
        assert (first.status_code, first.json()["outcome"]) == (201, "added") and (second.status_code, second.json()["outcome"]) == (200, "same")
        assert client.get(f"/api/reports/{first.json()['id']}").json()["report"]["text"] == text["text"]


def test_judgements_by_form_lead_back_only_to_the_workbench(place: Path) -> None:
    with client_of(place) as client:
        entry = client.get("/api/engagements?limit=1").json()["items"][0]["id"]
        for back in ("//evil.example", "https://evil.example", "/\\evil.example"):
            assert client.post("/judge", data={"act": "accept", "target": entry, "back": back}).status_code == 400
        done = client.post("/judge", data={"act": "correct", "target": entry, "field": "date", "value": "2021-06-30", "back": f"/entries/{entry}"})
        assert done.headers["location"] == f"/entries/{entry}"
        page = client.get(f"/entries/{entry}", headers=PAGE).text
        assert "30 June 2021" in page and "analyst" in page and "corrected" in page
        assert client.post("/judge", data={"act": "undo", "target": "1"}).status_code == 303
        assert "taken back" in client.get("/review/history", headers=PAGE).text


def test_two_reviewers_who_differ_are_shown(place: Path) -> None:
    from memcon.register import open as open_register

    with open_register(place) as register:
        entry = register.engagements(limit=1)[0].id
        register.judge("accept", entry, who="anna", at="2026-01-01T10:00:00Z")
        register.judge("reject", entry, who="ben", at="2026-01-02T10:00:00Z")
    with client_of(place) as client:
        page = client.get("/review/history", headers=PAGE).text
        assert "Where reviewers differ" in page and "<dt>anna</dt>" in page and "<dt>ben</dt>" in page
