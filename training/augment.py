"""Training augmenter `memcon.quotes.v1`: quotation marks and dashes as news writes them."""

import random
from collections.abc import Callable, Iterator
from typing import Any

import spacy
from spacy.tokens import Doc
from spacy.training import Example

_MARKS = frozenset({'"', "``", "''", "“", "”"})


def _restyled(words: list[str], spaces: list[bool], chance: random.Random) -> list[str]:
    curly, dash = chance.random() < 0.7, chance.choice(["—", "–", "--"])
    out = []
    for i, word in enumerate(words):
        if word in _MARKS:
            opens = i + 1 < len(words) and not spaces[i] and (i == 0 or spaces[i - 1])
            out.append(("“" if opens else "”") if curly else '"')
        elif word in ("--", "—"):
            out.append(dash)
        else:
            out.append(word.replace("'", "’") if curly else word)
    return out


def quotes(level: float, seed: int) -> Callable[[Any, Any], Iterator[Any]]:
    """Give an augmenter that rewrites a share `level` of the examples; the same seed gives the same rewriting."""
    chance = random.Random(seed)

    def augment(nlp: Any, example: Any) -> Iterator[Any]:
        if chance.random() > level:
            yield example
            return
        doc = example.reference
        spaces = [bool(token.whitespace_) for token in doc]
        layers: dict[str, Any] = {}
        if doc.has_annotation("DEP"):
            layers = {
                "tags": [t.tag_ for t in doc], "pos": [t.pos_ for t in doc], "morphs": [str(t.morph) for t in doc],
                "heads": [t.head.i for t in doc], "deps": [t.dep_ for t in doc],
            }  # fmt: skip
        if doc.has_annotation("ENT_IOB"):
            layers["ents"] = [f"{t.ent_iob_}-{t.ent_type_}" if t.ent_type_ else "O" for t in doc]
        new = Doc(nlp.vocab, words=_restyled([t.text for t in doc], spaces, chance), spaces=spaces, **layers)
        yield Example(nlp.make_doc(new.text), new)

    return augment


_register: Any = spacy.registry.augmenters
_register("memcon.quotes.v1")(quotes)
