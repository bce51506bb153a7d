"""A JSON document with one long list, written item by item."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, BinaryIO


def pruned(node: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out what is not known."""
    return {key: value for key, value in node.items() if value not in (None, [], {}, "")}


def stream(out: BinaryIO, head: Mapping[str, Any], name: str, items: Iterable[Mapping[str, Any]]) -> int:
    """Write `head` with the list `name` after its fields, one item a line; give the number of items."""
    out.write(json.dumps(head, ensure_ascii=False)[:-1].encode() + f', "{name}": ['.encode())
    count = 0
    for item in items:
        out.write((b",\n" if count else b"\n") + json.dumps(item, ensure_ascii=False).encode())
        count += 1
    out.write(b"\n]}\n")
    return count
