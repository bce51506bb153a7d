"""The lemmas of a parsed text, each looked up once for all documents.

spaCy's rules ask a token for its form, part of speech and features and for nothing else, and work much of it out again each time.
"""

from threading import Lock
from typing import Any

_MOST = 200_000
"""Lemmas that are kept; with more than these all are forgotten."""
_lock = Lock()


def by_rule(nlp: Any) -> Any:
    """Give the component that finds lemmas by rule, None where a pipeline finds them in another way."""
    from spacy.pipeline import Lemmatizer

    name, last = nlp.pipeline[-1] if nlp.pipeline else ("", None)
    plain = name == "lemmatizer" and isinstance(last, Lemmatizer) and last.mode == "rule" and not last.overwrite
    return last if plain else None


class Lemmas:
    """What one component says, remembered."""

    def __init__(self, component: Any) -> None:
        self._component = component
        self._known: dict[tuple[int, int, int], int] = {}

    def of(self, doc: Any, rows: Any) -> list[int]:
        """Give the lemma's hash of each token; `rows` has the columns ORTH, POS and MORPH of the Doc."""
        known = self._known
        keys = list(zip(*rows.T.tolist(), strict=True))
        with _lock:
            for i, key in enumerate(keys):
                if key not in known:
                    known[key] = doc.vocab.strings.add(self._component.lemmatize(doc[i])[0])
            found = [known[key] for key in keys]
            if len(known) > _MOST:
                self._known = {}
        return found
