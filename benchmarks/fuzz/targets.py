"""What is fuzzed. Each target takes bytes, and raises where a law is broken: no error but Memcon's own, exact spans, in good time."""

import time
from collections.abc import Callable
from functools import cache
from typing import Any

from memcon import language, pipeline, reading, times
from memcon.errors import MemconError
from memcon.record import Report, from_json, spans_in, to_json

SLOWEST = 1.0
"""Seconds of the processor that an input of a few thousand characters may take."""
NAMES = (
    "a.txt", "a.md", "a.html", "a.json", "a.jsonl", "a.csv", "a.rss", "a.xml", "a.eml", "a.pdf", "a.warc", "a.zip", "a.tar", "a.gz", "a.bz2", "a.xz", "a.tsv", "a",
)  # fmt: skip
"""The names under which bytes are read; the first byte of an input chooses."""


class Broken(AssertionError):
    """A law does not hold for an input."""


def reader(data: bytes) -> None:
    """Read whatever it is, under one of the names; what cannot be read is told, and nothing else may happen."""
    name = NAMES[data[0] % len(NAMES)] if data else "a"
    for item in reading.read_all_bytes(data[1:], name, any_language=True):
        if isinstance(item, Report):
            _spans(item, item.text)
            item.text.encode()
        elif not item.reason or "Traceback" in item.reason:
            raise Broken(f"no reason: {item}")


def when(data: bytes) -> None:
    """Find the times of a text."""
    text = data.decode("utf-8", "replace")
    for one in times.find_times(text, "2021-09-14"):
        _spans(one, text)


def record(data: bytes) -> None:
    """Read a text to its end: actors, times, statements, figures, engagements; the record survives its own JSON."""
    try:
        found = pipeline.record_of(reading.read_text(data.decode("utf-8", "replace"), any_language=True), _model())
    except MemconError:
        return
    _spans(found, found.report.text)
    if from_json(to_json(found)) != found:
        raise Broken("the record is another after its JSON")


def stored(data: bytes) -> None:
    """Take a record in from JSON that somebody else wrote."""
    try:
        from_json(data)
    except MemconError:
        return


TARGETS: dict[str, Callable[[bytes], None]] = {"reader": reader, "times": when, "record": record, "json": stored}


def fed(target: Callable[[bytes], None], data: bytes) -> None:
    """Feed one input to a target, which must be done with it in good time."""
    before = time.process_time()
    target(data)
    took = time.process_time() - before
    if took > SLOWEST + len(data) / 20_000:
        raise Broken(f"{took:.1f} s for {len(data)} bytes")


@cache
def _model() -> Any:
    return language.load()


def _spans(thing: object, text: str) -> None:
    for span in spans_in(thing):
        if text[span.start : span.end] != span.quote:
            raise Broken(f"{span} does not fit")
