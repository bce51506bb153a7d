"""Try what Memcon promises, for as long as is wished, and write docs/reliability.md from what was counted.

    python -m benchmarks.reliability                      # all trials at the size of a release: hours
    python -m benchmarks.reliability kills --scale 0.1    # some of them, smaller
    python -m benchmarks.reliability --take FIGURES       # take in what a run with MEMCON_TRUST_FIGURES=FIGURES counted
    python -m benchmarks.reliability --page               # only the page

The trials are the tests of `tests/trust` with greater numbers. What they count is added up in benchmarks/reliability.json, for as long as
the source of the tried rooms stays the same; a changed room begins anew.
"""

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.shared import ROOT

KEPT = ROOT / "benchmarks" / "reliability.json"
PAGE = ROOT / "docs" / "reliability.md"
TRIALS: dict[str, tuple[list[str], dict[str, int]]] = {
    "kills": (["-m", "pytest", "-q", "tests/trust/test_killed.py"], {"MEMCON_KILLS": 250}),
    "faults": (["-m", "pytest", "-q", "tests/trust/test_failing_disk.py"], {"MEMCON_FAULTS": 200}),
    "connections": (["-m", "pytest", "-q", "tests/trust/test_killed_connections.py"], {"MEMCON_CONNECTIONS": 100}),
    "same": (["-m", "pytest", "-q", "tests/trust/test_same.py"], {}),
    "fuzz-reader": (["-m", "benchmarks.fuzz", "reader"], {"--seconds": 3600}),
    "fuzz-times": (["-m", "benchmarks.fuzz", "times"], {"--seconds": 3600}),
    "fuzz-record": (["-m", "benchmarks.fuzz", "record"], {"--seconds": 3600}),
    "fuzz-json": (["-m", "benchmarks.fuzz", "json"], {"--seconds": 3600}),
}
"""The command of each trial, and how much of it makes a release."""
ADDED = ("kills", "within", "faults", "stopped", "seconds", "inputs", "findings", "runs", "killed", "survived")
"""Figures that add up over runs; of the others the last one stands."""
WANTED = {"killed while": ("kills", 1000), "files that may not grow while": ("faults", 100), "failing writes": ("faults", 200), "connections ended": ("kills", 100), "fuzzing": ("seconds", 3600)}
"""What a release asks for, by the beginning of the trials' names: of the first four all works together, of fuzzing each target."""


def source() -> str:
    """Give a hash of the source that the trials try, so that figures of another source are not added to it."""
    whole = hashlib.sha256()
    for room in ("register", "exchange"):
        for path in sorted((ROOT / "src" / "memcon" / room).rglob("*.py")):
            whole.update(path.read_bytes())
    return whole.hexdigest()[:12]


def kept() -> dict[str, Any]:
    """Give what was counted so far, by trial."""
    found: dict[str, Any] = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}
    return found


def take(lines: list[str]) -> None:
    """Add the figures of a run to those that are kept."""
    found = kept()
    now = source()
    for line in map(json.loads, lines):
        name = line.pop("what")
        old = found.get(name, {})
        same = old.get("source") == now or name.startswith("fuzzing")
        found[name] = {k: (old.get(k, 0) + v if same and k in ADDED else v) for k, v in line.items()} | {"source": now}
    KEPT.write_text(json.dumps(dict(sorted(found.items())), indent=1) + "\n", encoding="utf-8")


def run(name: str, scale: float) -> bool:
    """Run a trial, and take its figures; tell whether everything held."""
    command, sizes = TRIALS[name]
    sized = {k: max(int(v * scale), 1) for k, v in sizes.items()}
    options = [part for k, v in sized.items() if k.startswith("--") for part in (k, str(v))]
    with tempfile.TemporaryDirectory() as folder:
        figures = Path(folder, "figures")
        env = os.environ | {k: str(v) for k, v in sized.items() if not k.startswith("--")} | {"MEMCON_TRUST_FIGURES": str(figures)}
        done = subprocess.run([sys.executable, *command, *options], cwd=ROOT, env=env, check=False)
        if figures.exists():
            take(figures.read_text(encoding="utf-8").splitlines())
    return done.returncode == 0


def page() -> str:
    """Write docs/reliability.md from the kept figures."""
    found = kept()
    lines = [
        "# Reliability", "",
        "Made by `python -m benchmarks.reliability`; no figure here was typed in. The trials are the tests of `tests/trust` with greater",
        "numbers: the test run tries a few of each, a release as many as the last table asks for. A trial that fails writes no figure.", "",
        "| trial | counted |", "| --- | --- |",
    ]  # fmt: skip
    for name, figures in found.items():
        told = ", ".join(f"{value:,} {key}" if isinstance(value, int) and not isinstance(value, bool) else f"{key}: {value}" for key, value in figures.items() if key != "source")
        lines.append(f"| {name} | {told} |")
    lines += ["", "`kills`: processes killed, or connections ended. `within`: those after which the register stood between the first and the last transaction. `faults`:",
              "failures of the disk that were injected, `stopped`: those that stopped the work (with a plain error; the others came after its end). `inputs`,", "`findings`: of fuzzing.",
              "", "## What a release asks for", "", "| trials | asked for | counted |", "| --- | --- | --- |"]  # fmt: skip
    for start, (figure, wanted) in WANTED.items():
        mine = {n: f.get(figure, 0) for n, f in found.items() if n.startswith(start)}
        if start == "fuzzing":
            lines += [f"| {n} | {wanted:,} {figure} | {v:,} |" for n, v in mine.items()]
        else:
            lines.append(f"| {start} ... | {wanted:,} {figure} | {sum(mine.values()):,} |")
    lines += ["", "## What the tests hold", "", "| promise | where it is tested |", "| --- | --- |", *(f"| {told} | {where} |" for told, where in _promises())]
    return "\n".join(lines) + "\n"


def _promises() -> list[tuple[str, str]]:
    """Give the first sentence of each module of tests that the checklist needs."""
    names = [*sorted((ROOT / "tests" / "trust").glob("test_*.py")), *(ROOT / "tests" / n for n in ALSO)]
    return [(p.read_text(encoding="utf-8").split('"""')[1].strip().split("\n\n")[0].replace("\n", " "), f"`{p.relative_to(ROOT).as_posix()}`") for p in names]


ALSO = (
    "reading/test_faults.py", "reading/test_fetching.py", "register/test_order.py", "register/test_migrations.py", "register/test_trouble.py", "workbench/test_access.py",
    "workbench/test_schema.py", "workbench/test_hostile.py", "test_accuracy.py",
)  # fmt: skip


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reliability", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", choices=[*TRIALS, []], help="only these trials")
    parser.add_argument("--scale", type=float, default=1.0, help="the part of a release's size")
    parser.add_argument("--take", type=Path, help="take figures in from this file")
    parser.add_argument("--page", action="store_true", help="only write the page")
    args = parser.parse_args()
    held = True
    if args.take:
        take(args.take.read_text(encoding="utf-8").splitlines())
    elif not args.page:
        outcomes = [run(name, args.scale) for name in (args.names or TRIALS)]
        held = all(outcomes)
    PAGE.write_text(page(), encoding="utf-8")
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
