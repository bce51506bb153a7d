"""One spaCy Doc over a whole text, each paragraph tagged and parsed as if it stood alone."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Any

from memcon.language.columns import columns
from memcon.language.lemmas import Lemmas, by_rule
from memcon.language.pipeline import load
from memcon.language.segments import constrain, segments

Spans = Sequence[tuple[int, int]]
_BATCH_TOKENS = 4000  # Measured: large enough for the matrix products, small enough for the processor's cache.


@dataclass(slots=True)
class _Piece:
    """A stretch of text that is parsed at one go: its tokens as columns, and the parsed Doc without those of white space."""

    words: list[str]
    spaces: list[bool]
    blank: list[bool]
    parsed: Any


def analyse(text: str, paragraphs: Spans = (), nlp: Any = None) -> Any:
    """Tag, lemmatise, parse and find the names of a text; the Doc given has `doc.text == text`.

    `paragraphs` are (start, end) in code points; text outside them is analysed as well, and no sentence crosses an edge
    of theirs. White space other than single spaces stands in the Doc as tokens (`token.is_space`), which have no relation
    (so each is its own head) and belong to the sentence of the word before them. No paragraphs: blank lines part the text.
    """
    return next(analyse_many([(text, paragraphs)], nlp))


def analyse_many(texts: Iterable[tuple[str, Spans]], nlp: Any = None) -> Iterator[Any]:
    """Analyse many (text, paragraphs), in their order; the Docs are the same as those of `analyse`, sooner."""
    from memcon.language.names import finish_names

    pipeline = load() if nlp is None else nlp
    waiting = iter(texts)
    while True:
        group, size = [], 0
        for text, paragraphs in waiting:
            pieces = [_piece(pipeline, text[a:b]) for a, b in segments(text, paragraphs)]
            group.append((text, pieces))
            size += len(text)
            if size > 5 * _BATCH_TOKENS:
                break
        if not group:
            return
        _parse(pipeline, [piece for _, pieces in group for piece in pieces])
        for text, pieces in group:
            yield finish_names(_join(pipeline, text, pieces), pipeline, text)


def _piece(nlp: Any, text: str) -> _Piece:
    from spacy.tokens import Doc

    words, spaces, blank = columns(nlp.tokenizer(text), "text", "space", "is_space")
    kept, apart, lines = words, spaces, set()
    if True in blank:
        kept, apart = [], []
        for word, space, empty in zip(words, spaces, blank, strict=True):
            if not empty:
                kept.append(word)
                apart.append(space)
                continue
            if apart:
                apart[-1] = True
            if "\n" in word:
                lines.add(len(kept))
    # Given to the constructor, not set token by token: spaCy's setter looks through the whole Doc each time.
    starts = constrain(kept, apart, frozenset(lines))
    return _Piece(words, spaces, blank, Doc(nlp.vocab, words=kept, spaces=apart, sent_starts=starts))


def _parse(nlp: Any, pieces: list[_Piece]) -> None:
    """Run the pipeline over the pieces that hold a word, in batches of about as many tokens."""
    waiting = iter([piece for piece in pieces if len(piece.parsed)])
    skipped = [] if _lemmas(nlp) is None else ["lemmatizer"]
    while batch := _batch(waiting):
        docs = [piece.parsed for piece in batch]
        for piece, doc in zip(batch, nlp.pipe(docs, batch_size=len(docs), disable=skipped), strict=True):
            piece.parsed = doc


@lru_cache(maxsize=4)
def _lemmas(nlp: Any) -> Lemmas | None:
    component = by_rule(nlp)
    return None if component is None else Lemmas(component)


def _batch(waiting: Iterator[_Piece]) -> list[_Piece]:
    batch = list(islice(waiting, 1))
    size = len(batch[0].parsed) if batch else 0
    while size < _BATCH_TOKENS and (more := list(islice(waiting, 1))):
        batch += more
        size += len(more[0].parsed)
    return batch


def _join(nlp: Any, text: str, pieces: list[_Piece]) -> Any:
    """Put the pieces into one Doc, white space again in its place."""
    import numpy
    from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, MORPH, ORTH, POS, TAG
    from spacy.symbols import SPACE
    from spacy.tokens import Doc

    attributes = [TAG, POS, MORPH, LEMMA, DEP, ENT_IOB, ENT_TYPE, HEAD]
    words = [word for piece in pieces for word in piece.words]
    spaces = [space for piece in pieces for space in piece.spaces]
    doc = Doc(nlp.vocab, words=words, spaces=spaces)
    if "".join([word + " " if space else word for word, space in zip(words, spaces, strict=True)]) != text:  # The pieces cover the text and the tokeniser loses nothing: this is a fault of ours.
        raise AssertionError("the tokens do not give the text back")
    rows = numpy.zeros((len(words), len(attributes)), dtype="uint64")
    is_word = ~numpy.array([empty for piece in pieces for empty in piece.blank], dtype=bool)
    where = numpy.flatnonzero(is_word)
    if len(where):
        found = [piece.parsed for piece in pieces if len(piece.parsed)]
        parsed = numpy.vstack([one.to_array(attributes) for one in found])
        if (lemmas := _lemmas(nlp)) is not None:
            parsed[:, attributes.index(LEMMA)] = [h for one in found for h in lemmas.of(one, one.to_array([ORTH, POS, MORPH]))]
        targets = numpy.arange(len(parsed)) + parsed[:, -1].astype("int64")
        parsed[:, -1] = (where[targets] - where).astype("uint64")
        rows[where] = parsed
    _hang_spaces(rows, is_word)
    rows[~is_word, attributes.index(POS)] = SPACE
    rows[~is_word, attributes.index(ENT_IOB)] = 2
    _carry_names(rows, is_word, attributes.index(ENT_IOB), attributes.index(ENT_TYPE))
    doc.from_array(attributes, rows)
    return doc


def _carry_names(rows: Any, is_word: Any, iob: int, label: int) -> None:
    """Let a name run on over white space tokens inside it ("Gareth  Evans" in a scanned release)."""
    for i in range(len(rows) - 2, -1, -1):
        if not is_word[i] and rows[i + 1, iob] == 1:
            rows[i, iob], rows[i, label] = 1, rows[i + 1, label]


def _hang_spaces(rows: Any, is_word: Any) -> None:
    """Hang each white space token under the word before it (at the start of a text, under the first word).

    spaCy takes this for the ends of sentences, and then makes a token without relation its own head.
    """
    import numpy

    where = numpy.flatnonzero(is_word)
    for blank in numpy.flatnonzero(~is_word):
        before = int(numpy.searchsorted(where, blank)) - 1
        if len(where):
            rows[blank, -1] = numpy.int64(where[max(before, 0)] - blank).astype("uint64")
