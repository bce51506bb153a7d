"""Labels of the Historian's remarks by rule: `python -m benchmarks.remark_labels` writes benchmarks/remarks.csv anew.

Each row is a journey of a US president or secretary of state since 2001 (CC0, `../shared/registers/travels`): who, when, in
which country, the remark, and the counterparts with office and country that the remark names. The country is that of the
journey where the remark names none ("Met with Foreign Minister Frattini" in Italy). A remark with a name that the rule
does not read gives no row. The hundred rows were checked by eye; where the rule erred it was mended, not the row.
"""

import csv
import re
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

from benchmarks.shared import ROOT, shared
from benchmarks.titles import MISSING, is_name, party, states, table

FILE = ROOT / "benchmarks" / "remarks.csv"
HEADER = ("id", "traveller", "office", "date", "country", "locale", "remark", "counterparts")
SINCE = "2001-01-01"
MET, ATTENDED = 85, 15
"""How many rows of either sort: who met named people, and who attended a summit or conference and no named people."""
_WITH = re.compile(r"\b(?:[Mm]et(?: separately| again| briefly| privately| in [A-Z]\w+)?|[Mm]eetings?|talks|lunch|dinner|summit|Summit) with (.+)$")
_NEXT = re.compile(r",?\s+(?:and\s+)?(?:also\s+)?(?:attended|visited|addressed|discussed|signed|participated|paid|delivered|spoke|gave|laid|toured|commemorated|"
                   r"announced|expressed|dedicated|opened|inaugurated|reviewed|received|held|joined|assessed|on the margins|to (?:discuss|review|sign)|during|at a|at the|"
                   r"in [A-Z]\w+|on (?:the|his|her)|about|regarding|before|after|while|who|aboard)\b.*$")  # fmt: skip
_GENERIC = re.compile(r"^(?:[a-z]|U\.S\. |[A-Z]\w+ (?:[a-z]|Government officials)|senior |other |the )")
_NAMED = re.compile(r"\b(?:Minister|President|King|Secretary)\b|[A-Z]\w+ [A-Z][\w-]+$")
_NO_NAME = frozenset(table()["office"]) | {"congress", "assembly", "representatives", "ministers", "mission", "leaders", "officials", "delegation"} | frozenset(table()["americans"])


def journeys(folder: Path) -> Iterator[dict[str, str]]:
    """Give the journeys since 2001 whose remark tells of a meeting, summit or conference, in the order of their ids."""
    found = []
    for path in sorted(folder.glob("*-travels/*.xml")):
        for trip in ElementTree.parse(path).getroot().iter("trip"):
            row = {e.tag: " ".join((e.text or "").split()) for e in trip}
            slug = (trip.find("country").get("id") or "") if trip.find("country") is not None else ""  # type: ignore[union-attr]
            row["code"] = table()["slugs"].get(slug) or states().get(slug.replace("-", " ")) or ""
            if row.get("start-date", "") >= SINCE and row["code"]:
                found.append(row)
    yield from sorted(found, key=lambda r: int(r["id"]))


def counterparts(remark: str, code: str) -> list[str] | None:
    """Give "name|office|country" for each counterpart that a remark names, None where a part is not understood.

    After a foreign guest it is open whose minister comes next ("Palestinian Authority President Abbas and Prime Minister
    Fayyad", met in Egypt): such a remark is not understood.
    """
    found = []
    for clause in re.split(r"(?<!\b[A-Z])(?<!St)(?<!Dr)(?<!Jr)[.;]\s*", remark):
        match = _WITH.search(clause)
        if match is None or "raveled with" in clause:
            if re.search(r"\b(?:President|Minister|King|Chancellor|Secretary General) [A-Z]", clause):
                return None
            continue
        people = _NEXT.sub("", re.sub(r",? and (?:also )?(?:met )?with ", " and ", match[1]))
        if _WITH.search(people) or " with " in people:
            return None
        pending, foreign = "", False
        for piece in re.split(r",\s+(?:and\s+)?|\s+and\s+", people):
            whole = f"{pending} and {piece}" if pending else piece
            name, country, office = party(whole, MISSING)
            if office and not name:
                pending = whole
            elif office and is_name(name.split()) and not _NO_NAME & set(name.lower().split()) and not (foreign and country is MISSING):
                pending, foreign = "", country not in (MISSING, code)
                found.append(f"{name}|{office}|{(code if country is MISSING else country) or ''}")
            elif not pending and _GENERIC.match(piece) and not _NAMED.search(piece):
                continue
            else:
                return None
        if pending:
            return None
    return [p for i, p in enumerate(found) if not any(set(p.split("|")[0].split()) <= set(q.split("|")[0].split()) for q in found[:i])]


def rows(folder: Path) -> list[tuple[str, ...]]:
    """Give the labelled rows, evenly spread over the years."""
    met, attended = [], []
    for journey in journeys(folder):
        remark = journey.get("remarks", "")
        named = counterparts(remark, journey["code"])
        if named is None or any(p.endswith("|US") for p in named):
            continue
        office = "President" if journey["role"] == "president" else "Secretary of State"
        row = (journey["id"], journey["name"], office, journey["start-date"], journey["code"], journey["locale"], remark, ";".join(named))
        if named and re.search(r"\b[Mm]et\b", remark):
            met.append(row)
        elif re.search(r"\b[Aa]ttended\b.*\b(?:[Ss]ummit|[Cc]onference)", remark) and " with " not in remark:
            attended.append(row)
    chosen = [group[i * len(group) // n] for group, n in ((met, MET), (attended, ATTENDED)) for i in range(n)]
    return sorted(chosen, key=lambda r: int(r[0]))


def main() -> int:
    """Write benchmarks/remarks.csv."""
    folder = shared("registers", "travels")
    if folder is None:
        print("skipped: ../shared/registers is not here (set MEMCON_SHARED to its path)")
        return 0
    with FILE.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(HEADER)
        writer.writerows(rows(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main())
