"""Fuzz a target, guided by coverage: `python -m benchmarks.fuzz reader --seconds 600`. Needs `pip install 'memcon[fuzz]'`.

Starts from the seeds and from what was found before. A finding is written to `tests/trust/findings/TARGET/` under its hash, and is
part of the test run from then on. Without atheris (`--plain`) the seeds are mutated blindly.
"""

import argparse
import hashlib
import json
import os
import sys
import tempfile
import time
from pathlib import Path

FINDINGS = Path(__file__).resolve().parents[2] / "tests" / "trust" / "findings"


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fuzz", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target", choices=["reader", "times", "record", "json"])
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--plain", action="store_true", help="mutate blindly")
    args = parser.parse_args()
    began = time.monotonic()
    runs, found = (blindly if args.plain else guided)(args.target, args.seconds)
    told = {"what": f"fuzzing: {args.target}", "guided": not args.plain, "seconds": round(time.monotonic() - began), "inputs": runs, "findings": found}
    print(json.dumps(told))
    if figures := os.environ.get("MEMCON_TRUST_FIGURES"):
        with Path(figures).open("a", encoding="utf-8") as file:
            file.write(json.dumps(told) + "\n")
    return 1 if found else 0


def keep(target: str, data: bytes, error: BaseException) -> None:
    """Write a finding down."""
    folder = FINDINGS / target
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / hashlib.sha256(data).hexdigest()[:16]
    path.write_bytes(data)
    print(f"{path.name}: {type(error).__name__}: {error}", file=sys.stderr)


def fails(target: str, data: bytes) -> bool:
    """Feed an input to a target, and keep it where that raises what no bad input may raise."""
    from benchmarks.fuzz.targets import TARGETS, fed

    try:
        fed(TARGETS[target], data)
    except Exception as error:
        keep(target, data, error)
        return True
    return False


def blindly(target: str, seconds: int) -> tuple[int, int]:
    """Feed mutations of the seeds until the time is over."""
    from benchmarks.fuzz.seeds import mutations

    until = time.monotonic() + seconds
    runs = found = 0
    for data in mutations(target, 10**9, seed=int(time.time())):
        if time.monotonic() > until:
            break
        runs += 1
        found += fails(target, data)
    return runs, found


def guided(target: str, seconds: int) -> tuple[int, int]:
    """Let libFuzzer look for new paths through Memcon; it ends the process by itself, so it runs in a child."""
    import atheris  # type: ignore[import-untyped]

    with tempfile.TemporaryDirectory() as corpus:
        counter = Path(corpus, "count")
        pid = os.fork()
        if pid == 0:
            _fuzz(atheris, target, seconds, Path(corpus, "corpus"), counter)
        os.waitpid(pid, 0)
        runs, found = map(int, counter.read_text().split()) if counter.exists() else (0, 0)
    return runs, found


def _fuzz(atheris: object, target: str, seconds: int, corpus: Path, counter: Path) -> None:
    with atheris.instrument_imports(include=["memcon"], enable_loader_override=False):  # type: ignore[attr-defined]
        from benchmarks.fuzz.seeds import seeds
        from benchmarks.fuzz.targets import TARGETS

        for data in seeds(target):  # Loads, instrumented, what is imported late.
            fed_first(TARGETS[target], data)
    corpus.mkdir()
    for n, data in enumerate(seeds(target)):
        (corpus / str(n)).write_bytes(data)
    runs = found = 0
    until = time.monotonic() + seconds

    def one(data: bytes) -> None:
        nonlocal runs, found
        runs += 1
        found += fails(target, data)
        if runs % 16 == 0:
            counter.write_text(f"{runs} {found}")
        if time.monotonic() > until:
            counter.write_text(f"{runs} {found}")
            os._exit(0)

    atheris.Setup([sys.argv[0], str(corpus), f"-max_total_time={seconds}", "-max_len=20000", "-timeout=30", "-rss_limit_mb=6000", "-verbosity=0"], one)  # type: ignore[attr-defined]
    atheris.Fuzz()  # type: ignore[attr-defined]


def fed_first(target: object, data: bytes) -> None:
    """Feed a seed without a limit of time: models and tables are loaded by the first."""
    target(data)  # type: ignore[operator]


if __name__ == "__main__":
    sys.exit(main())
