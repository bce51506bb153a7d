"""Wire formats: ninjs, NewsML-G2, NITF."""

import json
from pathlib import Path
from typing import Any

import pytest

from memcon import reading
from memcon.errors import NoArticle, NotText, ReadingError
from memcon.reading import Unread
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
