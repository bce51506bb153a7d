"""Where the development data lie: `../shared` beside the checkout, or what MEMCON_SHARED names."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def shared(*parts: str) -> Path | None:
    """Give a path of the development data, None where it is absent."""
    path = Path(os.environ.get("MEMCON_SHARED", ROOT.parent / "shared"), *parts)
    return path if path.exists() else None
