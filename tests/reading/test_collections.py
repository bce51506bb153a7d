"""Lines of JSON, tables, feeds, mail."""

import json
from pathlib import Path

import pytest

from memcon import reading
from memcon.errors import NoArticle, NotText, ReadingError
from memcon.reading import Unread
from memcon.record import Report

TEXT = "The foreign minister of Norway met her Swedish counterpart in Oslo on Friday, and they spoke about fish for an hour."


def items(tmp_path: Path, name: str, data: bytes | str, **options: object) -> list[Report | Unread]:
    path = tmp_path / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return list(reading.read_all(path, **options))  # type: ignore[arg-type]


def report(item: Report | Unread) -> Report:
    assert isinstance(item, Report), item
    return item


def reason(item: Report | Unread) -> str:
    assert isinstance(item, Unread), item
    return item.reason


def test_lines_of_json_with_named_fields(tmp_path: Path) -> None:
    rows = [{"no": 7, "lede": "Talks", "content": {"plain": TEXT}, "when": "2023-02-27"}, {"no": 8}, {"no": 9, "content": {"plain": [TEXT, TEXT]}}]
    lines = "\n".join([json.dumps(rows[0]), "", "{torn", json.dumps(rows[1]), json.dumps(rows[2])])
    fields = {"id": "no", "title": "lede", "text": "content.plain", "published": "when"}
    first, torn, empty, last = items(tmp_path, "a.jsonl", lines, fields=fields)
    read = report(first)
    assert (read.id, read.text, read.format) == ("7", f"Talks\n{TEXT}", "json") and read.published is not None
    assert isinstance(torn, Unread) and torn.name.endswith("a.jsonl:3") and "not JSON" in torn.reason
    assert "no text under 'content.plain' (its keys: no)" in reason(empty)
    assert report(last).text == f"{TEXT}\n\n{TEXT}"


def test_a_json_list_gives_each_document(tmp_path: Path) -> None:
    first, second, third = items(tmp_path, "a.json", json.dumps([{"text": TEXT, "id": "a"}, 5, {"text": TEXT}]))
    assert report(first).id == "a" and "a number" in reason(second) and report(third).id == "a.json-3"


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_table(tmp_path: Path, mark: str) -> None:
    head, row = ["id", "headline", "body", "date"], ["1", "Talks", f'"{TEXT}"', "2023-02-27"]
    table = "\ufeff" + "\r\n".join([mark.join(head), mark.join(row), mark.join(["2", "None", "", ""]), mark.join(row[:1])])
    first, second, third = items(tmp_path, "a.csv", table)
    assert (report(first).text, report(first).id) == (f"Talks\n{TEXT}", "1")
    assert reason(second) == reason(third) == "the row has no text"


def test_faults_of_tables(tmp_path: Path) -> None:
    (none,) = items(tmp_path, "a.csv", "a,b\n1,2\n")
    assert "no column of this table holds the text (its columns: a, b)" in reason(none) and "--map text=COLUMN" in reason(none)
    assert "not UTF-8" in reason(items(tmp_path, "b.csv", b"id,text\n1,Orb\xe1n\n")[-1])
    (mapped,) = items(tmp_path, "c.csv", f'a,b\n1,"{TEXT}"\n', fields={"text": "b"})
    assert report(mapped).text == TEXT
    assert "empty" in reason(items(tmp_path, "d.csv", "")[0])


RSS = f"""<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Example Wire</title><language>en</language>
<item><title>Talks &amp; fish</title><link>https://example.org/1</link><guid>g1</guid><pubDate>Mon, 27 Feb 2023 23:10:00 +0100</pubDate>
<description>Short.</description><content:encoded><![CDATA[<p>{TEXT}</p><script>alert(1)</script><p>They agreed.</p>]]></content:encoded></item>
<item><title>Picture of the day</title><link>https://example.org/2</link></item></channel></rss>"""
ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Example Ministry</title><id>f</id><updated>2023-02-27T10:00:00Z</updated>
<entry><title>Talks</title><id>urn:1</id><link href="https://example.org/a"/><published>2023-02-27T10:00:00Z</published><summary>{TEXT}</summary></entry></feed>"""


def test_an_rss_file(tmp_path: Path) -> None:
    first, second = items(tmp_path, "a.rss", RSS)
    read = report(first)
    assert read.text == f"Talks & fish\n{TEXT}\n\nThey agreed." and read.id == "g1" and read.url == "https://example.org/1"
    assert read.published is not None and read.published.value == "2023-02-27"
    assert read.publisher is not None and read.publisher.name == "Example Wire"
    assert "has no text" in reason(second) and "https://example.org/2" in reason(second)


def test_an_atom_file_told_by_its_content(tmp_path: Path) -> None:
    (entry,) = items(tmp_path, "feed.xml", ATOM)
    assert report(entry).id == "urn:1" and report(entry).format == "feed"
    assert reading.read_bytes(ATOM.encode(), "stdin").text == f"Talks\n{TEXT}"


LAUGHS = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(20)
)
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">'


@pytest.mark.parametrize("dtd", [LAUGHS, OUTSIDE], ids=["billion laughs", "external entity"])
@pytest.mark.parametrize(
    "root",
    [
        "<rss version='2.0'><channel><title>&a;</title><item><title>&a;</title><description>&u;</description></item></channel></rss>",
        "<nitf><body><body.content><p>&a;</p></body.content></body></nitf>",
        "<newsMessage><itemSet><newsItem><contentSet>&a;</contentSet></newsItem></itemSet></newsMessage>",
    ],
    ids=["feed", "nitf", "newsml"],
)
@pytest.mark.parametrize("charset", ["utf-8", "utf-16"])
def test_entities_are_refused_before_any_parser_sees_them(tmp_path: Path, dtd: str, root: str, charset: str) -> None:
    data = f"{dtd}]>{root}".encode(charset)
    (found,) = items(tmp_path, "a.xml", data)
    assert "passwd" not in str(found)
    if charset == "utf-8":
        assert "declares entities of its own" in reason(found)
    with pytest.raises(ReadingError):
        reading.read_bytes(data, "a.xml")


MAIL = (
    "From: Press Office <press@example.org>\r\nTo: list@example.org\r\nSubject: Fwd: =?utf-8?q?Talks_in_Troms=C3=B8?=\r\n"
    "Date: Mon, 27 Feb 2023 23:10:00 +0100\r\nMessage-ID: <1@example.org>\r\nMIME-Version: 1.0\r\n"
)


def test_mail(tmp_path: Path) -> None:
    plain = f"{MAIL}Content-Type: text/plain; charset=windows-1252\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{TEXT} \u201cGood\u201d.\r\n"
    read = report(items(tmp_path, "a.eml", plain.encode("cp1252"))[0])
    assert read.title is not None and read.title.quote == "Talks in Tromsø" and read.text.endswith("“Good”.")
    assert read.published is not None and read.published.value == "2023-02-27" and read.id == "1@example.org"
    assert read.publisher is not None and read.publisher.name == "Press Office"
    html = f"{MAIL}Content-Type: text/html; charset=utf-8\r\n\r\n<html><head><style>p{{}}</style></head><body><p>{TEXT}</p><p>Bye.</p></body></html>"
    assert reading.read_bytes(html.encode(), "stdin").text == f"Talks in Tromsø\n{TEXT}\n\nBye."
    parts = (
        f"{MAIL}Content-Type: multipart/mixed; boundary=X\r\n\r\n--X\r\nContent-Type: text/plain\r\n\r\n{TEXT}\r\n"
        "--X\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=a.pdf\r\n\r\nx\r\n--X--\r\n"
    )
    assert reading.read_bytes(parts.encode(), "a.eml").notes == ("attachments not read: 1",)


def test_faults_of_mail() -> None:
    with pytest.raises(NoArticle, match="no text"):
        reading.read_bytes(f"{MAIL}Content-Type: text/plain\r\n\r\n".encode(), "a.eml")
    with pytest.raises(NotText):
        reading.read_bytes(f"{MAIL}Content-Type: text/plain; charset=utf-8\r\n\r\n".encode() + b"\x00\x01\x02" * 50, "a.eml")
