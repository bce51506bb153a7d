"""spaCy's rule lemmatiser, brought to the conventions of Universal Dependencies by entries for its closed classes.

Needs spacy-lookups-data (MIT) when the pipeline is built, not afterwards.
"""

from typing import Any

_AUXILIARIES = {
    "be": "was is are were been being am", "have": "has had having", "do": "did does done doing", "will": "wo", "can": "ca",
    "shall": "sha", "get": "got getting",
}  # fmt: skip
_CLITICS = {"s": "be", "re": "be", "m": "be", "ve": "have", "d": "would", "ll": "will"}
_PRONOUNS = {"him": "he", "them": "they", "me": "I", "us": "we", "her": "she", "these": "this", "those": "that"}
_DETERMINERS = {"an": "a", "these": "this", "those": "that"}
_PARTICLES = {"n't": "not", "n’t": "not", "’s": "'s", "’": "'s", "'": "'s", "na": "to"}
_BE = ("is", "are", "was", "were", "been", "am", "'s", "’s", "'re", "’re", "'m", "’m")


def add(nlp: Any) -> None:
    """Put the lemmatiser at the end of a pipeline."""
    lemmatizer = nlp.add_pipe("lemmatizer", config={"mode": "rule"})
    lemmatizer.initialize()
    exceptions, index, rules = (lemmatizer.lookups.get_table(f"lemma_{name}") for name in ("exc", "index", "rules"))
    auxiliaries = dict(exceptions["verb"])
    for lemma, forms in _AUXILIARIES.items():
        auxiliaries.update({form: [lemma] for form in forms.split()})
    for mark in "'’":
        auxiliaries.update({mark + form: [lemma] for form, lemma in _CLITICS.items()})
    exceptions["aux"], index["aux"], rules["aux"] = auxiliaries, list(index["verb"]), []
    exceptions["verb"] = {**exceptions["verb"], **{form: ["be"] for form in _BE}, "'ve": ["have"], "’ve": ["have"]}
    for pos, forms_of in (("pron", _PRONOUNS), ("det", _DETERMINERS), ("part", _PARTICLES)):
        exceptions[pos] = {form: [lemma] for form, lemma in forms_of.items()}
        index[pos], rules[pos] = [], []
    exceptions["adv"] = {**exceptions.get("adv", {}), "later": ["late"], "more": ["more"]}
