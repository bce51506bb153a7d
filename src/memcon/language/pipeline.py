"""Which pipeline: the shipped model, or any other spaCy pipeline with UD labels."""

import ctypes
import gc
import hashlib
import sys
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from memcon.errors import ModelError
from memcon.language.remembering import remember

SHIPPED = Path(__file__).resolve().parent / "model"
_HASH_KEY = "memcon_sha256"
_UD_SIGNS = frozenset({"nsubj", "obj", "obl", "nmod"})


def load(model: str | None = None) -> Any:
    """Give a spaCy pipeline: the shipped one, or the one of this name or folder. A pipeline is loaded once.

    Raises:
        ModelError: there is no such pipeline, or its parser does not speak Universal Dependencies.
    """
    return _load(model)


def renew(model: str | None = None) -> Any:
    """Give a pipeline loaded anew, and let go of all that were loaded before.

    spaCy keeps every word that it has met: a process that reads for days takes a new pipeline from time to time, which changes nothing.
    """
    from memcon.language import analysis, gazetteer

    for cache in (_load, analysis._lemmas, gazetteer._index):
        cache.cache_clear()
    gc.collect()
    return _load(model)


@lru_cache(maxsize=4)
def _load(model: str | None) -> Any:
    spacy = _spacy()
    from thinc.api import NumpyOps, get_current_ops, set_current_ops

    name = str(SHIPPED) if model is None else model
    before = get_current_ops()
    # BLAS of numpy multiplies about three times as fast as thinc's own; one thread, so that more workers change nothing.
    set_current_ops(NumpyOps(use_blis=False))
    _one_thread()
    try:
        nlp = spacy.load(name)
    except OSError as error:
        remedy = (
            "the package is incomplete: install it again, or build the model with `python -m training.build`"
            if model is None
            else f"give a folder that spaCy can load, or install it: `python -m spacy download {model}`"
        )
        shown = "Memcon's own language model" if model is None else f"the language model {model!r}"
        raise ModelError(f"{shown} is not there; {remedy}") from error
    except (ImportError, ValueError, KeyError) as error:
        raise ModelError(
            f"the language model {name!r} does not load with spaCy {spacy.__version__} ({error}); use a model made for it"
        ) from error
    finally:
        set_current_ops(before)
    _check(nlp, name)
    remember(nlp)
    return nlp


def _spacy() -> Any:
    """Import spaCy without its command line, which brings a web client with it: a third of the time that it takes.

    The package imports one function of its command line, `spacy.info`. In its place stands one that imports it when it is called.
    """
    names = ("spacy.cli", "spacy.cli.info")
    if "spacy" not in sys.modules:
        package, module = (ModuleType(name) for name in names)
        module.info = _info  # type: ignore[attr-defined]
        sys.modules.update(zip(names, (package, module), strict=True))
        try:
            return import_module("spacy")
        finally:
            for name in names:
                sys.modules.pop(name, None)
    return import_module("spacy")


def _info(*args: Any, **options: Any) -> Any:
    return import_module("spacy.cli.info").info(*args, **options)


def _check(nlp: Any, name: str) -> None:
    labels = {label.split(":")[0] for label in nlp.get_pipe("parser").labels} if nlp.has_pipe("parser") else set()
    if not labels >= _UD_SIGNS:
        raise ModelError(
            f"the language model {name!r} has no parser with Universal Dependencies labels (nsubj, obj, obl, nmod); "
            "name one that was trained on a UD treebank, or leave --model out"
        )


def _one_thread() -> None:
    """Keep numpy's BLAS to one thread, where it is the OpenBLAS of numpy's wheels; otherwise leave all as it is."""
    import numpy

    folder = Path(numpy.__file__).resolve().parent.parent / "numpy.libs"
    for path in sorted(folder.glob("libscipy_openblas*")):
        try:
            ctypes.CDLL(str(path)).scipy_openblas_set_num_threads64_(1)
        except (OSError, AttributeError):
            continue


def model_name(nlp: Any) -> str:
    """Give the name and the version of a pipeline, as `en_memcon-0.1.0`."""
    meta = nlp.meta
    return f"{meta['lang']}_{meta['name']}-{meta['version']}"


def model_hash(nlp: Any) -> str:
    """Give the SHA-256 of a model's files, in hexadecimal; the shipped model has it in its `meta.json`."""
    return str(nlp.meta.get(_HASH_KEY) or _hash_of(nlp))


def _hash_of(nlp: Any) -> str:
    path = getattr(nlp, "path", None)
    if path is None or not Path(path).is_dir():
        return hashlib.sha256(nlp.to_bytes(exclude=["meta"])).hexdigest()
    return hash_folder(Path(path))


@lru_cache(maxsize=4)
def hash_folder(folder: Path) -> str:
    """Give the SHA-256 over the names and bytes of a folder's files, `meta.json` and documents left out."""
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        if path.name == "meta.json" or path.suffix == ".md":
            continue
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()
