"""Train the parsing teacher and let it parse raw sentences: `python -m training.teacher train|parse ...` (needs torch)."""

import argparse
import json
import random
import time
from importlib import import_module
from pathlib import Path
from typing import Any

from training.teacher_data import Sentence, Vocabulary, batches, encode, from_conllu, from_jsonl, gold
from training.teacher_model import Encoder, Parser

torch: Any = import_module("torch")
floret: Any = import_module("floret")


def _loss(model: Any, group: list[Sentence], vocabulary: Vocabulary, vectors: Any) -> Any:
    scores = model(encode(group, vocabulary, vectors, drop=0.15))
    cross = torch.nn.functional.cross_entropy
    heads = gold(group, vocabulary, "heads")
    rels = model.relations(scores, heads.clamp(min=0))
    return (
        cross(scores["arc"].flatten(0, 1), heads.flatten(), ignore_index=-1)
        + cross(rels, gold(group, vocabulary, "rels").flatten(), ignore_index=-1)
        + 0.5 * cross(scores["tag"].flatten(0, 1), gold(group, vocabulary, "tags").flatten(), ignore_index=-1)
        + 0.5 * cross(scores["morph"].flatten(0, 1), gold(group, vocabulary, "morphs").flatten(), ignore_index=-1)
    )


def _predict(model: Any, group: list[Sentence], vocabulary: Vocabulary, vectors: Any) -> list[tuple[Sentence, float]]:
    """Parse sentences; with each comes the mean probability of its heads, 0 where the heads make no single tree."""
    with torch.no_grad():
        scores = model(encode(group, vocabulary, vectors))
        chances, heads = torch.softmax(scores["arc"], 2).max(2)
        rels = model.relations(scores, heads).argmax(1).view(heads.shape)
        tags, morphs = scores["tag"].argmax(2), scores["morph"].argmax(2)
    names = {kind: vocabulary.names(kind) for kind in ("tags", "morphs", "rels")}
    out = []
    for k, one in enumerate(group):
        n = len(one.words) + 1
        found = heads[k, 1:n].tolist()
        parsed = Sentence(
            one.words, one.spaces, [names["tags"][t] for t in tags[k, 1:n]], [names["morphs"][t] for t in morphs[k, 1:n]],
            found, [names["rels"][r] for r in rels[k, 1:n]],
        )  # fmt: skip
        out.append((parsed, float(chances[k, 1:n].mean()) if _is_tree(found) else 0.0))
    return out


def _is_tree(heads: list[int]) -> bool:
    if heads.count(0) != 1:
        return False
    for start in range(1, len(heads) + 1):
        at, steps = start, 0
        while at and steps <= len(heads):
            at, steps = heads[at - 1], steps + 1
        if at:
            return False
    return True


def score(model: Any, sentences: list[Sentence], vocabulary: Vocabulary, vectors: Any) -> dict[str, float]:
    """Give UPOS, UAS and LAS in per cent on gold words and gold sentences."""
    model.eval()
    total = pos = uas = las = 0
    for group in batches(sentences, 6000, shuffled=False):
        for one, (found, _) in zip(group, _predict(model, group, vocabulary, vectors), strict=True):
            for k, head in enumerate(one.heads):
                total += 1
                pos += one.morphs[k].split("|")[0] == found.morphs[k].split("|")[0]
                uas += head == found.heads[k]
                las += head == found.heads[k] and one.rels[k].split(":")[0] == found.rels[k].split(":")[0]
    return {name: round(100 * n / total, 2) for name, n in (("upos", pos), ("uas", uas), ("las", las))}


def train(options: argparse.Namespace) -> None:
    """Train for a number of epochs, in which the learning rate falls to nothing; `stop` ends sooner. The last state is kept."""
    random.seed(options.seed)
    torch.manual_seed(options.seed)
    vectors = floret.load_model(str(options.vectors))
    sentences = [one for path in options.train for one in from_conllu(path)]
    dev = list(from_conllu(options.dev))
    vocabulary = Vocabulary(sentences)
    sizes = {"tag": len(vocabulary.sets["tags"]), "morph": len(vocabulary.sets["morphs"]), "rel": len(vocabulary.sets["rels"])}
    shape = (len(vocabulary.words) + 3, len(vocabulary.letters) + 2, vectors.get_dimension(), options.hidden, options.layers)
    model = Parser(Encoder(*shape), sizes, options.hidden)
    optimizer = torch.optim.Adam(model.parameters(), lr=2e-3, betas=(0.9, 0.95), eps=1e-8)
    steps = options.epochs * len(list(batches(sentences, options.batch)))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min((s + 1) / 100, 1) * (1 - s / steps))
    begun = time.monotonic()
    for epoch in range(min(options.epochs, options.stop)):
        model.train()
        for group in batches(sentences, options.batch):
            optimizer.zero_grad()
            loss = _loss(model, group, vocabulary, vectors)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            optimizer.step()
            if schedule.last_epoch < steps - 1:
                schedule.step()
        print(epoch + 1, f"{time.monotonic() - begun:.0f} s", score(model, dev, vocabulary, vectors), flush=True)
        torch.save({"state": model.state_dict(), "vocabulary": vocabulary, "shape": shape, "sizes": sizes}, options.out)


def load(path: Path) -> tuple[Any, Vocabulary]:
    """Load a teacher that `train` saved."""
    saved = torch.load(path, weights_only=False)
    model = Parser(Encoder(*saved["shape"]), saved["sizes"], saved["shape"][3])
    model.load_state_dict(saved["state"])
    return model.eval(), saved["vocabulary"]


def parse(options: argparse.Namespace) -> None:
    """Parse the sentences of a JSON lines file; kept are those with a tree and a mean probability of heads over the threshold."""
    vectors = floret.load_model(str(options.vectors))
    model, vocabulary = load(options.model)
    kept = total = 0
    with options.out.open("w", encoding="utf-8") as out:
        for group in batches(list(from_jsonl(options.sentences)), 6000, shuffled=False):
            for found, chance in _predict(model, group, vocabulary, vectors):
                total += 1
                if chance >= options.threshold:
                    kept += 1
                    fields = ("words", "spaces", "tags", "morphs", "heads", "rels")
                    out.write(json.dumps({name: getattr(found, name) for name in fields}, ensure_ascii=False) + "\n")
    print(f"kept {kept} of {total} sentences")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(required=True)
    one = commands.add_parser("train")
    one.add_argument("out", type=Path)
    one.add_argument("--train", type=Path, nargs="+", required=True)
    one.add_argument("--dev", type=Path, required=True)
    one.add_argument("--epochs", type=int, default=12)
    one.add_argument("--stop", type=int, default=1000, help="end after so many epochs")
    one.add_argument("--batch", type=int, default=1200, help="words")
    one.add_argument("--hidden", type=int, default=320)
    one.add_argument("--layers", type=int, default=2)
    one.add_argument("--seed", type=int, default=1)
    one.set_defaults(run=train)
    two = commands.add_parser("parse")
    two.add_argument("model", type=Path)
    two.add_argument("sentences", type=Path)
    two.add_argument("out", type=Path)
    two.add_argument("--threshold", type=float, default=0.9)
    two.set_defaults(run=parse)
    for command in (one, two):
        command.add_argument("--vectors", type=Path, required=True, help="floret model, binary")
        command.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    options.run(options)


if __name__ == "__main__":
    main()
