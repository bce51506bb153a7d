"""Raw public-domain text: tokens for word vectors, and sentences for the teachers to label.

`python -m training.text tokens OUT` and `python -m training.text sentences OUT`. Both read the White
House texts of the shared data and leave out every document that the gold corpus holds (`corpus_id`).
"""

import argparse
import json
import lzma
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.paths import shared

_WRITTEN = re.compile(r"readout|statement|fact sheet|proclamation|memorandum|letter|joint|message|nominat|announce", re.I)
_SPEAKER = re.compile(r"^(?:Q\b|[A-Z][A-Z .’'-]+:|\()")
_SPOKEN_SHARE = 0.15  # Of the paragraphs of speeches and briefings; written text is nearer to what Memcon reads.


def documents() -> Iterator[dict[str, Any]]:
    """Give the White House documents that the gold corpus does not hold, in their order."""
    with lzma.open(shared() / "text" / "white-house.jsonl.xz", "rt", encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            if not record.get("corpus_id"):
                yield record


def write_tokens(out: Path) -> None:
    """Write each paragraph as a line of tokens."""
    import spacy

    tokenizer = spacy.blank("en").tokenizer
    with out.open("w", encoding="utf-8") as lines:
        for record in documents():
            for paragraph in record["text"].split("\n"):
                if len(paragraph) >= 20:
                    lines.write(" ".join(t.text for t in tokenizer(paragraph) if not t.is_space) + "\n")


def prose(record: dict[str, Any]) -> Iterator[tuple[int, int]]:
    """Give the spans of the paragraphs of written prose of a document."""
    if not _WRITTEN.search(record["title"]):
        return
    for match in re.finditer(r"[^\n]+", record["text"]):
        line = match[0].strip()
        if 60 <= len(line) <= 1500 and line[-1] in '.!?”"' and not _SPEAKER.match(line):
            yield match.span()


def paragraphs(seed: int = 5) -> list[str]:
    """Give the paragraphs of prose in an order that chance fixed, none twice."""
    chance = random.Random(seed)
    seen: dict[str, None] = {}
    for record in documents():
        written = bool(_WRITTEN.search(record["title"]))
        for line in record["text"].split("\n"):
            text = " ".join(line.split())
            if 60 <= len(text) <= 1500 and text[-1] in '.!?”"' and not _SPEAKER.match(text) and (written or chance.random() < _SPOKEN_SHARE):
                seen.setdefault(text)
    found = list(seen)
    chance.shuffle(found)
    return found


def _encyclopedia() -> list[str]:
    """Give the sentences of wikigold's training part, and the paragraphs of re3d's: other kinds of prose under free licences."""
    with (shared() / "names" / "wikigold.jsonl").open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines][:1200]
    with (shared() / "names" / "re3d" / "re3d-names.jsonl").open(encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            if record["split"] == "train":
                texts += [line for line in record["text"].split("\n") if len(line) >= 60]
    return texts


def write_sentences(out: Path, words: int) -> None:
    """Cut prose into sentences of 4 to 70 words by rule alone, until there are so many words."""
    import spacy
    from spacy.tokens import Doc

    from memcon.language.segments import constrain

    nlp = spacy.blank("en")
    cut = nlp.add_pipe("sentencizer")
    total = 0
    with out.open("w", encoding="utf-8") as lines:
        for text in _encyclopedia() + paragraphs():
            if total >= words:
                break
            tokens = [token for token in nlp.make_doc(text) if not token.is_space]
            cells = [t.text for t in tokens], [bool(t.whitespace_) for t in tokens]
            for sentence in cut(Doc(nlp.vocab, words=cells[0], spaces=cells[1], sent_starts=constrain(*cells))).sents:
                if 4 <= len(sentence) <= 70:
                    total += len(sentence)
                    row = {"words": [t.text for t in sentence], "spaces": [bool(t.whitespace_) for t in sentence]}
                    lines.write(json.dumps(row, ensure_ascii=False) + "\n")
    print(f"{total} words")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=["tokens", "sentences"])
    parser.add_argument("out", type=Path)
    parser.add_argument("--words", type=int, default=600_000)
    options = parser.parse_args()
    if options.what == "tokens":
        write_tokens(options.out)
    else:
        write_sentences(options.out, options.words)


if __name__ == "__main__":
    main()
