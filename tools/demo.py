"""`make demo`: read a sample report, print its record, fill a register, say how to open the workbench."""

import subprocess
import sys
from pathlib import Path

from memcon.cli.commands import HELP

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = "samples/sochi-wire.txt"
REGISTER = "demo/register.db"


def memcon(*arguments: str) -> None:
    """Show a command and run it."""
    print(f"\n$ memcon {' '.join(arguments)}\n", flush=True)
    done = subprocess.run([sys.executable, "-m", "memcon", *arguments], cwd=ROOT, check=False)
    if done.returncode:
        raise SystemExit(f"memcon {arguments[0]} ended with exit code {done.returncode}")


def main() -> None:
    """Run the demonstration."""
    (ROOT / "demo").mkdir(exist_ok=True)
    memcon("read", SAMPLE)
    if "add" in HELP:
        memcon("add", "samples", "--register", REGISTER)
        memcon("engagements", "--register", REGISTER)
    print("\nRead your own documents:      .venv/bin/memcon read FILE")
    if "serve" in HELP:
        print(f"Open the workbench:           .venv/bin/memcon serve --register {REGISTER}")
        print("The same over 900 visits:     .venv/bin/memcon demo")
    else:
        print(f"Open a page of the record:    .venv/bin/memcon read {SAMPLE} --html demo/report.html, then open demo/report.html")


if __name__ == "__main__":
    main()
