"""JSON of comparisons and of matrices over time."""

from typing import Any

import msgspec


def to_json(made: Any) -> str:
    """Write a comparison or a matrix as JSON; the same one gives the same characters. Offsets count Unicode code points."""
    return msgspec.json.encode(made).decode()
