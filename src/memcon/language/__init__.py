"""The spaCy pipeline and its shipped model: sentences, lemmas, dependencies, names.

Nothing of spaCy is imported before a pipeline is loaded.
"""

from memcon.language.analysis import analyse, analyse_many
from memcon.language.pipeline import load, model_hash, model_name, renew

__all__ = ["analyse", "analyse_many", "load", "model_hash", "model_name", "renew"]
