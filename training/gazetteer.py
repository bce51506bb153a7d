"""Write `src/memcon/language/data/places.csv` and `demonyms.csv` from open lists: `python -m training.gazetteer`.

States and capitals come from the CIA World Factbook (CC0); cities from GeoNames (CC BY 4.0), by way of the list that the
trial made of its cities of 400,000 and more. What these lists lack stands in `places_extra.toml`, written by hand.
"""

import csv
import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from training.paths import ROOT, shared

DATA = ROOT / "src" / "memcon" / "language" / "data"
_NOT_PLACES = frozenset(["none", "NA", "Man", "Same", "Most", "Nice", "Of", "Bar", "Hit", "Split", "Buy", "Orange", "Mobile", "Reading", "Pest", "Erode", "Mesa", "Van", "Queens", "Dominican", "Ascension", "Ducie", "Henderson", "Victoria"])
_REGION = re.compile(
    r"Sea$|Gulf$|^Europe$|^Asia$|Africa$|^Antarctica$|Middle East|Heights$|Ocean|^Balkans$|^Caucasus$|^Kremlin$|Outlying|Minor$"
)
_NOT_REGION = ("South Africa",)


def _factbook() -> Iterator[dict[str, str]]:
    with (shared() / "actors" / "factbook_names_2026.csv").open(encoding="utf-8", newline="") as rows:
        yield from csv.DictReader(rows)


def _plain(name: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))


def _clean(name: str) -> list[str]:
    """Give the names of a Factbook cell: brackets and notes cut, a leading article too, the spelling without accents added."""
    found = []
    for part in re.split(r";|,(?! The)", re.sub(r"\([^)]*\)|; note.*", "", name)):
        part = re.sub(r"^(?:the|The) | and$", "", part.strip())
        if len(part) > 1 and part not in _NOT_PLACES and part[0].isupper() and len(part.split()) < 6:
            found += [part, _plain(part)]
    return list(dict.fromkeys(found))


def places() -> dict[str, tuple[str, str, str]]:
    """Give name → (label, kind, source); a state outranks a capital, a capital a city."""
    found: dict[str, tuple[str, str, str]] = {}
    for row in _factbook():
        if row["iso2"]:
            for name in _clean(row["short"]) + _clean(row["long"]):
                found.setdefault(name, ("GPE", "state", "factbook"))
    for row in _factbook():
        for name in _clean(row["capital"]) if row["iso2"] else []:
            found.setdefault(name, ("GPE", "capital", "factbook"))
    with (shared() / "model-trial" / "gazetteer.json").open(encoding="utf-8") as cities:
        for name in json.load(cities):
            region = _REGION.search(name) and name not in _NOT_REGION
            if name not in _NOT_PLACES and name != "Kremlin" and "(" not in name and len(name) > 1:
                for one in dict.fromkeys((name, _plain(name))):
                    found.setdefault(one, ("LOC", "region", "trial") if region else ("GPE", "city", "geonames"))
    return found


def demonyms() -> dict[str, str]:
    """Give the words for nations and their people → source."""
    found: dict[str, str] = {}
    for row in _factbook():
        if not row["iso2"]:
            continue
        for cell in (row["noun"], row["adjective"]):
            for part in re.split(r",| or |;|\band\b", re.sub(r"\((?!s\))[^)]*\)?|; note.*", "", cell)):
                base = part.strip()
                for name in (base.replace("(s)", ""), base.replace("(s)", "s")):
                    if re.fullmatch(r"[A-Z][^/]{3,}", name) and len(name.split()) < 4 and not name.endswith("mans"):
                        found.setdefault(name, "factbook")
    with (shared() / "model-trial" / "demonyms.json").open(encoding="utf-8") as words:
        for name in json.load(words):
            found.setdefault(name, "trial")
    known = places()
    return {name: source for name, source in found.items() if name not in known and name not in ("Balkans", "Wallis", "Sunni-led")}


def _write(path: Path, header: list[str], rows: list[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
    print(path.name, len(rows))


def main() -> None:
    """Write both tables."""
    _write(DATA / "places.csv", ["name", "label", "kind", "source"], [[name, *rest] for name, rest in sorted(places().items())])
    _write(DATA / "demonyms.csv", ["name", "source"], [list(item) for item in sorted(demonyms().items())])


if __name__ == "__main__":
    main()
