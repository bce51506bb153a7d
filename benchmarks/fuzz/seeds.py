"""The seeds, made by hand: a small report in every format, texts full of times and figures, a record; and plain mutations of them."""

import bz2
import gzip
import io
import json
import lzma
import random
import tarfile
import zipfile
from collections.abc import Iterator

from benchmarks.fuzz.targets import NAMES

TEXT = (
    "OSLO, March 5, 2024. Norwegian Foreign Minister Espen Barth Eide met his Swedish counterpart Tobias Billstrom in Oslo on Tuesday.\n\n"
    '"Trade between us rose by 3.5 percent to 12 billion euros last year," Eide said. He told reporters that the two would meet again on '
    "12 March at 10:30 a.m., or in the second week of April."
)
TIMES = (
    "On Monday, 13 September 2021, at 3 p.m. Moscow time; two weeks ago; since the early 1990s; from May 3 to 5; every other Friday; the "
    "first half of 2022; Q3 2019; next Thursday; by the end of the year; 2021-09-14T10:00Z; 9/11; New Year's Eve; half an hour later."
)
FIGURES = (
    "The minister said that exports grew 3.5 times to between $2.5 billion and 3 bn euros, up 12% (about 1,200,000 barrels a day), while "
    '"some 40 to 50 thousand tonnes of grain", according to the ministry, had been shipped since 1 August, one in three of them to Egypt.'
)
_HTML = "<html><head><meta charset='utf-8'><title>Talks</title><meta property='article:published_time' content='2024-03-05'></head><body><article><h1>Talks</h1><p>{}</p></article></body></html>"
_RSS = "<rss version='2.0'><channel><title>Wire</title><item><title>Talks</title><pubDate>Tue, 05 Mar 2024 10:00:00 GMT</pubDate><description>{}</description></item></channel></rss>"
_NITF = "<nitf><head><title>Talks</title></head><body><body.head><hedline><hl1>Talks</hl1></hedline></body.head><body.content><p>{}</p></body.content></body></nitf>"
_MAIL = "From: desk@example.org\r\nTo: all@example.org\r\nSubject: Talks\r\nDate: Tue, 5 Mar 2024 10:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{}"
_WARC = "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Record-ID: <urn:uuid:11111111-1111-1111-1111-111111111111>\r\nWARC-Date: 2024-03-05T10:00:00Z\r\nWARC-Target-URI: https://example.org/a\r\nContent-Type: text/plain\r\nContent-Length: {}\r\n\r\n{}\r\n\r\n"


def seeds(target: str) -> list[bytes]:
    """Give the seeds of a target."""
    if target == "reader":
        return [bytes([NAMES.index(name)]) + data for name, data in _documents()]
    if target == "json":
        return [json.dumps({"report": {"id": "a", "text": "Talks", "blocks": []}, "stamp": {"memcon": "0", "model": "m", "model_sha256": "0", "format": 1}}).encode()]
    return [t.encode() for t in (TEXT, TIMES, FIGURES)]


def _documents() -> Iterator[tuple[str, bytes]]:
    flat = TEXT.replace("\n", " ").replace('"', "'")
    plain = TEXT.encode()
    yield "a.txt", plain
    yield "a.txt", b"\xff\xfe" + TEXT.encode("utf-16-le")
    yield "a.md", b"---\ntitle: Talks\ndate: 2024-03-05\n---\n# Talks\n\n" + plain
    yield "a.html", _HTML.format(flat).encode()
    yield "a.json", json.dumps({"title": "Talks", "text": TEXT, "published": "2024-03-05"}).encode()
    yield "a.json", json.dumps({"uri": "tag:example.org,2024:1", "type": "text", "headline": "Talks", "body_text": TEXT, "versioncreated": "2024-03-05T10:00:00Z"}).encode()
    yield "a.jsonl", b"\n".join(json.dumps({"id": n, "text": TEXT}).encode() for n in range(2))
    yield "a.csv", f'id,title,text\n1,Talks,"{flat}"\n'.encode()
    yield "a.tsv", f"id\ttext\n1\t{flat}\n".encode()
    yield "a.rss", _RSS.format(flat).encode()
    yield "a.xml", _NITF.format(flat).encode()
    yield "a.eml", _MAIL.format(TEXT).encode()
    yield "a.warc", _WARC.format(len(plain), TEXT).encode()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("a.txt", (2024, 3, 5, 0, 0, 0)), TEXT)
    yield "a.zip", packed.getvalue()
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as members:
        info = tarfile.TarInfo("a.txt")
        info.size = len(plain)
        members.addfile(info, io.BytesIO(plain))
    yield "a.tar", packed.getvalue()
    yield "a.gz", gzip.compress(plain, mtime=0)
    yield "a.bz2", bz2.compress(plain)
    yield "a.xz", lzma.compress(plain, preset=0)


_TOKENS = (b"\x00", b"\xff", b"\xf0\x9f\x98\x80", b"\xe2\x80\x8f", b"\xed\xa0\x80", b"\r\n", b"<", b"&#x0;", b"]]>", b"<!DOCTYPE a [", b'"', b"\\u0000", b"{", b"[", b"9" * 400, b"-", b"%", b"1e999", b"NaN", b"(" * 60, b"February 30", b"9999-99-99", b"Content-Length: -1", b"\xc2\xa0", b"of the ")  # fmt: skip


def mutations(target: str, number: int, seed: int = 0) -> Iterator[bytes]:
    """Change, cut, repeat and join the seeds; the same numbers give the same inputs on every machine."""
    rng = random.Random(f"{target} {seed}")
    first = seeds(target)
    for _ in range(number):
        data = bytearray(rng.choice(first))
        for _ in range(rng.choice((1, 1, 2, 4, 8, 32))):
            at = rng.randrange(len(data) + 1)
            end = min(at + rng.choice((0, 1, 2, 8, 64, 500)), len(data))
            how = rng.randrange(5)
            if how == 0 and at < len(data):
                data[at] = rng.randrange(256)
            elif how == 1:
                data[at:end] = b""
            elif how == 2:
                data[at:at] = rng.choice(_TOKENS)
            elif how == 3:
                data[at:at] = data[at:end] * rng.choice((1, 2, 20))
            else:
                other = rng.choice(first)
                data[at:end] = other[rng.randrange(len(other)) :][: rng.choice((1, 20, 300))]
        yield bytes(data[:20_000])
