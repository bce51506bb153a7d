"""The span law from the bytes of a document to every export that carries offsets: `text[start:end] == quote`, in code points.

Reports with emoji, right-to-left letters and marks, combining and invisible characters, no-break spaces, CR LF and byte order marks
are read, registered, verified and exported; each offset of each export is held against the text that the register keeps.
"""

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from memcon import language, pipeline, reading
from memcon.exchange.formats import FORMATS
from memcon.exchange.iris import text_iri
from memcon.exchange.selection import Selection
from memcon.record import Record, spans_in
from memcon.register import Register
from memcon.register import open as open_register
from memcon.register.keeping import verify

AWKWARD = [
    "😀", "👩\u200d👩\u200d👧", "🇺🇦", "𝔘𝔫", "\u200f", "\u202eabc\u202c", "مرحبا", "שָׁלוֹם", "e\u0301\u0327", "n\u0303", "\u0301", "\u00a0", "\u2009", "\u200b", "\u2060",
    "\u00ad", "\ufeff", "\ufe0f", "Ω", "ﬁ", "İ", "ß", "\t", "  ", "\u3000", "\U0010ffff", "\ud800",
]  # fmt: skip
WORDS = (
    "PARIS, June 3, 2024 (Wire) - French President Emmanuel Macron met German Chancellor Olaf Scholz in Paris on Monday .\n"
    "Macron told Scholz that trade between the two countries had reached 3.5 billion euros in 2023 . "
    "“ We shall go on with these talks , ” said Scholz .\n"
    "On May 28, 2024 , President Joe Biden spoke by telephone with President Volodymyr Zelenskyy ."
)
FORMS = ("text.txt", "bom.txt", "utf16.txt", "crlf.md", "page.html", "object.json")


@cache
def model() -> Any:
    return language.load()


def documents(words: str) -> Iterator[tuple[str, bytes]]:
    """Write one report in the forms that a reader meets."""
    whole = words.encode("utf-8", "replace").decode()
    lines = whole.split("\n")
    yield "text.txt", f"Talks in Paris\n\n{whole}".encode()
    yield "bom.txt", b"\xef\xbb\xbf" + "\r\n\r\n".join(["Talks in Paris", *lines]).encode()
    yield "utf16.txt", "\r\n\r\n".join(["Talks in Paris", *lines]).encode("utf-16")
    yield "crlf.md", "\r\n\r\n".join(["# Talks in Paris", *lines]).encode()
    page = "".join(f"<p>{line.replace(chr(0xA0), '&nbsp;')}</p>\r\n" for line in lines)
    yield "page.html", f"<html><head><meta charset=utf-8><title>Talks in Paris</title></head><body><article><h1>Talks in Paris</h1>{page}</article></body></html>".encode()
    yield "object.json", json.dumps({"title": "Talks in Paris", "text": words}).encode()


def filled(words: str) -> Register:
    """Read each form of a report and add them to a register in memory; the records themselves keep the law."""
    register = open_register(":memory:")
    for name, data in documents(words):
        report = reading.read_bytes(data, name, any_language=True)
        record = pipeline.record_of(report, model())
        assert all(record.report.text[s.start : s.end] == s.quote for s in spans_in(record)), name
        assert "\r" not in record.report.text and not record.report.text.startswith("\ufeff")
        register.add(record)
    return register


Cut = tuple[str, int, int, str | None]
"""A report, a stretch of its text, and the words that are to stand there; without words, that they stand within it."""


def annotations(data: bytes, sources: dict[str, str]) -> Iterator[Cut]:
    for one in json.loads(data)["items"]:
        report = sources[one["target"]["source"]]
        position, quote = one["target"]["selector"]
        start, end = position["start"], position["end"]
        before, after = quote.get("prefix", ""), quote.get("suffix", "")
        yield report, start, end, quote["exact"]
        yield report, start - len(before), start, before
        yield report, end, end + len(after), after


def table(rows: list[dict[str, Any]]) -> Iterator[Cut]:
    for row in rows:
        if row["start"] not in (None, ""):
            words = row["content"] if "content" in row else row["quantity"] if "quantity" in row else row["evidence"]
            yield from ends(row["report"], int(row["start"]), int(row["end"]), words.removeprefix("'"))


def ends(report: str, start: int, end: int, words: str) -> Iterator[Cut]:
    """Give the first and the last part of words that were joined with an ellipsis; one part is both."""
    parts = words.split(" … ")
    yield report, start, start + len(parts[0]), parts[0]
    yield report, end - len(parts[-1]), end, parts[-1]


def cuts(register: Register, form: str, sources: dict[str, str]) -> Iterator[Cut]:
    """Give every offset that an export carries, with the words that it gives for it."""
    if form in ("csv", "parquet"):
        for name in ("accounts", "statements", "figures"):
            yield from table(rows_of(register, form, name))
        return
    out = io.BytesIO()
    FORMATS[form].write(Selection(register, everything=True), out)
    data = out.getvalue()
    if form == "annotations":
        yield from annotations(data, sources)
    elif form == "jsonl":
        for line in map(json.loads, data.split(b"\n")[:-1]):
            yield from nested(line)
    elif form == "plover":
        for event in map(json.loads, data.split(b"\n")[:-1]):
            report = event["id"].rpartition("-")[0]
            yield report, event["text_info"]["start"], event["text_info"]["end"], None
            yield from ((report, -1, -1, words) for words in event["event_text"])
    elif form == "jsonld":
        yield from graph(json.loads(data)["@graph"])
    else:
        yield from proofs(data.decode(), form)


def rows_of(register: Register, form: str, name: str) -> list[dict[str, Any]]:
    out = io.BytesIO()
    FORMATS[form].write(Selection(register, everything=True), out, table=name)
    if form == "csv":
        return list(csv.DictReader(io.StringIO(out.getvalue().decode(), newline="")))
    import pyarrow.parquet

    found: list[dict[str, Any]] = pyarrow.parquet.read_table(io.BytesIO(out.getvalue())).to_pylist()
    return found


def nested(line: dict[str, Any]) -> Iterator[Cut]:
    """Find spans anywhere in a line of the register's own form."""

    def below(thing: Any, report: str) -> Iterator[Cut]:
        if isinstance(thing, dict):
            report = thing["report"] if isinstance(thing.get("report"), str) else report
            if {"start", "end", "quote"} <= thing.keys():
                yield report, thing["start"], thing["end"], thing["quote"]
            for value in thing.values():
                yield from below(value, report)
        elif isinstance(thing, list):
            for value in thing:
                yield from below(value, report)

    yield from below(line, line["record"]["report"]["id"] if "record" in line else "")


def graph(nodes: list[dict[str, Any]]) -> Iterator[Cut]:
    for node in nodes:
        for words in node.get("memcon:evidence", []):
            yield _of(node), words["memcon:start"], words["memcon:end"], words["text"]
        if "memcon:start" in node:
            report, start, end = _of(node), node["memcon:start"], node["memcon:end"]
            yield from ends(report, start, end, node["text"]) if "statement" in node["@id"] else [(report, start, end, None)]


def _of(node: dict[str, Any]) -> str:
    """Give the report that a node stands in: its id ends the IRI of the node that it points to."""
    for key in ("isPartOf", "appearance", "wasDerivedFrom"):
        for iri in [node[key]] if isinstance(node.get(key), str) else node.get(key, []):
            if ":report:" in iri or "/report/" in iri:
                return unquote(re.split(r"[:/]report[:/]", iri)[1])
    raise AssertionError(f"no report in {node}")


def proofs(text: str, form: str) -> Iterator[Cut]:
    """Find the “words” [start:end] of FollowTheMoney; they stand beside no report's id, so any text may hold them."""
    rows = [json.loads(line) for line in text.split("\n") if line] if form == "ftm" else []
    told = [v for r in rows for v in r["properties"].get("summary", [])] or [r["value"] for r in csv.DictReader(io.StringIO(text, newline=""))]
    for words in told:
        if match := re.fullmatch(r"“(.*)” \[(\d+):(\d+)\]", words, re.S):
            yield "", int(match[2]), int(match[3]), match[1]


CARRY = ("csv", "parquet", "jsonl", "annotations", "plover", "jsonld", "ftm", "ftm-statements")
SQUEEZED = ("ftm", "ftm-statements")
"""Formats whose reader folds white space and drops what is no text: their words are compared without these."""


def checked(words: str) -> Counter[str]:
    """Hold every offset of every export against the texts; give how many there were in each."""
    with filled(words) as register:
        with register.reading() as conn:
            assert list(verify(conn)) == []
        records: list[Record] = [register.record(r.id) for r in register.reports()]
        texts = {r.report.id: r.report.text for r in records}
        sources = {text_iri(r.report.sha256): r.report.id for r in records}
        seen: Counter[str] = Counter()
        for form in CARRY:
            for report, start, end, quote in cuts(register, form, sources):
                seen[form] += 1
                _held(form, texts, report, start, end, quote)
    return seen


def _held(form: str, texts: dict[str, str], report: str, start: int, end: int, quote: str | None) -> None:
    where = f"{form}: {quote!r} at {start}:{end} of {report or 'some report'}"
    if start == -1:
        assert quote is not None and quote in texts[report], where
    elif form in SQUEEZED:
        assert any(_plain(text[start:end]) == _plain(quote or "") for text in texts.values()), where
    elif quote is None:
        assert 0 <= start < end <= len(texts[report]) and texts[report][start:end].strip(), where
    else:
        assert texts[report][start:end] == quote, where


def _plain(words: str) -> str:
    return "".join(c for c in words if c.isalnum() and ord(c) < 0x2000)


def test_every_format_with_offsets_is_held_against_the_texts() -> None:
    """The formats that carry offsets are the ones that are checked, and each has some."""
    seen = checked(WORDS)
    assert set(seen) == set(CARRY) and min(seen.values()) >= 4, seen
    assert set(FORMATS) - set(CARRY) == {"ical", "graphml", "gexf", "markdown", "html"}


def put(places: list[tuple[int, str]]) -> str:
    """Put awkward characters between the words of the report, or into them."""
    text = WORDS
    for at, what in sorted(places, reverse=True):
        text = text[:at] + what + text[at:]
    return text


@pytest.mark.timeout(300)
@settings(max_examples=5, deadline=None, phases=(Phase.explicit, Phase.generate), derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(st.integers(0, len(WORDS)), st.sampled_from(AWKWARD)), min_size=3, max_size=25))
def test_awkward_characters_move_no_offset(places: list[tuple[int, str]]) -> None:
    assert checked(put(places))["jsonl"] > 20


def test_all_of_them_at_once(tmp_path: Path) -> None:
    """Between all words, so that every span has some before it; in UTF-16 most offsets are others."""
    gaps = [m.start() for m in re.finditer(" ", WORDS)]
    text = put([(at, f" {AWKWARD[n % len(AWKWARD)]}") for n, at in enumerate(gaps) if n % 3 == 0])
    assert checked(text)["jsonl"] > 20
    assert len(text.encode("utf-16-le", "replace")) // 2 > len(text)
