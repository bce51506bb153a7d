"""The clusters that joining gives, written down as entries."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

import msgspec
from sqlalchemy import Connection, bindparam, delete, select, update

from memcon.register.clustering import why
from memcon.register.entries import Made, make, order
from memcon.register.joining import Joining
from memcon.register.judging import Judged, judged
from memcon.register.loading import chunks
from memcon.register.tables import accounts, actors, copies, entries, parties, reports
from memcon.register.tellings import Telling


def neighbours(conn: Connection, numbers: Collection[int]) -> set[int]:
    """Give the accounts that a removal of these may touch."""
    if not numbers:
        return set()
    found = Joining(conn, judged(conn)).neighbours(numbers)
    for part in chunks(sorted(numbers)):
        mine = select(accounts.c.entry).where(accounts.c.number.in_(part))
        found |= set(conn.scalars(select(accounts.c.number).where(accounts.c.entry.in_(mine))))
    return found - set(numbers)


def settle(conn: Connection, seeds: Collection[int], fresh: Collection[int] = ()) -> None:
    """Join the accounts that a change of the seeds can touch, and write the entries that change; `fresh` ones stand in none yet."""
    if not seeds:
        return
    known = judged(conn)
    joining = Joining(conn, known)
    clusters = joining.run(seeds, fresh)
    tellings = joining.block.tellings
    before = _places(conn, [tellings[c].number for cluster in clusters for c in cluster])
    groups = [[tellings[c] for c in sorted(cluster)] for cluster in clusters]
    sizes = Counter(e for e in before.values() if e is not None)
    changed = [g for g in groups if not _stays(g, before, sizes) or any(m.number in seeds for m in g)]
    write(conn, changed, known)
    _explain(conn, joining, changed)
    sweep(conn, sizes)


def refresh(conn: Connection, numbers: Collection[int | None]) -> None:
    """Make the rows of these entries anew from the same accounts: a judgement, or a copy found, changes them."""
    wanted = sorted({n for n in numbers if n is not None})
    if not wanted:
        return
    known = judged(conn)
    joining = Joining(conn, known)
    write(conn, [members for n in wanted if (members := joining.members(n))], known)


def _stays(group: Sequence[Telling], before: Mapping[int, int | None], sizes: Mapping[int, int]) -> bool:
    """Tell whether a group is what its entry was."""
    entry = before[min(group, key=order).number]
    return entry == min(group, key=order).number and all(before[m.number] == entry for m in group) and sizes[entry] == len(group)


def write(conn: Connection, groups: Sequence[Sequence[Telling]], known: Judged) -> None:
    """Write one entry for each group of accounts."""
    if not groups:
        return
    numbers = [m.number for group in groups for m in group]
    sites = _sites(conn, numbers)
    copied = _copied(conn, numbers)
    made = [make(g, sites, copied, known.corrections([m.code for m in g]), known.rejected) for g in groups]
    _put(conn, made)
    places = [{"n": m.number, "e": one.row["number"]} for group, one in zip(groups, made, strict=True) for m in group]
    conn.execute(update(accounts).where(accounts.c.number == bindparam("n")).values(entry=bindparam("e")), places)


def _put(conn: Connection, made: Sequence[Made]) -> None:
    """Write the rows of entries and their participants, new ones and those that change."""
    numbers = [m.row["number"] for m in made]
    there: set[int] = set()
    for part in chunks(numbers):
        there |= set(conn.scalars(select(entries.c.number).where(entries.c.number.in_(part))))
        conn.execute(delete(parties).where(parties.c.entry.in_(part)))
    if fresh := [m.row for m in made if m.row["number"] not in there]:
        conn.execute(entries.insert(), fresh)
    if older := [{("n" if k == "number" else f"new_{k}"): v for k, v in m.row.items()} for m in made if m.row["number"] in there]:
        values: dict[str, object] = {k: bindparam(f"new_{k}") for k in made[0].row if k != "number"}
        conn.execute(update(entries).where(entries.c.number == bindparam("n")).values(values), older)
    known = _actors(conn, {p.key for m in made for p in m.parties})
    rows = [
        {
            "entry": m.row["number"],
            "ordinal": n,
            "actor": known[p.key],
            "side": p.side,
            "name": p.words,
            "begin": m.row["begin"],
        }
        for m in made
        for n, p in enumerate(m.parties)
    ]
    if rows:
        conn.execute(parties.insert(), rows)


def _explain(conn: Connection, joining: Joining, groups: Sequence[Sequence[Telling]]) -> None:
    """Write down why each account stands in its entry."""
    values: list[dict[str, object]] = []
    for members in groups:
        codes = [m.code for m in members]
        for member in members:
            found = why(joining.block, member.code, codes)
            values.append({"n": member.number, "why": msgspec.json.encode(found).decode() if found else None})
    if values:
        statement = update(accounts).where(accounts.c.number == bindparam("n")).values(why=bindparam("why"))
        conn.execute(statement, values)


def _places(conn: Connection, numbers: Collection[int]) -> dict[int, int | None]:
    found: dict[int, int | None] = {}
    for part in chunks(sorted(numbers)):
        query = select(accounts.c.number, accounts.c.entry).where(accounts.c.number.in_(part))
        found |= {row.number: row.entry for row in conn.execute(query)}
    return found


def _sites(conn: Connection, numbers: Collection[int]) -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for part in chunks(sorted(numbers)):
        for row in conn.execute(select(accounts.c.code, accounts.c.told).where(accounts.c.number.in_(part))):
            found[row.code] = msgspec.json.decode(row.told)["place"]
    return found


def _copied(conn: Connection, numbers: Collection[int]) -> Mapping[str, str]:
    """Give for each report of these accounts the report that it was copied from, by their ids."""
    found: dict[str, str] = {}
    original = reports.alias()
    for part in chunks(sorted(numbers)):
        mine = select(accounts.c.report).where(accounts.c.number.in_(part))
        query = (
            select(reports.c.id, original.c.id.label("original"))
            .select_from(copies)
            .join(reports, reports.c.number == copies.c.report)
            .join(original, original.c.number == copies.c.of)
            .where(copies.c.report.in_(mine), copies.c.whole.is_(True))
            .order_by(copies.c.share, original.c.id.desc())
        )
        found |= {row.id: row.original for row in conn.execute(query)}
    return found


def _actors(conn: Connection, keys: Collection[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for part in chunks(sorted(keys)):
        rows = conn.execute(select(actors.c.key, actors.c.number).where(actors.c.key.in_(part)))
        found |= {row.key: row.number for row in rows}
    return found


def sweep(conn: Connection, touched: Collection[int]) -> None:
    """Take away entries that no account is left in."""
    for part in chunks(sorted(touched)):
        full = select(accounts.c.entry).where(accounts.c.entry.in_(part))
        empty = [n for n in part if n not in set(conn.scalars(full))]
        conn.execute(delete(parties).where(parties.c.entry.in_(empty)))
        conn.execute(delete(entries).where(entries.c.number.in_(empty)))
