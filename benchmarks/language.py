"""The language model on raw text: `python -m benchmarks.language [--json] [--model PIPELINE] [--statistical] [--only NAME ...]`.

Syntax: UPOS, UAS and LAS as F1 over tokens in the manner of CoNLL 2018 (a token counts where its span is right; LAS without
subtypes), percent, on PUD (sentences stand alone) and on EWT test (paragraphs of up to eight sentences).
Names: exact span and type, F1 in percent, after the rules (`--statistical`: before them). GPE counts as LOC and EVENT as MISC,
since the gold has neither; only the types count that a set has. The gold marks words for nations differently from set to set
(MISC, nothing, Nationality), so in all of them they are NORP, by a fixed list. Held out: re3d's 21 test documents, wikigold's sentences behind the first 1,200 in
the order of its file, all of UNER's EWT test. "re3d, states as places" is the same set with the states that act, which re3d marks as
organisations, made places as Memcon has them. `--write` puts the figures into the model card.
"""

import argparse
import json
import lzma
import re
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.shared import shared
from memcon import language
from memcon.language.gazetteer import known_names
from memcon.language.pipeline import SHIPPED, _load

Name = tuple[int, int, str]
WIKIGOLD_TRAINING = 1200
_SAME = {"GPE": "LOC", "EVENT": "MISC"}
_SENTENCES = 8


def treebank(path: Path, each: int) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Give texts of up to `each` sentences of one paragraph, and their words: start, end, upos, head (start) and relation."""
    text, count = "", 0
    words: list[dict[str, Any]] = []
    for sentence, opens in _sentences(path):
        if count and (opens or count >= each):
            yield text.rstrip(), words
            text, words, count = "", [], 0
        offset = len(words)
        for form, upos, head, relation, space in sentence:
            words.append(
                {"start": len(text), "end": len(text) + len(form), "upos": upos, "head": offset + head - 1 if head else -1, "rel": relation}
            )
            text += form + " " * space
        count += 1
    if count:
        yield text.rstrip(), words


def _sentences(path: Path) -> Iterator[tuple[list[tuple[str, str, int, str, bool]], bool]]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        rows: list[list[str]] = []
        opens = False
        for line in lines:
            if line.startswith(("# newdoc", "# newpar")):
                opens = True
            elif line == "\n":
                if rows:
                    yield _words(rows), opens
                rows, opens = [], False
            elif line[0] != "#":
                rows.append(line.rstrip("\n").split("\t"))


def _words(rows: list[list[str]]) -> list[tuple[str, str, int, str, bool]]:
    """Give (form, upos, head, relation, space behind it); the parts of a multiword token have no space between them."""
    words, last, after = [], 0, True
    for row in rows:
        if "-" in row[0]:
            last, after = int(row[0].split("-")[1]), "SpaceAfter=No" not in row[9]
        elif "." not in row[0]:
            number = int(row[0])
            space = ("SpaceAfter=No" not in row[9]) if number > last else (after if number == last else False)
            words.append((row[1].replace(" ", ""), row[3], int(row[6]), row[7].split(":")[0], space))
    return words


def syntax(nlp: Any, path: Path, each: int) -> dict[str, float]:
    """Score tokens, tags and heads on raw text."""
    count: Counter[str] = Counter()
    texts = list(treebank(path, each))
    for (_, gold), doc in zip(texts, language.analyse_many(((text, ()) for text, _ in texts), nlp), strict=True):
        found = {(t.idx, t.idx + len(t)): t for t in doc if not t.is_space}
        count["words"] += len(gold) + len(found)
        for word in gold:
            token = found.get((word["start"], word["end"]))
            if token is None:
                continue
            count["tokens"] += 1
            count["UPOS"] += token.pos_ == word["upos"]
            head = -1 if token.head.i == token.i else token.head.idx
            if head == (gold[word["head"]]["start"] if word["head"] >= 0 else -1):
                count["UAS"] += 1
                count["LAS"] += token.dep_.split(":")[0].replace("ROOT", "root") == word["rel"]
    return {name: 200 * count[name] / count["words"] for name in ("tokens", "UPOS", "UAS", "LAS")}


def records(path: Path, chosen: Callable[[int, dict[str, Any]], bool] = lambda k, r: True) -> Iterator[tuple[str, list[Name]]]:
    """Give the texts of a file of names and their names, words for nations made NORP."""
    listed = shared("model-trial", "demonyms.json")
    nations = set(json.loads(listed.read_text("utf-8"))) if listed else set()
    expression = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, nations), key=len, reverse=True))})\b(?![-’'](?!s\b))")
    with path.open(encoding="utf-8") as lines:
        for k, record in enumerate(map(json.loads, lines)):
            if not chosen(k, record):
                continue
            text = record["text"]
            names = [(e["start"], e["end"], "NORP" if text[e["start"] : e["end"]] in nations else e["label"]) for e in record["entities"]]
            covered = {i for start, end, _ in names for i in range(start, end)}
            names += [(*m.span(), "NORP") for m in expression.finditer(text) if nations and covered.isdisjoint(range(*m.span()))]
            yield text, names


def _states_as_places(text: str, gold: list[Name]) -> list[Name]:
    """Give gold names with the states that act made places: re3d marks "Russia" as an organisation where it acts, Memcon never does."""
    known = known_names()
    states = {name for name, one in known.items() if one.label == "GPE"}
    return [(start, end, "LOC" if label == "ORG" and text[start:end] in states else label) for start, end, label in gold]


def _articles(path: Path) -> list[tuple[str, list[Name]]]:
    """Give wikigold's held-out sentences as articles, a sentence a line, as a reader has them."""
    held = lambda k, r: k >= WIKIGOLD_TRAINING  # noqa: E731
    with path.open(encoding="utf-8") as lines:
        articles = [json.loads(line)["id"].rsplit("-", 1)[0] for line in lines][WIKIGOLD_TRAINING:]
    joined: dict[str, tuple[str, list[Name]]] = {}
    for article, (text, gold) in zip(articles, records(path, held), strict=True):
        before, names_before = joined.get(article, ("", []))
        joined[article] = before + text + "\n", names_before + [(a + len(before), b + len(before), label) for a, b, label in gold]
    return list(joined.values())


def lines_of(text: str) -> list[tuple[int, int]]:
    """Give the spans of the lines that hold anything."""
    return [match.span() for match in re.finditer(r"[^\n]+", text)]


def names(nlp: Any, texts: Sequence[tuple[str, list[Name]]], show: bool = False) -> dict[str, float]:
    """Score exact names; F1 of all types together, then of each."""
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    labels = {label for _, gold in texts for _, _, label in gold}
    for (text, gold), doc in zip(texts, language.analyse_many(((t, lines_of(t)) for t, _ in texts), nlp), strict=True):
        marked = {(e.start_char, e.end_char, _SAME.get(e.label_, e.label_)) for e in doc.ents}
        marked = {name for name in marked if name[2] in labels}
        right.update(name[2] for name in marked & set(gold))
        found.update(name[2] for name in marked)
        wanted.update(name[2] for name in set(gold))
        if show:
            for sign, group in (("+", marked - set(gold)), ("-", set(gold) - marked)):
                for start, end, label in sorted(group):
                    print(sign, label, repr(text[max(0, start - 30) : start]), repr(text[start:end]), repr(text[end : end + 30]))
    return {"all": _f1(right, found, wanted, labels)} | {one: _f1(right, found, wanted, [one]) for one in sorted(labels)}


def _f1(right: Counter[str], found: Counter[str], wanted: Counter[str], labels: Iterable[str]) -> float:
    r, f, w = (sum(counts[label] for label in labels) for counts in (right, found, wanted))
    return 200 * r / (f + w) if f + w else 0.0


def speed(nlp: Any, path: Path, documents: int = 60) -> dict[str, float]:
    """Give tokens a second of CPU time on one core, all rooms of `language` in it, and the share that the rules for names take."""
    from memcon.language.names import finish_names

    with lzma.open(path, "rt", encoding="utf-8") as lines:
        texts = [record["text"] for record, _ in zip(map(json.loads, lines), range(20 * documents), strict=False)][::20]
    list(language.analyse_many(((t, lines_of(t)) for t in texts[:5]), nlp))
    begun = time.process_time()
    docs = list(language.analyse_many(((t, lines_of(t)) for t in texts), nlp))
    spent = time.process_time() - begun
    begun = time.process_time()
    for doc in docs:
        finish_names(doc, nlp)
    rules = time.process_time() - begun
    return {"tokens a second": sum(map(len, docs)) / spent, "share of the rules for names": rules / spent}


def footprint() -> dict[str, float]:
    """Give the size of the shipped model in MB and the seconds that loading it takes, spaCy's import counted apart."""
    begun = time.perf_counter()
    import spacy  # noqa: F401

    imported = time.perf_counter()
    _load.cache_clear()
    language.load()
    size = sum(path.stat().st_size for path in SHIPPED.rglob("*") if path.is_file())
    return {"size MB": size / 1e6, "import s": imported - begun, "load s": time.perf_counter() - imported}


def measure(model: str | None = None, statistical: bool = False, only: Sequence[str] = (), show: bool = False) -> dict[str, Any]:
    """Give all figures, or those of some sets."""
    figures: dict[str, Any] = {} if only else {"model": footprint()}
    if statistical:
        import memcon.language.names as rules

        rules.finish_names = lambda doc, nlp: doc
    nlp = language.load(model)
    for name, file, each in (("PUD", "pud-test", 1), ("EWT test", "ewt-test", _SENTENCES)):
        path = shared("treebanks", f"{file}.conllu.xz")
        if path and (not only or name in only):
            figures[name] = syntax(nlp, path, each)
    sets: list[tuple[str, tuple[str, ...], Callable[[int, dict[str, Any]], bool]]] = [
        ("re3d", ("re3d", "re3d-names.jsonl"), lambda k, r: r["split"] == ("train" if show else "test")),
        ("wikigold", ("wikigold.jsonl",), lambda k, r: k >= WIKIGOLD_TRAINING),
        ("UNER", ("uner-ewt-test.jsonl",), lambda k, r: True),
    ]
    for name, parts, chosen in sets:
        path = shared("names", *parts)
        if path and (not only or name in only):
            texts = list(records(path, chosen))
            figures[name] = names(nlp, texts, show and name == "re3d")
            if name == "wikigold":
                figures["wikigold, articles"] = names(nlp, _articles(path))
            if name == "re3d":
                figures["re3d, states as places"] = names(nlp, [(text, _states_as_places(text, gold)) for text, gold in texts])
    text = shared("text", "white-house.jsonl.xz")
    if text and (not only or "speed" in only):
        figures["speed"] = speed(nlp, text)
    return {name: {k: round(v, 3) for k, v in group.items()} for name, group in figures.items()}


_BEGIN, _END = "<!-- figures: python -m benchmarks.language --write -->", "<!-- end of figures -->"


def table(figures: dict[str, Any]) -> str:
    """Lay figures out as tables in Markdown: syntax, names, the rest."""
    lines = ["| | tokens | UPOS | UAS | LAS |", "| --- | --- | --- | --- | --- |"]
    for name in ("PUD", "EWT test"):
        lines.append(f"| {name} | " + " | ".join(f"{figures[name][k]:.1f}" for k in ("tokens", "UPOS", "UAS", "LAS")) + " |")
    kinds = ("all", "PERSON", "ORG", "LOC", "NORP", "MISC")
    lines += ["", f"| names, F1 | {' | '.join(kinds)} |", "| --- " * (len(kinds) + 1) + "|"]
    for name in ("re3d", "re3d, states as places", "wikigold", "wikigold, articles", "UNER"):
        lines.append(f"| {name} | " + " | ".join(f"{figures[name][k]:.1f}" if k in figures[name] else "" for k in kinds) + " |")
    model, speed = figures["model"], figures["speed"]
    lines += ["", f"{model['size MB']:.1f} MB, loads in {model['load s']:.1f} s, {speed['tokens a second']:,.0f} tokens a second of CPU time on one core"]
    return "\n".join([*lines, f"(the rules for names take {100 * speed['share of the rules for names']:.0f} % of it)."])


def into_card(figures: dict[str, Any], card: Path) -> None:
    """Put the figures between the markers of the model card."""
    before, rest = card.read_text(encoding="utf-8").split(_BEGIN, 1)
    card.write_text(f"{before}{_BEGIN}\n{table(figures)}\n{_END}{rest.split(_END, 1)[1]}", encoding="utf-8")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.language", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="one JSON object")
    parser.add_argument("--model", help="another pipeline than the shipped one")
    parser.add_argument("--statistical", action="store_true", help="leave out the rules for names")
    parser.add_argument("--only", nargs="+", default=[], help="PUD, 'EWT test', re3d, wikigold, UNER, speed")
    parser.add_argument("--show", action="store_true", help="print the names that are wrong, of re3d's training documents only")
    parser.add_argument("--write", action="store_true", help="put the figures of the shipped model into its card")
    args = parser.parse_args()
    if shared() is None:
        print("skipped: ../shared is not here")
        return
    figures = measure(args.model, args.statistical, args.only, args.show)
    print(json.dumps(figures) if args.json else json.dumps(figures, indent=1))
    if args.write and not (args.only or args.model or args.statistical):
        into_card(figures, SHIPPED / "MODEL_CARD.md")


if __name__ == "__main__":
    main()
