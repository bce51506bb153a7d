"""Names for the finder: the open gold as spaCy's DocBin, and raw text whose names lists, titles and repetition confirm.

Gold: wikigold's first 1,200 sentences (CC BY 4.0), re3d's 69 training documents (free licences, see the model card), UNER's EWT dev
(CC BY-SA 4.0). None marks words for nations as the others do; here they are NORP, by `data/demonyms.csv`. GUM's open genres
(texts free, annotations under a non-commercial licence) are added only where `gum` says so.
"""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import spacy
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from memcon.language.gazetteer import known_names
from training.corpora import save
from training.paths import shared

ATTRIBUTES = ["ORTH", "SPACY", "ENT_IOB", "ENT_TYPE"]
WIKIGOLD_TRAINING, WIKIGOLD_DEV = 1100, 1200
_RE3D_DEV = 8  # Of the training documents, every ninth.
_BLANK = spacy.blank("en")
_SAME = {"GPE": "LOC", "EVENT": "MISC"}  # The finder has no states and no events: no open gold tells them apart.


def _nations() -> frozenset[str]:
    return frozenset(name for name, known in known_names().items() if known.label == "NORP" and not name.isupper())


def _records(*parts: str) -> list[dict[str, Any]]:
    with shared().joinpath("names", *parts).open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _doc(record: dict[str, Any], nations: frozenset[str]) -> Any:
    doc = _BLANK.make_doc(record["text"])
    spans = [doc.char_span(e["start"], e["end"], label=e["label"], alignment_mode="expand") for e in record["entities"]]
    return finished(doc, [span for span in spans if span is not None], nations)


def finished(doc: Any, spans: list[Any], nations: frozenset[str]) -> Any:
    """Set the names of a Doc: words for nations are NORP, the longest of overlapping names wins."""
    spans = [Span(doc, s.start, s.end, label="NORP") if s.text in nations else s for s in spans]
    covered = {i for s in spans for i in range(s.start, s.end)}
    spans += [Span(doc, t.i, t.i + 1, label="NORP") for t in doc if t.text in nations and t.i not in covered]
    doc.ents = filter_spans(spans)
    return doc


def _pieces(doc: Any) -> Iterator[Any]:
    """Cut a document at line ends, and at sentence ends after 60 tokens."""
    start = 0
    for k, token in enumerate(doc):
        if "\n" in token.text or (token.text in ".!?" and k - start > 60 and not token.ent_type_):
            yield doc[start : k + 1].as_doc()
            start = k + 1
    if start < len(doc):
        yield doc[start:].as_doc()


def gold() -> tuple[list[Any], list[Any]]:
    """Give the training and the development Docs."""
    nations = _nations()
    wiki = [_doc(record, nations) for record in _records("wikigold.jsonl")[:WIKIGOLD_DEV]]
    re3d = [_doc(r, nations) for r in _records("re3d", "re3d-names.jsonl") if r["split"] == "train"]
    held = re3d[::_RE3D_DEV]
    train = [piece for doc in re3d if doc not in held for piece in _pieces(doc)]
    train += wiki[:WIKIGOLD_TRAINING] + [_doc(record, nations) for record in _records("uner-ewt-dev.jsonl")]
    return train, [piece for doc in held for piece in _pieces(doc)] + wiki[WIKIGOLD_TRAINING:]


def silver(nlp: Any, words: int) -> Iterator[Any]:
    """Label paragraphs of White House prose with a first pipeline, until there are so many words.

    A paragraph is kept where each of its names is confirmed: by a list, a title or a pattern, or because its document has it more
    than once with one type. Paragraphs without a name are kept as well, no more of them than of the others.
    """
    from memcon.language import analyse_many
    from memcon.language.names import confirmed
    from training.text import documents, prose

    total = bare = full = 0
    chosen = ((record["text"], tuple(prose(record))) for record in documents())
    wanted = ((text, spans) for text, spans in chosen if len(spans) >= 4)
    listed = list(wanted)
    step = max(1, len(listed) // max(1, words // 300))
    for doc in analyse_many(iter(listed[::step]), nlp):
        certain = set(confirmed(doc, nlp))
        counts = Counter((e.text, e.label_) for e in doc.ents)
        types = Counter(text for text, _ in counts)
        for start, end in prose({"text": doc.text, "title": "statement"}):
            span = doc.char_span(start, end, alignment_mode="contract")
            if span is None or len(span) < 8:
                continue
            names = span.ents
            sure = all((e.start, e.end) in certain or (counts[e.text, e.label_] > 1 and types[e.text] == 1) for e in names)
            if not sure or (not names and bare >= full):
                continue
            bare, full = bare + (not names), full + bool(names)
            total += len(span)
            yield _copy(span)
        if total >= words:
            return


def _copy(span: Any) -> Any:
    words = [token.text for token in span if not token.is_space]
    doc = Doc(_BLANK.vocab, words=words, spaces=[bool(t.whitespace_) for t in span if not t.is_space])
    place = {token.i: k for k, token in enumerate(t for t in span if not t.is_space)}
    doc.ents = [
        Span(doc, place[e.start], place[e.end - 1] + 1, label=_SAME.get(e.label_, e.label_))
        for e in span.ents
        if e.start in place and e.end - 1 in place
    ]
    return doc


def write_gold(folder: Path, gum: bool = False) -> None:
    """Write `names-gold.spacy` and `names-dev.spacy`."""
    train, dev = gold()
    if gum:
        from training.gum import names as gum_names

        train += list(gum_names(_nations()))
    save(folder / "names-gold.spacy", iter(train), ATTRIBUTES)
    save(folder / "names-dev.spacy", iter(dev), ATTRIBUTES)
