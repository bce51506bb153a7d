"""Write `src/memcon/language/data/given_names.csv`: `python -m training.given_names`.

The first words of the names of at least three ministers since about 1998, by Wikidata (CC0): facts about names, not about people. Left out are
words that stand for places, nations, titles and the calendar.
"""

import csv
from collections import defaultdict

from memcon.language.gazetteer import known_names
from memcon.language.persons import words_of
from training.gazetteer import DATA
from training.paths import shared

_LEAST = 3
_WORDS = frozenset({"Grant", "Dean", "Max", "Bill", "Grace", "Guy", "Sandy", "Pat"})  # "Grant Program", "Bill Number": words of titles.


def given_names() -> dict[str, int]:
    """Give name → number of people."""
    people: dict[str, set[str]] = defaultdict(set)
    with (shared() / "actors" / "cabinet_holders_21c.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            words = row["person"].split()
            if len(words) > 1 and words[0].isalpha() and words[0].istitle() and len(words[0]) > 2:
                people[words[0]].add(row["qid"])
    lists = words_of()
    other = known_names().keys() | lists["last"] | lists["inside"] | lists["never_names"] | lists["calendar"] | lists["particles"] | _WORDS
    return {name: len(ids) for name, ids in sorted(people.items()) if len(ids) >= _LEAST and name not in other}


def main() -> None:
    """Write the table."""
    with (DATA / "given_names.csv").open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["name", "people", "source"])
        writer.writerows([name, n, "wikidata"] for name, n in given_names().items())


if __name__ == "__main__":
    main()
