"""The encoders' picture of a word, kept from one document to the next.

The first layers of an encoder see one word at a time (its norm, prefix, suffix, shape and vector), and a text repeats its
words: their product is a third of an encoder's work, and the same each time. A word is worked out alone, never as one of many,
because the last bits of a matrix product depend on how many rows it has: so what was read before changes nothing.
"""

from collections.abc import Callable
from threading import Lock
from typing import Any

_MOST = 50_000
"""Words that are kept; with more than these all are forgotten (20 MB an encoder)."""
_ODD = 0x9E3779B97F4A7C15


def remember(nlp: Any) -> None:
    """Let the encoders of a pipeline remember their words; an encoder of another build than spaCy's `MultiHashEmbed` is left as it is."""
    for _, component in nlp.pipeline:
        for node in component.model.walk() if getattr(component, "model", None) else ():
            if node.has_ref("embed") and (layers := _Layers.of(node.get_ref("embed"))) is not None:
                embed = node.get_ref("embed")
                embed._func = _Remembered(layers, nlp.vocab, embed._func)


class _Layers:
    """The layers of a `MultiHashEmbed` with static vectors, taken apart: the attributes that it reads, one hash layer for each, and what joins them."""

    def __init__(self, embed: Any) -> None:
        nodes: dict[str, list[Any]] = {}
        for node in embed.walk():
            nodes.setdefault(node.name, []).append(node)
        self.extract = nodes.get("extract_features", [])
        self.hashed = nodes.get("hashembed", [])
        self.static = nodes.get("static_vectors", [])
        self.maxout = nodes.get("maxout", [])
        self.norm = nodes.get("layernorm", [])

    @classmethod
    def of(cls, embed: Any) -> "_Layers | None":
        """Take an embedding apart, None where it is built in another way."""
        found = cls(embed)
        whole = all(len(part) == 1 for part in (found.extract, found.static, found.maxout, found.norm))
        places = [layer.attrs.get("column") for layer in found.hashed]
        return found if whole and places == list(range(len(found.columns))) else None

    @property
    def columns(self) -> list[str]:
        """Give the names of the attributes that it reads."""
        return list(self.extract[0].attrs["columns"])


class _Remembered:
    """The forward function of an embedding: what is known is looked up, what is new is worked out word by word."""

    def __init__(self, layers: _Layers, vocab: Any, trains: Callable[..., Any]) -> None:
        import numpy
        from spacy.attrs import ORTH

        self._layers = layers
        self._vocab = vocab
        self._trains = trains
        self._attributes = [ORTH, *layers.columns]
        self._width = int(layers.maxout[0].get_dim("nO"))
        self._rows: dict[int, int] = {}
        self._table = numpy.zeros((1024, self._width), dtype="float32")
        self._lock = Lock()

    def __call__(self, model: Any, docs: Any, is_train: bool) -> Any:
        import numpy

        if is_train:
            return self._trains(model, docs, is_train)
        if not docs:
            return [], lambda _: []
        seen = numpy.vstack([doc.to_array(self._attributes).reshape(-1, len(self._attributes)) for doc in docs])
        keys = _keys(seen)
        with self._lock:
            rows = self._known(keys, seen)
            table = self._table[rows]
            if len(self._rows) > _MOST:
                self._rows = {}
        ends = numpy.cumsum([len(doc) for doc in docs])[:-1]
        return numpy.split(table, ends), lambda _: []

    def _known(self, keys: list[int], seen: Any) -> list[int]:
        """Give the row of each word in the table, where the new ones are entered first."""
        import numpy

        rows = self._rows
        new = {key: i for i, key in enumerate(keys) if key not in rows}
        if new:
            size = len(rows) + len(new)
            if size > len(self._table):
                self._table = numpy.vstack([self._table, numpy.zeros((size, self._width), dtype="float32")])
            self._table[len(rows) : size] = self._picture(seen[list(new.values())])
            rows.update(zip(new, range(len(rows), size), strict=True))
        return [rows[key] for key in keys]

    def _picture(self, seen: Any) -> Any:
        """Work out the pictures of words, given their attributes: (words, width)."""
        import numpy

        layers = self._layers
        parts = [layer.predict(numpy.ascontiguousarray(seen[:, 1 + column])) for column, layer in enumerate(layers.hashed)]
        vectors = numpy.asarray(self._vocab.vectors.get_batch(seen[:, 0].tolist()), dtype="float32")
        parts.append(_product(vectors, layers.static[0].get_param("W")))
        weights = layers.maxout[0].get_param("W")
        wide, pieces, narrow = weights.shape
        mixed = _product(numpy.hstack(parts), weights.reshape(wide * pieces, narrow))
        mixed += layers.maxout[0].get_param("b").reshape(wide * pieces)
        return layers.norm[0].predict(mixed.reshape(-1, wide, pieces).max(axis=2))


def _keys(seen: Any) -> list[int]:
    """Mix the attributes of each word into one number."""
    import numpy

    odd = numpy.uint64(_ODD)
    mixed = seen[:, 0].copy()
    for column in range(1, seen.shape[1]):
        mixed ^= mixed >> numpy.uint64(29)
        mixed *= odd
        mixed ^= seen[:, column]
    keys: list[int] = mixed.tolist()
    return keys


def _product(rows: Any, weights: Any) -> Any:
    """Multiply each row alone with the weights: (rows, inner) and (outer, inner) to (rows, outer)."""
    import numpy

    return numpy.matmul(rows[:, None, :], weights.T)[:, 0, :]
