"""Which gold the floors were measured on: a hash of each set, so that a changed document or record is noticed.

`python -m benchmarks.gold_files --write` takes the gold of today for the one of the floors; do it after the floors were looked at.
"""

import hashlib
import json
import sys
from pathlib import Path

from benchmarks.shared import shared

PATH = Path(__file__).with_name("gold_files.json")
SETS = {
    "records": ("gold/records", "*.json"), "merging": ("gold/merge", "*"), "scorer": ("gold", "score.py"), "times": ("timeml", "**/*.tml"),
    "attributions": ("polnear/dev", "**/*"),
}  # fmt: skip
"""The folders of the development data by what is scored on them."""


def digest(name: str) -> dict[str, str | int] | None:
    """Give the number of files of a set and a hash of their names and bytes, None where the set is absent."""
    folder, pattern = SETS[name]
    root = shared(*folder.split("/"))
    if root is None:
        return None
    whole = hashlib.sha256()
    files = sorted(p for p in root.glob(pattern) if p.is_file() and not any(part.startswith((".", "__")) for part in p.relative_to(root).parts))
    for path in files:
        whole.update(f"{path.relative_to(root).as_posix()}\n{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return {"files": len(files), "sha256": whole.hexdigest()}


def read() -> dict[str, dict[str, str | int]]:
    """Give what is written down."""
    found: dict[str, dict[str, str | int]] = json.loads(PATH.read_text(encoding="utf-8"))
    return found


def main() -> int:
    """Write the hashes down, or compare them."""
    now = {name: found for name in SETS if (found := digest(name))}
    if "--write" in sys.argv:
        PATH.write_text(json.dumps(now, indent=1) + "\n", encoding="utf-8")
        return 0
    changed = [name for name, found in now.items() if read().get(name) != found]
    print(*(f"{name} is not the gold that the floors were measured on" for name in changed), sep="\n")
    return 1 if changed else 0


if __name__ == "__main__":
    sys.exit(main())
