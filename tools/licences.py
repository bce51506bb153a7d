"""Write docs/licences.md: the licences of all that the lock installs, of the shipped weights and of the vendored files.

    python -m tools.licences

reads requirements.lock, the metadata of the installed packages, the model cards' own tables are linked; nothing is typed in.
"""

import re
import tomllib
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "licences.md"
VENDORED = ROOT / "src" / "memcon" / "workbench" / "vendored.toml"
MODELS = ("src/memcon/language/model", "src/memcon/statements/model")
_PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)(?: *; *([^\\]+))?", re.M)


def locked() -> list[tuple[str, str, str]]:
    """Give each package of the lock: name, version, the marker of the systems that it is for."""
    return [(n, v, (m or "").strip()) for n, v, m in _PIN.findall((ROOT / "requirements.lock").read_text(encoding="utf-8"))]


def licence(name: str) -> str:
    """Give the licence that a package declares: its SPDX expression, else its classifiers, else the first line of the field."""
    try:
        found = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return "not installed on this system"
    if expression := found.get("License-Expression"):
        return str(expression)
    classes = [c.rpartition(" :: ")[2] for c in found.get_all("Classifier") or () if c.startswith("License :: ") and not c.endswith("OSI Approved")]
    field = str(found.get("License") or "").strip().split("\n")[0]
    return ", ".join(sorted(set(classes))) or (field if len(field) < 80 else field[:80]) or "not declared"


def page() -> str:
    """Give the page."""
    lines = [
        "# Licences", "",
        "Made by `python -m tools.licences` from requirements.lock and what the packages themselves declare. Memcon itself: Apache-2.0",
        "(LICENSE); the data that it ships: NOTICE.", "",
        "## Weights", "", "| weights | what they were trained on, and under which licences |", "| --- | --- |",
        *(f"| `{m}` | [MODEL_CARD.md](../{m}/MODEL_CARD.md) |" for m in MODELS), "",
        "## Files of others in the workbench", "", "| file | package | version | licence | SHA-256 |", "| --- | --- | --- | --- | --- |",
        *(f"| {f['path']} | {f['package']} | {f['version']} | {f['licence']} | `{f['sha256'][:16]}…` |" for f in tomllib.loads(VENDORED.read_text("utf-8"))["file"]), "",
        "## Packages of the lock", "",
        "Those of `memcon[dev]` and of the optional parts are among them; who installs `memcon` alone gets fewer.", "",
        "| package | version | licence |", "| --- | --- | --- |",
        *(f"| {n} | {v} | {f'only where {m}' if m and licence(n).startswith('not installed') else licence(n).replace('|', '/')} |" for n, v, m in locked()),
    ]  # fmt: skip
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
