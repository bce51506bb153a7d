"""Build the shipped language model from the open data: `python -m training.build [--from STAGE] [--gum] [--out FOLDER]`.

The stages run one after the other, each in a process of its own with one thread and fixed seeds; what they leave lies in
`build/language` (or `MEMCON_BUILD`). Two to three hours on one core, two thirds of them for the teacher. Needs the extra `training` and,
for the teacher, torch. The data, their licences and the figures are in the model card beside the model.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from training.paths import MODEL, ROOT, build, shared

VERSION = "0.1.0"
SILVER_WORDS = 600_000  # Of raw text for the parsing teacher.
SILVER_NAMES = 120_000  # Words of raw text whose names the rules explain.
GOLD_TIMES = 2  # How often the treebank stands beside the teacher's parses.
NAMES_TIMES = 3  # How often the gold names stand beside those of the rules.
THRESHOLD = 0.8  # Mean probability of its heads from which on a sentence of the teacher is learnt from.
_CONFIGS = ROOT / "training" / "configs"
_LICENCE = "CC BY-SA 4.0"


def _run(*arguments: str | Path) -> None:
    environment = os.environ | {"OMP_NUM_THREADS": "1", "PYTHONHASHSEED": "0"}
    subprocess.run([sys.executable, "-m", *map(str, arguments)], cwd=ROOT, env=environment, check=True)


def tokens() -> None:
    """Tokens of the raw text."""
    _run("training.text", "tokens", build() / "tokens.txt")


def vectors() -> None:
    """Word vectors of the raw text."""
    _run("training.vectors", build() / "tokens.txt", build() / "vectors")
    _run("spacy", "init", "vectors", "en", build() / "vectors.floret", build() / "vecs", "--mode", "floret")


def sentences() -> None:
    """Raw sentences for the teacher."""
    _run("training.text", "sentences", build() / "sentences.jsonl", "--words", str(SILVER_WORDS))


def teacher(gum: bool = False) -> None:
    """The teacher: trained on the treebank."""
    banks = shared() / "treebanks"
    train = [banks / "ewt-train.conllu.xz"] + ([banks / "gum-open-train.conllu.xz"] if gum else [])
    _run(
        "training.teacher", "train", build() / "parser.pt", "--train", *train, "--dev", banks / "ewt-dev.conllu.xz", "--epochs", "8", "--stop", "6",
        "--hidden", "256", "--vectors", build() / "vectors.bin",
    )  # fmt: skip


def parses() -> None:
    """The teacher's parses of the raw sentences."""
    files = [build() / name for name in ("parser.pt", "sentences.jsonl", "parsed.jsonl")]
    _run("training.teacher", "parse", *files, "--threshold", str(THRESHOLD), "--vectors", build() / "vectors.bin")


def syntax(gum: bool = False) -> None:
    """Tagger and parser of the shipped model."""
    from training.corpora import paragraphs, parsed, write

    banks = shared() / "treebanks"
    gold = [banks / "ewt-train.conllu.xz"] + ([banks / "gum-open-train.conllu.xz"] if gum else [])
    groups = chain(*(paragraphs(path) for path in gold * GOLD_TIMES), parsed(build() / "parsed.jsonl", seed=3))
    write(build() / "syntax-train.spacy", groups)
    write(build() / "syntax-dev.spacy", paragraphs(banks / "ewt-dev.conllu.xz"))
    _train("syntax", "syntax", {"train": "syntax-train.spacy", "dev": "syntax-dev.spacy", "vectors": "vecs"})


def second() -> None:
    """Tagger and parser, the second round on the same text."""
    paths = {"train": "syntax-train.spacy", "dev": "syntax-dev.spacy", "vectors": "vecs", "syntax": "syntax/model-last"}
    _train("syntax-second", "syntax-second", paths)


def third() -> None:
    """Tagger and parser, a third and shorter round with a lower learning rate."""
    paths = {"train": "syntax-train.spacy", "dev": "syntax-dev.spacy", "vectors": "vecs", "syntax": "syntax-second/model-last"}
    _train("syntax-second", "syntax-third", paths, {"max_steps": 1400, "eval_frequency": 1400, **_rate("total_steps", 1400), **_rate("initial_rate", 0.0006)})


def _rate(name: str, value: float) -> dict[str, float]:
    return {f"optimizer.learn_rate.{name}": value}


def names(gum: bool = False) -> None:
    """Finder of names of the shipped model, from gold and from raw text that the rules explain."""
    from training.names import write

    write(build(), SILVER_NAMES, NAMES_TIMES, gum)
    paths = {"train": "names-train.spacy", "dev": "names-dev.spacy", "vectors": "vecs", "syntax": "syntax-second/model-last"}
    _train("names", "names", paths)


def _train(config: str, out: str, paths: dict[str, str], settings: dict[str, float] | None = None) -> None:
    """Train by a config; the last state is kept, whose learning rate has fallen to nothing."""
    options = [item for name, path in paths.items() for item in (f"--paths.{name}", str(build() / path))]
    options += [item for name, value in (settings or {}).items() for item in (f"--training.{name}", str(value))]
    _run("spacy", "train", _CONFIGS / f"{config}.cfg", "--code", ROOT / "training" / "augment.py", "-o", build() / out, *options)


def assemble(finder: Path) -> Any:
    """Join tagger and parser with a finder of names, whose encoder becomes its own, and add the lemmatiser."""
    import spacy

    from training import augment, lemmatizer

    assert augment  # Loading a trained pipeline asks for the augmenter of its config.
    nlp, parser = spacy.load(finder), spacy.load(build() / "syntax-third" / "model-last")
    nlp.replace_listeners("tok2vec", "ner", ["model.tok2vec"])
    nlp.remove_pipe("tok2vec")
    for name in ("tok2vec", "tagger", "morphologizer", "parser"):
        nlp.add_pipe(name, source=parser, before="ner")
    lemmatizer.add(nlp)
    nlp.config["corpora"] = {}
    nlp.config["paths"] = dict.fromkeys(nlp.config["paths"])
    return nlp


def package(out: Path = MODEL) -> None:
    """Write the model where it is shipped, its name and its hash in `meta.json`; the model card stays."""
    from memcon.language.pipeline import _HASH_KEY, hash_folder

    nlp = assemble(build() / "names" / "model-last")
    card = out / "MODEL_CARD.md"
    text = card.read_text("utf-8") if card.exists() else None
    if out.exists():
        shutil.rmtree(out)
    nlp.meta |= {
        "name": "memcon", "version": VERSION, "license": _LICENCE, "author": "The Memcon developers", "performance": {},
        "description": "Tags, Universal Dependencies, lemmas and names of English reports of diplomacy",
    }  # fmt: skip
    nlp.to_disk(out)
    if text is not None:
        card.write_text(text, "utf-8")
    meta = json.loads((out / "meta.json").read_text("utf-8"))
    meta |= {"performance": {}, _HASH_KEY: hash_folder(out)}
    (out / "meta.json").write_text(json.dumps(meta, indent=2, ensure_ascii=False) + "\n", "utf-8")


def main() -> None:
    """Run the stages from one on."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gum", action="store_true", help="train on the open genres of GUM too (annotations CC BY-NC-SA: not for shipping)")
    parser.add_argument("--out", type=Path, default=MODEL, help="folder of the model")
    stages: dict[str, Callable[..., None]] = {
        "tokens": tokens, "vectors": vectors, "sentences": sentences, "teacher": teacher, "parses": parses, "syntax": syntax,
        "second": second, "third": third, "names": names, "package": package,
    }  # fmt: skip
    parser.add_argument("--from", dest="first", choices=list(stages), default="tokens", help="begin with this stage")
    parser.add_argument("--to", dest="last", choices=list(stages), default="package", help="end with this stage")
    options = parser.parse_args()
    if options.gum and options.out.resolve() == MODEL:
        parser.error("a model that learnt from GUM is not for shipping: name another folder with --out")
    for name in ("teacher", "syntax", "names"):
        stages[name] = partial(stages[name], gum=options.gum)
    stages["package"] = partial(package, out=options.out)
    order = list(stages)
    for name in order[order.index(options.first) : order.index(options.last) + 1]:
        print(f"== {name}", flush=True)
        stages[name]()


if __name__ == "__main__":
    main()
