"""Score everything: `python -m benchmarks [NAME ...] [--check] [--raise] [--write]`.

Each benchmark is a module of this package that prints its figures as one JSON object with `--json`. Without names all
are run, docs/accuracy.md is written and the floors are checked (exit status 1 where one is broken).
"""

import argparse
import json
import subprocess
import sys
import tomllib

from benchmarks import floors
from benchmarks.shared import ROOT, shared

ORDER = tomllib.loads((ROOT / "benchmarks" / "benchmarks.toml").read_text(encoding="utf-8"))


def run(name: str) -> dict[str, float] | None:
    """Run one benchmark in a process of its own and give its figures, None where its data are absent."""
    command = [sys.executable, "-m", f"benchmarks.{name}", *ORDER[name].get("options", []), "--json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"benchmarks.{name} failed:\n{done.stderr}")
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    if not lines:
        print(f"{name}: {done.stdout.strip() or 'nothing measured'}")
        return None
    figures: dict[str, float] = flat(json.loads(lines[-1]))
    return figures


def flat(tree: dict[str, object], prefix: str = "") -> dict[str, float]:
    """Flatten nested figures to "outer.inner" names; what is no number is left out."""
    found: dict[str, float] = {}
    for key, value in tree.items():
        name = f"{prefix}{key.strip()}"
        if isinstance(value, dict):
            found |= flat(value, f"{name}.")
        elif isinstance(value, int | float):
            found[name] = float(value)
    return found


def page(measured: dict[str, dict[str, float]]) -> str:
    """Write docs/accuracy.md from what was measured."""
    lines = [
        "# Accuracy",
        "",
        "Made by `make bench`; no figure here was typed in. The texts are not part of the project: they lie in `../shared`",
        "beside the checkout. A floor is what the test run enforces (`benchmarks/floors.toml`); peers and targets are given",
        "where they are known. Figures on the development gold flatter: the documents kept back for judging are others.",
    ]
    limits = floors.read()
    for name, figures in measured.items():
        about = ORDER[name]
        lines += ["", f"## {about['title']}", "", about["about"], "", "| figure | measured | floor | aim |", "| --- | --- | --- | --- |"]
        for figure, value in figures.items():
            floor = limits.get(name, {}).get(figure)
            aim = about.get("aims", {}).get(figure)
            lines.append(f"| {figure} | {value:.3f} | {floor if floor is not None else ''} | {aim if aim is not None else ''} |")
    return "\n".join(lines) + "\n"


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", choices=[*ORDER, []], help="only these benchmarks (then no page is written)")
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift the floors to what was measured")
    parser.add_argument("--no-page", action="store_true", help="do not write docs/accuracy.md")
    args = parser.parse_args()
    if shared() is None:
        print("skipped: ../shared is not here (set MEMCON_SHARED to its path)")
        return 0
    measured = {n: f for n in (args.names or ORDER) if (f := run(n)) is not None}
    if args.lift:
        floors.lift(measured)
    if not args.names and not args.no_page:
        (ROOT / "docs" / "accuracy.md").write_text(page(measured), encoding="utf-8")
    faults = [fault for name, figures in measured.items() for fault in floors.broken(name, figures)]
    for name, figures in measured.items():
        print(name, *(f"  {figure:40} {value:.3f}" for figure, value in figures.items()), sep="\n")
    print(*faults, sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
