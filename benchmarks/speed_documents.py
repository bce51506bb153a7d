"""The documents that speed is measured on: official texts of `../shared/text`, or made ones where they are absent."""

import json
import lzma
from dataclasses import dataclass
from itertools import islice

from benchmarks.shared import shared

_FILES = ("white-house.jsonl.xz", "australia-pm.jsonl.xz")
_SHORTEST, _LONGEST = 200, 1500
_PEOPLE = ("President Vladimir Putin", "President Joe Biden", "Prime Minister Narendra Modi", "Chancellor Olaf Scholz", "President Xi Jinping")
_TOWNS = ("Geneva", "Vienna", "Oslo", "Muscat", "Doha", "Helsinki")
_SENTENCES = (
    "{a} met {b} in {town} on Tuesday and discussed trade, which grew by {n} percent to $4.{n} billion last year.",
    "The two leaders agreed that their foreign ministers would meet again in {town} in March.",
    "“We have a good basis for further talks,” {a} said after the meeting, which lasted {n} minutes.",
    "{b} had called him on September {n}, a spokesman told reporters.",
    "Earlier on Monday the delegations visited a plant near {town}, where {n}00 people work.",
)


@dataclass(frozen=True, slots=True)
class Document:
    """A document as JSON bytes."""

    name: str
    data: bytes
    text: str
    words: int


def documents(count: int) -> tuple[list[Document], str]:
    """Give so many documents of 200 to 1,500 words, spread over the files, and say what they are."""
    if shared("text") is None:
        return [_made(n) for n in range(count)], "made reports: ../shared/text was not there"
    found: list[Document] = []
    for name in _FILES:
        path = shared("text", name)
        if path is not None:
            with lzma.open(path, "rt", encoding="utf-8") as lines:
                fit = [d for d in map(_document, islice(lines, 0, None, 23)) if _SHORTEST <= d.words <= _LONGEST]
            step = max(len(fit) * len(_FILES) // count, 1)
            found += fit[::step][: count // len(_FILES)]
    return found, "official texts of two governments, `../shared/text`"


def _document(line: str) -> Document:
    row = json.loads(line)
    data = json.dumps({key: row[key] for key in ("id", "source", "published", "title", "text")}).encode()
    return Document(f"{row['id']}.json", data, row["text"], len(row["text"].split()))


def _made(n: int) -> Document:
    said = []
    for k in range(30):
        a, b = _PEOPLE[(n + k) % len(_PEOPLE)], _PEOPLE[(n + 2 * k + 1) % len(_PEOPLE)]
        said.append(_SENTENCES[(n + k) % len(_SENTENCES)].format(a=a, b=b, town=_TOWNS[(n * 7 + k) % len(_TOWNS)], n=10 + (n + k) % 20))
    text = "\n\n".join(" ".join(said[k : k + 3]) for k in range(0, 30, 3))
    data = json.dumps({"id": f"made-{n}", "source": "Reuters", "published": "2021-09-14", "title": "Talks", "text": text}).encode()
    return Document(f"made-{n}.json", data, text, len(text.split()))
