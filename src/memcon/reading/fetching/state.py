"""What is known of each feed from the last poll: its ETag, its pages that were read, and hosts that asked to be left alone.

A JSON file beside the register. It holds only what the feeds still list, so that it does not grow; where it is lost, feeds are
read anew, and the register knows what it has.
"""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from memcon.errors import MemconError
from memcon.whole_file import whole_file

FORMAT = 1
TRIES = 5
"""A page that could not be had so many times is given up."""


@dataclass
class FeedState:
    """One feed: the validators of its last answer; `seen` has the mark of each page that was dealt with, `tries` of failed ones."""

    etag: str | None = None
    modified: str | None = None
    seen: dict[str, str] = field(default_factory=dict)
    tries: dict[str, int] = field(default_factory=dict)

    def done(self, key: str, mark: str) -> None:
        """Note that an entry was dealt with."""
        self.seen[key] = mark
        self.tries.pop(key, None)

    def failed(self, key: str, mark: str) -> None:
        """Note that an entry could not be had; after `TRIES` times it is given up."""
        self.tries[key] = self.tries.get(key, 0) + 1
        if self.tries[key] >= TRIES:
            self.done(key, mark)


@dataclass
class State:
    """The state of all feeds; `held` are hosts with the moment (seconds since 1970) until which they are left alone."""

    feeds: dict[str, FeedState] = field(default_factory=dict)
    held: dict[str, float] = field(default_factory=dict)

    def of(self, key: str) -> FeedState:
        """Give the state of a feed."""
        return self.feeds.setdefault(key, FeedState())


def load(path: Path) -> State:
    """Read the state; there is none before the first poll.

    Raises:
        MemconError: the file is not what `save` wrote.
    """
    if not path.exists():
        return State()
    try:
        found: Any = json.loads(path.read_text(encoding="utf-8"))
        if found["format"] > FORMAT:
            raise ValueError(f"a newer Memcon wrote it, format {found['format']}")
        feeds = {
            str(key): FeedState(f["etag"], f["modified"], dict(f["seen"]), {k: int(n) for k, n in f["tries"].items()})
            for key, f in found["feeds"].items()
        }
        return State(feeds, {str(host): float(until) for host, until in found["held"].items()})
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise MemconError(f"{path}: this is no state of feeds ({error}); delete it, and the feeds are read anew") from error


def save(state: State, path: Path) -> None:
    """Write the state; the file is there whole or not at all.

    Raises:
        MemconError: it cannot be written.
    """
    feeds = {
        key: {"etag": f.etag, "modified": f.modified, "seen": dict(sorted(f.seen.items())), "tries": dict(sorted(f.tries.items()))}
        for key, f in sorted(state.feeds.items())
    }
    text = json.dumps({"format": FORMAT, "feeds": feeds, "held": dict(sorted(state.held.items()))}, indent=1, ensure_ascii=False)
    try:
        with whole_file(path) as out:
            out.write(f"{text}\n".encode())
    except OSError as error:
        raise MemconError(f"{path} cannot be written: {error.strerror or error}; name another file with --state") from error
