"""Same in, same out: whatever the hash seed, the time zone, the locale, the number of workers and the order of the input."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from .test_spans import WORDS, documents

CODE = """
import hashlib, io, sys
from pathlib import Path
from memcon.exchange.formats import FORMATS
from memcon.exchange.selection import Selection
from memcon.register import open
from memcon.register.keeping import dump
from memcon.register.many import add_files
from memcon.register.readers import How

def main():
    place, workers, names = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
    with open(place) as register:
        add_files(register, names, How(any_language=True), workers)
        print("dump", hashlib.sha256("\\n".join(dump(register.engine)).encode()).hexdigest(), register.count())
        for form in FORMATS:
            if form in ("markdown", "html"):
                continue
            out = io.BytesIO()
            FORMATS[form].write(Selection(register, everything=True), out)
            print(form, hashlib.sha256(out.getvalue()).hexdigest(), len(out.getvalue()))

if __name__ == "__main__":
    main()
"""
SURROUNDINGS: dict[str, tuple[dict[str, str], int, bool]] = {
    "plain": ({"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8"}, 1, False),
    "another seed, far east, bare C": ({"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, 1, True),
    "random seed, far west, two workers": ({"PYTHONHASHSEED": "random", "TZ": "Pacific/Marquesas", "LC_ALL": "POSIX", "OMP_NUM_THREADS": "2"}, 2, False),
}
"""Each with environment, number of workers, and whether the files come in the opposite order."""


@pytest.mark.timeout(600)
def test_the_surroundings_change_no_byte(tmp_path: Path, count: Callable[..., None]) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    others = [WORDS.replace("Paris", "Berlin").replace("June 3", "June 7"), WORDS.replace("Macron met", "Macron did not meet")]
    for n, (words, form) in enumerate(zip((WORDS, *others), ("text.txt", "page.html", "crlf.md"), strict=True)):
        (folder / f"{n}-{form}").write_bytes(dict(documents(words))[form])
    script = tmp_path / "run.py"
    script.write_text(CODE)
    found: dict[str, str] = {}
    for k, (name, (env, workers, turned)) in enumerate(SURROUNDINGS.items()):
        names = sorted(f"reports/{p.name}" for p in folder.iterdir())
        command = [sys.executable, str(script), f"{k}.db", str(workers), *(names[::-1] if turned else names)]
        done = subprocess.run(command, env=os.environ | env, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        found[name] = done.stdout
    plain = found.pop("plain")
    assert "dump" in plain and " 3\n" in plain
    for name, told in found.items():
        here = SURROUNDINGS[name][2]
        assert lines(told, loose=here) == lines(plain, loose=here), name
    count("runs with other seeds, zones, locales, workers and orders", runs=len(SURROUNDINGS), formats=plain.count("\n") - 1)


def lines(told: str, loose: bool) -> list[str]:
    """Give what is compared: exports list reports in the order in which they were added, so that another order leaves the dump only."""
    return [line for line in told.splitlines() if not loose or line.startswith("dump")]


@pytest.mark.skipif(not Path("/usr/share/zoneinfo").exists(), reason="this system has no time zones")
def test_the_zones_are_real() -> None:
    code = "import time; print(time.localtime(0).tm_hour)"
    hours = {z: subprocess.run([sys.executable, "-c", code], env=os.environ | {"TZ": z}, capture_output=True, text=True, check=True).stdout for z in ("UTC", "Pacific/Kiritimati")}
    assert len(set(hours.values())) == 2
