"""Where the open data lie and where built files go."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MODEL = ROOT / "src" / "memcon" / "language" / "model"


def shared() -> Path:
    """Give the folder of the open data: `MEMCON_SHARED`, else `shared` beside the checkout."""
    return Path(os.environ.get("MEMCON_SHARED", ROOT.parent / "shared"))


def build() -> Path:
    """Give the folder of built files, made where it is missing: `MEMCON_BUILD`, else `build/language` in the checkout."""
    path = Path(os.environ.get("MEMCON_BUILD", ROOT / "build" / "language"))
    path.mkdir(parents=True, exist_ok=True)
    return path
