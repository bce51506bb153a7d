"""Times the questions on a register of 100,000 reports, and adding as it grows.

`python -m benchmarks.register_scale [--register FILE|URL] [--reports N] [--write]` reads a few hundred documents of `../shared`
(or takes `--records FOLDER`, one record as JSON a file), makes the register (see `register_scale_make`), asks each question of
frequent and rare parties several times, and prints the median and the 95th percentile. A register that is there is only asked.
`--write` puts the figures into docs/performance.md.
"""

import argparse
import json
import os
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path

from sqlalchemy import Connection, func, select

import memcon.register
from benchmarks.register_scale_make import multiply, variants
from benchmarks.shared import ROOT, shared
from memcon.record import Record, from_json
from memcon.register.register import Register
from memcon.register.tables import actors, casts, entries, parties, reports

BASE = 5000
"""Reports that are added one after the other; the register is multiplied from there."""
BATCH = 100
PAGE = 50
"""How many answers a question asks for at once."""
ROUNDS = 5
"""How often each question is asked; its least time counts, since other programs run on the machine."""
LONGEST = 6000
"""Characters of the longest document taken: press items, not speeches."""

Ask = Callable[[Register], object]


def documents(count: int) -> list[Record]:
    """Read documents of the corpus."""
    from memcon import language, pipeline, reading

    corpus = shared("corpus")
    assert corpus is not None
    nlp = language.load()
    found = (reading.read_path(p) for p in sorted(corpus.glob("*.json")))
    short = (r for r in found if len(r.text) <= LONGEST)
    return [pipeline.record_of(r, nlp) for r in islice(short, count)]


def fill(register: Register, records: Sequence[Record], total: int) -> dict[str, float]:
    """Make the register; give how many reports were added a second at first, at the end of the base, and when it is full."""
    made = variants(records, BASE + 5 * BATCH)
    spent = []
    for _ in range(BASE // BATCH):
        spent.append(_timed_add(register, list(islice(made, BATCH))))
    with register.writing() as conn:
        multiply(conn, -(-total // BASE))
    _analyse(register)
    after = [_timed_add(register, list(islice(made, BATCH))) for _ in range(5)]
    quarter = max(len(spent) // 4, 1)
    return {
        "added a second at first": BATCH / statistics.median(spent[:quarter]),
        f"added a second at {BASE:,}": BATCH / statistics.median(spent[-quarter:]),
        f"added a second at {total:,}": BATCH / statistics.median(after),
    }


def _timed_add(register: Register, batch: list[Record]) -> float:
    began = time.process_time() if register.engine.dialect.name == "sqlite" else time.perf_counter()
    register.add_all(batch)
    return (time.process_time() if register.engine.dialect.name == "sqlite" else time.perf_counter()) - began


def _analyse(register: Register) -> None:
    with register.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as conn:
        conn.exec_driver_sql("ANALYZE")


def persons(conn: Connection) -> tuple[list[str], list[str]]:
    """Give the most frequent persons, and some rare ones, by name."""
    count = func.count().label("n")
    query = select(actors.c.name, count).join(casts, casts.c.actor == actors.c.number).where(actors.c.kind == "person")
    rows = [r.name for r in conn.execute(query.group_by(actors.c.number, actors.c.name).order_by(count.desc(), actors.c.name))]
    return rows[:3], rows[len(rows) // 2 :: max(len(rows) // 6, 1)][:3]


def pairs(conn: Connection) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Give the pairs of states with most entries, and some with few."""
    one, two = parties.alias(), parties.alias()
    count = func.count().label("n")
    query = select(one.c.side, two.c.side, count).join(two, (one.c.entry == two.c.entry) & (one.c.side < two.c.side))
    query = query.where(func.length(one.c.side) == 2, func.length(two.c.side) == 2).group_by(one.c.side, two.c.side)
    rows = [(r[0], r[1]) for r in conn.execute(query.order_by(count.desc(), one.c.side, two.c.side))]
    return rows[:3], rows[len(rows) // 2 :: max(len(rows) // 6, 1)][:3]


def questions(register: Register) -> dict[str, list[Ask]]:
    """Give each question with frequent and rare parties."""
    with register.reading() as conn:
        often, seldom = persons(conn)
        common, rare = pairs(conn)
        codes = conn.scalars(select(entries.c.code).order_by(entries.c.reports.desc(), entries.c.code).limit(3)).all()
        codes = [*codes, *conn.scalars(select(entries.c.code).order_by(entries.c.number.desc()).limit(3))]
    both = [*common, *rare]
    people = [*often, *seldom]
    words = ["ceasefire", '"grain deal"', "trade investment", "president", "nuclear OR missile", "minister -president", "sanction*"]
    return {
        "engagements": [lambda r, p=p: r.engagements(between=p, limit=PAGE) for p in both]
        + [lambda r, p=p: r.engagements(between=p, kind=["call"], status=["held"], since="2020", limit=PAGE) for p in both]
        + [lambda r: r.engagements(since="2021-06", until="2021-07", limit=PAGE)],
        "last": [lambda r, p=p: r.last(*p) for p in both] + [lambda r, p=p: r.last(p, "US") for p in people],
        "who": [lambda r, p=p: r.who(p) for p in (*people, *(p[0] for p in both))],
        "statements": [lambda r, p=p: r.statements(by=p, limit=PAGE) for p in (*people, *common[0])]
        + [lambda r, w=w: r.statements(match=w, limit=PAGE) for w in words[:4]]
        + [lambda r, p=p: r.statements(by=p, match="war OR peace", limit=PAGE) for p in people],
        "figures": [lambda r, w=w: r.figures(what=w, limit=PAGE) for w in ("trade", "troops OR soldiers", "aid")]
        + [lambda r, p=p: r.figures(of=p, limit=PAGE) for p in both]
        + [lambda r, p=p: r.figures(what="trade", of=p, limit=PAGE) for p in both],
        "search": [lambda r, w=w: r.search(w) for w in words] + [lambda r: r.search("president", since="2021-06", until="2021-06")],
        "entry": [lambda r, c=c: r.entry(c) for c in codes],
        "timeline": [lambda r, p=p: r.timeline(between=p) for p in both]
        + [lambda r, p=p: r.timeline(between=[p], by="month") for p in people]
        + [lambda r: r.timeline(), lambda r: r.timeline(since="2021", until="2021", by="day")],
        "network": [lambda r, p=p: r.network(of=[p]) for p in (*people, *common[0], *rare[0])]
        + [lambda r, p=p: r.network(of=[p], persons=True) for p in (*often, *common[0])]
        + [lambda r: r.network(), lambda r: r.network(since="2021", until="2021"), lambda r: r.network(persons=True)],
    }  # fmt: skip


def ask(register: Register, slow: bool) -> dict[str, tuple[float, float, int]]:
    """Give the median and the 95th percentile in milliseconds over the questions, and how many they are."""
    found = {}
    for name, asks in questions(register).items():
        times = []
        for n, one in enumerate(asks):
            best = []
            for _ in range(ROUNDS):
                began = time.perf_counter()
                one(register)
                best.append(1000 * (time.perf_counter() - began))
            times.append(min(best))
            if slow:
                print(f"  {name} {n}: {min(best):.0f} to {max(best):.0f} ms", flush=True)
        found[name] = statistics.median(times), statistics.quantiles(times, n=20)[-1], len(times)
    return found


def page(database: str, size: int, count: int, filled: dict[str, float], asked: dict[str, tuple[float, float, int]]) -> list[str]:
    """Write the figures as a table."""
    lines = [f"{count:,} reports, {size / 1e9:.1f} GB, {database}, Python {platform.python_version()}, {os.cpu_count()} cores.", ""]
    if filled:
        lines += ["| adding | reports |", "| --- | ---: |", *(f"| {k} | {v:.0f} |" for k, v in filled.items()), ""]
    lines += ["| question | median ms | 95th percentile ms | questions |", "| --- | ---: | ---: | ---: |"]
    return [*lines, *(f"| {k} | {m:.0f} | {p:.0f} | {n} |" for k, (m, p, n) in asked.items())]


def write(dialect: str, lines: Sequence[str]) -> None:
    """Put a block into docs/performance.md, in the place of the one of the same database."""
    path = ROOT / "docs" / "performance.md"
    text = path.read_text(encoding="utf-8") if path.exists() else "# Performance\n"
    begin, end = f"<!-- register at 100,000 reports, {dialect}: made by benchmarks.register_scale -->", f"<!-- end of {dialect} -->"
    block = "\n".join((begin, "", *lines, "", end))
    if begin in text:
        text = text[: text.index(begin)] + block + text[text.index(end) + len(end) :]
    else:
        heading = "## The register at 100,000 reports"
        text = text.rstrip() + ("\n" if heading in text else f"\n\n{heading}\n") + f"\n{block}\n"
    path.write_text(text, encoding="utf-8")


def _size(register: Register) -> int:
    with register.reading() as conn:
        if register.engine.dialect.name == "sqlite":
            return Path(register.engine.url.database or "").stat().st_size
        return int(conn.exec_driver_sql("SELECT pg_database_size(current_database())").scalar_one())


def main() -> int:
    """Run the benchmark from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--register", help="a file or a postgresql:// URL; a new file in a temporary folder by default")
    parser.add_argument("--reports", type=int, default=100_000)
    parser.add_argument("--documents", type=int, default=300, help="how many documents the reports are made of")
    parser.add_argument("--records", type=Path, help="a folder of records as JSON, in the place of reading documents")
    parser.add_argument("--each", action="store_true", help="print the time of each question")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--write", action="store_true", help="write docs/performance.md")
    args = parser.parse_args()
    if args.records is None and shared("corpus") is None:
        print("skipped: ../shared with the documents is not here (set MEMCON_SHARED to its path)")
        return 0
    with tempfile.TemporaryDirectory() as folder, memcon.register.open(args.register or f"{folder}/scale.db") as register:
        filled: dict[str, float] = {}
        if register.count() == 0:
            records = [from_json(p.read_bytes()) for p in sorted(args.records.glob("*.json"))] if args.records else documents(args.documents)
            filled = fill(register, [r for r in records if len(r.report.text) <= LONGEST][: args.documents], args.reports)
        asked = ask(register, args.each)
        with register.reading() as conn:
            count = conn.scalar(select(func.count()).select_from(reports)) or 0
        lines = page(register.engine.dialect.name, _size(register), count, filled, asked)
        if args.write:
            write(register.engine.dialect.name, lines)
    print(json.dumps({**filled, **{f"{k}.median": m for k, (m, _, _) in asked.items()}, **{f"{k}.p95": p for k, (_, p, _) in asked.items()}})
          if args.json else "\n".join(lines))  # fmt: skip
    return 0


if __name__ == "__main__":
    sys.exit(main())
