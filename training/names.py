"""Names for the finder: the open gold as spaCy's DocBin, and raw text whose names lists, titles and patterns explain.

Gold: wikigold's first 1,200 sentences (CC BY 4.0), re3d's 69 training documents (free licences, see the model card), UNER's EWT dev
(CC BY-SA 4.0). None marks words for nations as the others do; here they are NORP, by `data/demonyms.csv`. GUM's open genres
(texts free, annotations under a non-commercial licence) are added only where `gum` says so.
"""

import json
import random
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import spacy
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from memcon.language.gazetteer import known_names
from memcon.language.names import finish_names
from memcon.language.persons import words_of
from memcon.language.segments import constrain
from training.corpora import save
from training.paths import shared
from training.text import documents, prose

ATTRIBUTES = ["ORTH", "SPACY", "ENT_IOB", "ENT_TYPE"]
WIKIGOLD_TRAINING, WIKIGOLD_DEV = 1100, 1200
_RE3D_DEV = 8  # Of the training documents, every ninth.
_BLANK = spacy.blank("en")
_OFTEN = 25  # A paragraph all of whose names were seen so often teaches no new name.
_OPENING = frozenset('“"‘(:')
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


def silver(words: int, seed: int = 11) -> Iterator[Any]:
    """Label paragraphs of White House prose by rule alone, until there are so many words: no model has a part in it.

    The names are those of `memcon.language.names` where the statistical finder found none. A paragraph is kept where they
    explain all its capital letters: each capitalised word is in a name, begins a sentence, or belongs to a title or the calendar.
    """
    nlp = spacy.blank("en")
    cut = nlp.add_pipe("sentencizer")
    texts = [(record["text"], list(prose(record))) for record in documents()]
    chance = random.Random(seed)
    chance.shuffle(texts)
    total = 0
    seen: Counter[str] = Counter()
    for text, spans in texts:
        if total >= words:
            return
        if len(spans) < 3:
            continue
        doc, ranges = _document(nlp, cut, text, spans)
        for span in (doc[start:end] for start, end in ranges if end - start >= 8):
            names = [name.text for name in span.ents]
            if any(seen[name] < _OFTEN for name in names) and _explained(span):
                seen.update(names)
                total += len(span)
                yield _copy(span)


def _document(nlp: Any, cut: Any, text: str, spans: list[tuple[int, int]]) -> tuple[Any, list[tuple[int, int]]]:
    """Give a Doc of a document's paragraphs with its names, and where each paragraph lies in it, in tokens."""
    words: list[str] = []
    spaces: list[bool] = []
    starts: list[bool | None] = []
    ranges = []
    for start, end in spans:
        tokens = [token for token in nlp.make_doc(text[start:end]) if not token.is_space]
        ranges.append((len(words), len(words) + len(tokens)))
        own = [t.text for t in tokens], [bool(t.whitespace_) for t in tokens[:-1]] + [True]
        words, spaces, starts = words + own[0], spaces + own[1], starts + constrain(*own)
    doc = cut(Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=starts))
    return finish_names(doc, nlp), ranges


def _explained(span: Any) -> bool:
    lists = words_of()
    plain = lists["last"] | lists["inside"] | lists["calendar"] | {"I", "“", "A"}
    return all(
        token.ent_type_ or token.is_sent_start or not token.text[0].isupper() or token.text in plain
        or (token.i > span.start and token.nbor(-1).text in _OPENING)
        for token in span
    )  # fmt: skip


def _copy(span: Any) -> Any:
    doc = Doc(_BLANK.vocab, words=[t.text for t in span], spaces=[bool(t.whitespace_) for t in span])
    doc.ents = [Span(doc, e.start - span.start, e.end - span.start, label=_SAME.get(e.label_, e.label_)) for e in span.ents]
    return doc


def write(folder: Path, words: int, times: int, gum: bool = False) -> None:
    """Write `names-train.spacy`, the gold so many times and so many words of raw text, and `names-dev.spacy`."""
    train, dev = gold()
    if gum:
        from training.gum import names as gum_names

        train += list(gum_names(_nations()))
    save(folder / "names-train.spacy", chain(*[train] * times, silver(words)), ATTRIBUTES)
    save(folder / "names-dev.spacy", iter(dev), ATTRIBUTES)
