"""The attributes of a Doc's tokens as plain lists: a spaCy token is made anew each time that one is asked for, a list is not."""

from typing import Any

_IOB = ("", "I", "O", "B")
_NUMBERS = {"head": "HEAD", "start": "IDX", "space": "SPACY", "is_space": "IS_SPACE", "ent_iob": "ENT_IOB", "sent_start": "SENT_START"}
_WORDS = {"text": "ORTH", "lower": "LOWER", "lemma": "LEMMA", "pos": "POS", "tag": "TAG", "dep": "DEP", "ent_type": "ENT_TYPE"}


def columns(doc: Any, *names: str) -> list[list[Any]]:
    """Give for each name the list over all tokens of a Doc.

    `text`, `lower`, `lemma`, `pos`, `tag`, `dep`, `ent_type`, `ent_iob` are what spaCy calls `token.text`, `token.lower_` and so on;
    `head` is the index of the head (a token without relation is its own, as in spaCy), `start` the offset in code points, `space` tells whether a blank follows, `is_space` whether
    the token is white space, `sent_start` whether a sentence begins.
    """
    raw = doc.to_array([_NUMBERS.get(name) or _WORDS[name] for name in names]).reshape(len(doc), len(names))
    return [_heads(doc) if name == "head" else _decoded(name, raw[:, i], doc.vocab.strings) for i, name in enumerate(names)]


def _heads(doc: Any) -> list[int]:
    raw = doc.to_array(["HEAD", "DEP"]).reshape(len(doc), 2)
    steps, relations = raw.astype("int64").T.tolist()
    return [i + step if relation else i for i, (step, relation) in enumerate(zip(steps, relations, strict=True))]


def _decoded(name: str, raw: Any, strings: Any) -> list[Any]:
    if name in _WORDS:
        values = raw.tolist()
        known = {value: strings[value] for value in set(values)}
        return [known[value] for value in values]
    if name == "ent_iob":
        return [_IOB[value] for value in raw.tolist()]
    if name == "start":
        return list(raw.tolist())
    return [value == 1 for value in raw.tolist()]
