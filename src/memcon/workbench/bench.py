"""What a running workbench holds: the register, who may use it, the reader, and what was read but not added."""

import secrets
import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Annotated, Any, cast

from fastapi import Depends, HTTPException, Request
from fastapi.params import Depends as Dependency

from memcon import language, pipeline, reading
from memcon.record import Record
from memcon.register import Register
from memcon.workbench.access import Access
from memcon.workbench.kept import Kept
from memcon.workbench.users import Permission, User

_DESK = 32


class Desk:
    """Records that were read and not added; they lie in memory only, and the oldest goes when there are too many."""

    def __init__(self) -> None:
        self._records: OrderedDict[str, Record] = OrderedDict()
        self._lock = threading.Lock()

    def lay(self, record: Record) -> str:
        """Lay a record down and give the key to it."""
        key = secrets.token_urlsafe(12)
        with self._lock:
            self._records[key] = record
            while len(self._records) > _DESK:
                self._records.popitem(last=False)
        return key

    def get(self, key: str) -> Record | None:
        """Give the record of a key, None where it is gone."""
        return self._records.get(key)


@dataclass
class Bench:
    """The workbench's parts; `now` gives the time (ISO) that is written under judgements."""

    register: Register
    access: Access
    now: Any
    model: str | None = None
    desk: Desk = field(default_factory=Desk)
    _reading: threading.Lock = field(default_factory=threading.Lock)
    kept: Kept = field(init=False)

    def __post_init__(self) -> None:
        self.kept = Kept(self.register)

    def read(self, data: bytes, name: str, published: str | None = None) -> Record:
        """Read one document; one at a time, since each takes a processor.

        Raises:
            ReadingError: it cannot be read.
        """
        report = reading.read_bytes(data, name, published=published or None)
        with self._reading:
            return pipeline.record_of(report, language.load(self.model))

    def read_text(self, text: str, title: str | None = None, published: str | None = None, publisher: str | None = None) -> Record:
        """Read a text."""
        report = reading.read_text(text, title=title or None, published=published or None, publisher=publisher or None)
        with self._reading:
            return pipeline.record_of(report, language.load(self.model))


def bench_of(request: Request) -> Bench:
    """Give the workbench that a request is for."""
    return cast(Bench, request.app.state.bench)


def register_of(request: Request) -> Register:
    """Give its register."""
    return bench_of(request).register


def user_of(request: Request) -> User:
    """Give who asks; the guard let nobody else through."""
    return cast(User, request.state.user)


def needs(permission: Permission) -> Dependency:
    """Refuse those who may not; each router names what it needs."""

    def check(request: Request) -> None:
        user = user_of(request)
        if permission not in user.may:
            raise HTTPException(403, f"{user.name} may not {permission}: ask for a token with that scope")

    check.permission = permission  # type: ignore[attr-defined]
    return cast(Dependency, Depends(check))


TheBench = Annotated[Bench, Depends(bench_of)]
TheRegister = Annotated[Register, Depends(register_of)]
TheUser = Annotated[User, Depends(user_of)]
