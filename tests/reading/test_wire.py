"""Wire formats: ninjs, NewsML-G2, NITF."""

import json
from pathlib import Path
from typing import Any

import pytest

from memcon import reading
from memcon.errors import NoArticle, NotText, ReadingError
from memcon.reading import Unread
from memcon.reading.status import Standing, standing
from memcon.record import Report

TEXT = "The foreign minister of Norway met her Swedish counterpart in Oslo on Friday, and they spoke about fish for an hour."
NINJS: dict[str, Any] = {
    "uri": "urn:ninjs:1", "type": "text", "version": "3", "pubstatus": "usable", "headline": "Talks in Oslo", "language": "en",
    "versioncreated": "2023-02-27T10:00:00Z", "infosources": [{"name": "Example Wire"}], "body_text": TEXT,
}  # fmt: skip
NEWSML = """<?xml version="1.0" encoding="UTF-8"?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/" xmlns:h="http://www.w3.org/1999/xhtml"><itemSet>
<newsItem guid="tag:example.org:1" version="4"><itemMeta><itemClass qcode="ninat:text"/><provider literal="Example Wire"/>
<versionCreated>2023-02-27T10:00:00Z</versionCreated><pubStatus qcode="stat:{status}"/><signal qcode="sig:correction"/></itemMeta>
<contentMeta><language tag="en"/><headline>Talks in Oslo</headline><dateline>OSLO, Feb. 27 (Example)</dateline></contentMeta>
<contentSet>{content}</contentSet></newsItem>
<newsItem guid="tag:example.org:2" version="1"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta><contentSet/></newsItem>
</itemSet></newsMessage>"""
XHTML = f"<inlineXML><h:html><h:head><h:title>x</h:title></h:head><h:body><h:p>{TEXT}</h:p><h:p>They agreed.</h:p></h:body></h:html></inlineXML>"
NITF = f"""<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf-3-3.dtd"><nitf><head><title>x</title>
<docdata management-status="usable"><doc-id id-string="n1"/><date.release norm="20230227T100000Z"/><du-key version="2"/><ed-msg info="corrects name"/></docdata>
<pubdata name="Example Wire"/></head><body><body.head><hedline><hl1>Talks in Oslo</hl1><hl2>Fish was the matter of the day</hl2></hedline>
<dateline><location>OSLO, Norway</location>, <story.date norm="20230227">Feb. 27</story.date></dateline></body.head>
<body.content><p>{TEXT}</p><hl2>What they said</hl2><p>They agreed.</p></body.content></body></nitf>"""


def facts(report: Report) -> tuple[str | None, str | None, str | None, str]:
    return (
        report.title.quote if report.title else None,
        report.published.value if report.published else None,
        report.publisher.name if report.publisher else None,
        report.id,
    )


def test_ninjs() -> None:
    report = reading.read_bytes(json.dumps(NINJS).encode(), "a.json")
    assert facts(report) == ("Talks in Oslo", "2023-02-27", "Example Wire", "urn:ninjs:1")
    assert report.format == "ninjs" and report.notes == ("version: 3",) and report.text == f"Talks in Oslo\n{TEXT}"


def test_ninjs_3_with_headlines_and_bodies() -> None:
    item = {k: v for k, v in NINJS.items() if k not in ("headline", "body_text")}
    item |= {
        "headlines": [{"role": "short", "value": "Talks"}, {"role": "main", "value": "Talks in Oslo"}],
        "bodies": [{"contentType": "text/html", "value": f"<p>{TEXT}</p>"}],
    }
    assert reading.read_bytes(json.dumps(item).encode(), "a.json").text == f"Talks in Oslo\n{TEXT}"


def test_a_withdrawn_item_says_so_and_one_without_text_is_told() -> None:
    killed = NINJS | {"pubstatus": "canceled", "embargoed": "2023-02-28T06:00:00Z"}
    assert reading.read_bytes(json.dumps(killed).encode(), "a.json").notes == (
        "version: 3", "withdrawn: canceled", "embargo: 2023-02-28T06:00:00Z",
    )  # fmt: skip
    with pytest.raises(NoArticle, match="type 'picture' has no text"):
        reading.read_bytes(json.dumps({"uri": "x", "type": "picture", "pubstatus": "usable"}).encode(), "a.json")


def test_newsml_g2(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text(NEWSML.format(status="usable", content=XHTML))
    first, second = reading.read_all(path)
    assert isinstance(first, Report) and isinstance(second, Unread)
    assert facts(first) == ("Talks in Oslo", "2023-02-27", "Example Wire", "tag:example.org:1")
    assert first.notes == ("version: 4", "signal: correction") and first.format == "newsml"
    assert [b.kind for b in first.blocks] == ["title", "dateline", "paragraph", "paragraph"]
    assert "class 'ninat:picture' has no text" in second.reason


@pytest.mark.parametrize("content", [f"<inlineData>{TEXT}</inlineData>", f"<inlineXML><nitf><body><body.content><p>{TEXT}</p></body.content></body></nitf></inlineXML>"])
def test_newsml_g2_with_other_contents(tmp_path: Path, content: str) -> None:
    path = tmp_path / "a.xml"
    path.write_text(NEWSML.format(status="canceled", content=content))
    first = next(reading.read_all(path))
    assert isinstance(first, Report) and TEXT in first.text and "withdrawn: canceled" in first.notes


def test_nitf() -> None:
    report = reading.read_bytes(NITF.encode(), "a.xml")
    assert facts(report) == ("Talks in Oslo", "2023-02-27", "Example Wire", "n1")
    assert report.notes == ("version: 2", "note to editors: corrects name")
    assert [b.kind for b in report.blocks] == ["title", "deck", "dateline", "paragraph", "heading", "paragraph"]
    assert report.dateline is not None and report.dateline.day is not None and report.dateline.day.quote == "Feb. 27"


@pytest.mark.parametrize(
    ("data", "kind", "words"),
    [
        (NITF[:-40], NotText, "not well-formed"),
        (NITF.replace("body.content", "body.other"), NoArticle, "body/body.content"),
        ("<nitf>" + "<p>" * 100_000, NotText, "not well-formed"),
        ("<?xml version='1.0'?><other/>", ReadingError, "none of RSS"),
        ("<nitf \udc80/>", ReadingError, "a.xml"),
    ],
)
def test_faults_of_xml(data: str, kind: type[Exception], words: str) -> None:
    with pytest.raises(kind, match=words):
        reading.read_bytes(data.encode("utf-8", "surrogateescape"), "a.xml")


def test_what_is_nested_too_deep_is_told(tmp_path: Path) -> None:
    deep = "<a>" * 3_000 + TEXT + "</a>" * 3_000
    item = f"<newsItem><contentSet><inlineXML>{deep}</inlineXML></contentSet></newsItem>"
    (tmp_path / "a.xml").write_text(f"<newsMessage>{item}{item}</newsMessage>")
    parts = "".join(f"Content-Type: multipart/mixed; boundary=B{n}\n\n--B{n}\n" for n in range(1_000))
    (tmp_path / "b.eml").write_text(f"From: a@example.org\nSubject: x\nMIME-Version: 1.0\n{parts}Content-Type: text/plain\n\n{TEXT}")
    first, second = reading.read_all(tmp_path)
    assert isinstance(first, Unread) and isinstance(second, Unread)
    assert "nested too deep" in first.reason and "nested too deep" in second.reason


def ninjs(**more: Any) -> Report:
    return reading.read_bytes(json.dumps(NINJS | more).encode(), "a.json")


def test_ninjs_3_writes_its_keys_in_camel_case() -> None:
    item = {
        "uri": "urn:ninjs:3", "type": "text", "version": "4", "pubStatus": "withheld", "versionCreated": "2023-02-27T10:00:00Z", "copyrightHolder": "Example Wire",
        "embargoedUntil": "2023-02-28T06:00:00Z", "edNote": "Holds for release.", "headlines": [{"role": "main", "contentType": "text/plain", "value": "Talks in Oslo"}],
        "bodies": [{"contentType": "application/xhtml+xml", "value": f"<p>{TEXT} And more.</p>"}, {"contentType": "text/plain", "value": TEXT}],
    }  # fmt: skip
    report = reading.read_bytes(json.dumps(item).encode(), "a.json")
    assert facts(report) == ("Talks in Oslo", "2023-02-27", "Example Wire", "urn:ninjs:3") and report.text == f"Talks in Oslo\n{TEXT}"
    assert report.notes == ("version: 4", "withheld: withheld", "embargo: 2023-02-28T06:00:00Z", "note to editors: Holds for release.")
    assert standing(report.notes) == Standing(4, False, True, "2023-02-28T06:00:00Z")


@pytest.mark.parametrize(
    ("more", "withdrawn"),
    [
        ({}, False),
        ({"pubstatus": "canceled"}, True),
        ({"pubstatus": "http://cv.iptc.org/newscodes/pubstatusg2/canceled"}, True),
        ({"headline": "BULLETIN KILL Talks in Oslo"}, True),
        ({"headline": "EDS: MANDATORY KILL, Talks in Oslo"}, True),
        ({"ednote": "KILL. The story is wrong; do not use."}, True),
        ({"headline": "Kill switch is the subject of talks in Oslo"}, False),
        ({"headline": "KILLING OF ENVOY IS SUBJECT OF TALKS"}, False),
        ({"ednote": "Corrects the name in paragraph 2."}, False),
    ],
)
def test_what_is_killed_says_so(more: dict[str, Any], withdrawn: bool) -> None:
    assert standing(ninjs(**more).notes).withdrawn is withdrawn


def test_an_item_that_is_withdrawn_needs_no_text() -> None:
    bare = {k: v for k, v in NINJS.items() if k != "body_text"} | {"pubstatus": "canceled", "version": "5", "headline": "Talks in Oslo of the foreign ministers"}
    report = reading.read_bytes(json.dumps(bare).encode(), "a.json")
    assert (report.id, report.text, report.title) == ("urn:ninjs:1", "Talks in Oslo of the foreign ministers", None)
    assert standing(report.notes) == Standing(5, True)
    noted = reading.read_bytes(json.dumps(bare | {"ednote": "KILL. The talks did not take place; do not use the story."}).encode(), "a.json")
    assert noted.text.splitlines() == ["Talks in Oslo of the foreign ministers", "KILL. The talks did not take place; do not use the story."]
    with pytest.raises(NoArticle):
        reading.read_bytes(json.dumps({k: v for k, v in bare.items() if k != "headline"}).encode(), "a.json")
    meta = '<itemMeta><pubStatus qcode="stat:canceled"/><edNote>The talks did not take place; do not use the story.</edNote></itemMeta>'
    content = "<contentMeta><headline>Talks in Oslo</headline></contentMeta><contentSet/>"
    item = reading.read_bytes(f'<newsItem guid="g" version="6">{meta}{content}</newsItem>'.encode(), "a.xml")
    assert item.text == "Talks in Oslo\nThe talks did not take place; do not use the story." and standing(item.notes) == Standing(6, True)
    head = '<head><docdata management-status="canceled"><doc-id id-string="n1"/><du-key version="3"/></docdata></head>'
    nitf = reading.read_bytes(f"<nitf>{head}<body><body.head><hedline><hl1>Talks of the ministers in Oslo</hl1></hedline></body.head></body></nitf>".encode(), "a.xml")
    assert nitf.text == "Talks of the ministers in Oslo" and standing(nitf.notes) == Standing(3, True)


def test_a_kill_among_the_signals_of_newsml() -> None:
    data = NEWSML.format(status="usable", content=XHTML).replace("sig:correction", "sig:kill")
    first = next(reading.read_all_bytes(data.encode(), "a.xml"))
    assert isinstance(first, Report) and standing(first.notes) == Standing(4, True)


@pytest.mark.parametrize(
    ("issue", "release", "embargo"),
    [("20230227T100000Z", "20230228T060000Z", "20230228T060000Z"), ("2023-02-27T10:00:00Z", "20230227T100000Z", None), ("20230227", "20230227", None)],
)
def test_a_date_of_release_after_that_of_issue_is_an_embargo(issue: str, release: str, embargo: str | None) -> None:
    data = NITF.replace('<date.release norm="20230227T100000Z"/>', f'<date.issue norm="{issue}"/><date.release norm="{release}"/>')
    assert standing(reading.read_bytes(data.encode(), "a.xml").notes).embargo == embargo


def test_a_note_to_editors_cannot_pass_for_another_note() -> None:
    report = ninjs(ednote="version: 9", version="version two", located="withdrawn: no")
    assert standing(report.notes) == Standing() == standing(())
    assert standing(("version: 2", "version: 9")).version == 2
