"""Mutation testing of the core: each small slip in a module must be found by its tests. `python -m benchmarks.mutation [MODULE ...]`.

A mutant is the module with one thing changed: a comparison, an operator, a number, a condition, a word, a result. It is put in the
module's place in a forked process, before the tests import it; so nothing on the disk is touched.
"""

import argparse
import ast
import copy
import importlib
import importlib.util
import json
import os
import signal
import sys
import time
import types
from collections.abc import Iterator
from pathlib import Path

from benchmarks.shared import ROOT

MODULES = {
    "memcon.record.span": ["tests/trust/test_calendar_laws.py"],
    "memcon.times.calendar": ["tests/trust/test_calendar_laws.py"],
    "memcon.register.calendar": ["tests/trust/test_joining_laws.py"],
    "memcon.register.agreement": ["tests/trust/test_joining_laws.py"],
}
"""The modules of the core, and the tests that must find a slip in them."""
_COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is}
_COUNTED: dict[type[ast.operator], type[ast.operator]] = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult, ast.Mod: ast.Mult, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr}
LONGEST = 60
"""Seconds after which a mutant that does not end is found."""


def changes(node: ast.AST) -> Iterator[ast.AST]:
    """Give what may stand in the place of a node."""
    if isinstance(node, ast.Compare):
        for n, op in enumerate(node.ops):
            if type(op) in _COMPARED:
                new = copy.deepcopy(node)
                new.ops[n] = _COMPARED[type(op)]()
                yield new
    elif isinstance(node, ast.BinOp) and type(node.op) in _COUNTED:
        yield ast.BinOp(node.left, _COUNTED[type(node.op)](), node.right)
    elif isinstance(node, ast.BoolOp):
        yield ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not | ast.USub):
        yield node.operand
    elif isinstance(node, ast.IfExp):
        yield ast.IfExp(ast.UnaryOp(ast.Not(), node.test), node.body, node.orelse)
    elif isinstance(node, ast.Constant):
        if isinstance(node.value, bool):
            yield ast.Constant(not node.value)
        elif isinstance(node.value, int | float):
            yield ast.Constant(node.value + 1)
        elif isinstance(node.value, str) and node.value:
            yield ast.Constant(f"{node.value}~")
    elif isinstance(node, ast.If | ast.While):
        turned = copy.deepcopy(node)
        turned.test = ast.UnaryOp(ast.Not(), turned.test)
        yield turned
    elif isinstance(node, ast.Return) and node.value is not None and not (isinstance(node.value, ast.Constant) and node.value.value is None):
        yield ast.Return(ast.Constant(None))


def mutants(source: str) -> Iterator[tuple[int, str, ast.Module]]:
    """Give each mutant of a module: the line, what it is there, the tree. Docstrings and annotations do not count."""
    tree = ast.parse(source)
    plain = {id(n) for n in ast.walk(tree) for n in _left_out(n)}
    for parent in ast.walk(tree):
        for field, value in ast.iter_fields(parent):
            for n, node in enumerate(value if isinstance(value, list) else [value]):
                if not isinstance(node, ast.AST) or id(node) in plain:
                    continue
                for new in changes(node):
                    ast.copy_location(new, node)
                    _put(parent, field, n, new)
                    yield getattr(node, "lineno", 0), ast.unparse(new)[:80], ast.fix_missing_locations(copy.deepcopy(tree))
                    _put(parent, field, n, node)


def _put(parent: ast.AST, field: str, n: int, node: ast.AST) -> None:
    place = getattr(parent, field)
    if isinstance(place, list):
        place[n] = node
    else:
        setattr(parent, field, node)


def _left_out(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        yield from ast.walk(node)
    if isinstance(node, ast.arg | ast.AnnAssign) and node.annotation:
        yield from ast.walk(node.annotation)
    if isinstance(node, ast.FunctionDef):
        for part in (*node.decorator_list, *([node.returns] if node.returns else [])):
            yield from ast.walk(part)
    if isinstance(node, ast.ClassDef):
        for part in node.decorator_list:
            yield from ast.walk(part)


def found(module: str, tree: ast.Module | None, tests: list[str]) -> bool:
    """Run the tests against a mutant in a child of this process; tell whether one failed."""
    pid = os.fork()
    if pid == 0:
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        status = 1
        try:
            import pytest

            if tree is not None:
                _replace(module, tree)
            status = int(pytest.main(["-q", "-x", "-p", "no:cacheprovider", "-W", "ignore::pytest.PytestAssertRewriteWarning", *tests]) != 0)
        finally:
            os._exit(status)
    until = time.monotonic() + LONGEST
    while time.monotonic() < until:
        done, code = os.waitpid(pid, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(code) != 0
        time.sleep(0.005)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    return True


def _replace(name: str, tree: ast.Module) -> None:
    made = types.ModuleType(name)
    spec = importlib.util.find_spec(name)
    assert spec is not None and spec.origin is not None
    made.__spec__, made.__file__, made.__package__ = spec, spec.origin, name.rpartition(".")[0]
    for other in [m for m in sys.modules if m == "memcon" or m.startswith("memcon.")]:
        del sys.modules[other]
    sys.modules[name] = made
    exec(compile(tree, spec.origin, "exec"), made.__dict__)
    parent = importlib.import_module(made.__package__)
    setattr(parent, name.rpartition(".")[2], made)


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.mutation", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("modules", nargs="*", choices=[*MODULES, []])
    parser.add_argument("--seconds", type=int, default=3600, help="no longer than this a module; the rest of its mutants is not tried")
    args = parser.parse_args()
    import hypothesis  # noqa: F401  (what the children need is loaded once)
    import msgspec  # noqa: F401
    import pytest  # noqa: F401
    import sqlalchemy  # noqa: F401

    for module in args.modules or MODULES:
        path = ROOT / "src" / Path(*module.split(".")).with_suffix(".py")
        tests = MODULES[module]
        if found(module, None, tests):
            raise SystemExit(f"the tests of {module} fail without any mutation: {tests}")
        killed = survived = 0
        until = time.monotonic() + args.seconds
        for line, what, tree in mutants(path.read_text(encoding="utf-8")):
            if time.monotonic() > until:
                break
            if found(module, tree, tests):
                killed += 1
            else:
                survived += 1
                print(f"{path.relative_to(ROOT)}:{line}: survives: {what}", flush=True)
        told = {"what": f"mutation: {module}", "killed": killed, "survived": survived, "share": round(killed / max(killed + survived, 1), 3)}
        print(json.dumps(told), flush=True)
        if figures := os.environ.get("MEMCON_TRUST_FIGURES"):
            with Path(figures).open("a", encoding="utf-8") as file:
                file.write(json.dumps(told) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
