"""The house keeps its order: imports go one way, files and functions stay small, nothing heavy loads early."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[1] / "src" / "memcon"
ORDER = [
    "errors", "needing", "whole_file", "record", "reading", "language", "times", "actors", "statements", "figures", "engagements", "pipeline", "spacy_components",
    "register", "compare", "printing", "exchange", "fleet", "workbench", "cli",
]  # fmt: skip
LONGEST_FILE = 350
LONGEST_FUNCTION = 60


def files() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "memcon":
            yield from [node.module.split(".")[1]] if "." in node.module else [a.name for a in node.names]
        elif isinstance(node, ast.Import):
            yield from (a.name.split(".")[1] for a in node.names if a.name.startswith("memcon."))


def room_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", files(), ids=lambda p: str(p.relative_to(SOURCE)))
def test_a_room_imports_only_from_rooms_above_it(path: Path) -> None:
    room = room_of(path)
    if room not in ORDER:
        return
    for other in imported(ast.parse(path.read_text(encoding="utf-8"))):
        if other in ORDER:
            assert ORDER.index(other) <= ORDER.index(room), f"{path.name} imports {other}, which stands below {room}"


def test_files_and_functions_stay_small_enough_to_hold_in_mind() -> None:
    faults = []
    for path in files():
        text = path.read_text(encoding="utf-8")
        if text.count("\n") > LONGEST_FILE:
            faults.append(f"{path.relative_to(SOURCE)} has {text.count(chr(10))} lines")
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION:
                faults.append(f"{path.relative_to(SOURCE)}: {node.name} has {(node.end_lineno or 0) - node.lineno + 1} lines")
    assert not faults


def test_the_help_loads_no_model_and_no_reader() -> None:
    code = "import sys, memcon.cli; print([m for m in ('spacy', 'numpy', 'trafilatura', 'sqlalchemy', 'msgspec', 'fastapi') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
