"""The floors that no figure may fall under (`benchmarks/floors.toml`); they go up only.

`python -m benchmarks --raise` lifts floors to what was measured, less a margin, and never lowers one.
"""

import tomllib
from pathlib import Path

PATH = Path(__file__).with_name("floors.toml")
MARGIN = 0.015
"""How far under a measured figure its floor is set: another processor's rounding may turn one engagement of the 150."""


def read() -> dict[str, dict[str, float]]:
    """Give the floors by benchmark and figure."""
    return tomllib.loads(PATH.read_text(encoding="utf-8")) if PATH.exists() else {}


def broken(name: str, figures: dict[str, float]) -> list[str]:
    """Give a sentence for each figure of a benchmark that is under its floor or was not measured."""
    found = []
    for figure, floor in read().get(name, {}).items():
        if figure not in figures:
            found.append(f"{name}: {figure!r} has a floor of {floor} but was not measured")
        elif figures[figure] < floor:
            found.append(f"{name}: {figure!r} is {figures[figure]:.4f}, under its floor of {floor}")
    return found


def lift(measured: dict[str, dict[str, float]]) -> None:
    """Raise each floor that stands in the file to the measured figure less the margin, where that is higher."""
    floors = read()
    lines = [
        "# Accuracy floors: the test run fails where a figure falls under its floor. They go up only",
        "# (`python -m benchmarks --raise`); a figure without a line here has no floor.",
    ]
    for name in sorted(floors):
        lines += ["", f"[{name}]"]
        for figure, floor in floors[name].items():
            reached = measured.get(name, {}).get(figure, floor)
            scale = 100 if floor > 1.5 else 1
            lines.append(f'"{figure}" = {max(floor, round(reached - MARGIN * scale, 3)):g}')
    PATH.write_text("\n".join(lines) + "\n", encoding="utf-8")
