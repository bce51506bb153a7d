"""Who may do what: roles, users, and the tokens that they show.

A token is 256 random bits, so its SHA-256 can be kept as it is: nobody can guess what it was made of (a slow hash is for
passwords that people choose). The file holds no token, only hashes.
"""

import hashlib
import json
import os
import re
import secrets
import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Literal, get_args

from memcon.workbench import WorkbenchError

Permission = Literal["read", "judge", "add", "admin"]
Role = Literal["reader", "reviewer", "admin"]
MAY: dict[str, frozenset[Permission]] = {
    "reader": frozenset({"read"}),
    "reviewer": frozenset({"read", "judge", "add"}),
    "admin": frozenset({"read", "judge", "add", "admin"}),
}
"""What a role may do: ask questions; judge entries; add reports; take back what others judged."""
_NAME = re.compile(r"[\w.@-]{1,64}")


@dataclass(frozen=True, slots=True)
class User:
    """Somebody at the workbench; `name` is written under judgements."""

    name: str
    role: Role
    may: frozenset[Permission]


@dataclass(frozen=True, slots=True)
class Token:
    """A token as the file keeps it: whose, the hash of it, which part of the role it is for (`scopes`), when it ends (ISO, UTC)."""

    name: str
    role: Role
    sha256: str
    scopes: tuple[Permission, ...]
    expires: str

    def user(self) -> User:
        """Give the user whom it stands for."""
        return User(self.name, self.role, MAY[self.role] & frozenset(self.scopes))


def local_user(name: str) -> User:
    """Give the one user of a workbench that only this machine can reach."""
    return User(name, "admin", MAY["admin"])


def hashed(secret: str) -> str:
    """Give what is kept of a token."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()


class Tokens:
    """The tokens of a file; it is read anew when it changes, so a token can be taken away while the workbench runs.

    Raises:
        WorkbenchError: the file is not there, or not in its form.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._read_at = -1
        self._known: dict[str, Token] = {}
        self._refresh()

    def __len__(self) -> int:
        return len(self._known)

    def user(self, secret: str, now: datetime) -> tuple[User, datetime] | None:
        """Give the user of a token and when it ends; None where it is unknown or has ended."""
        self._refresh()
        token = self._known.get(hashed(secret))
        if token is None:
            return None
        ends = datetime.fromisoformat(token.expires)
        return (token.user(), ends) if now < ends else None

    def _refresh(self) -> None:
        try:
            changed = self._path.stat().st_mtime_ns
            if changed != self._read_at:
                self._known = {t.sha256: t for t in read(self._path)}
                self._read_at = changed
        except OSError as error:
            raise WorkbenchError(f"the token file {self._path} cannot be read: {error.strerror or error}") from error


def read(path: Path) -> tuple[Token, ...]:
    """Read the tokens of a file."""
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8")).get("token", [])
        return tuple(_token(one) for one in found)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError, TypeError, ValueError) as error:
        raise WorkbenchError(f"the token file {path} is not in its form ({error}); make tokens with `memcon serve --new-token NAME`") from error


def _token(one: dict[str, Any]) -> Token:
    scopes = tuple(one["scopes"])
    if one["role"] not in MAY or not set(scopes) <= set(get_args(Permission)) or not re.fullmatch("[0-9a-f]{64}", one["sha256"]):
        raise ValueError(f"the token of {one['name']!r} has an unknown role, scope or hash")
    if datetime.fromisoformat(one["expires"]).tzinfo is None:
        raise ValueError(f"the token of {one['name']!r} ends at a time without a zone")
    return Token(str(one["name"]), one["role"], one["sha256"], scopes, one["expires"])


def new_token(path: Path, name: str, role: Role, days: int, scopes: tuple[Permission, ...] = (), now: datetime | None = None) -> str:
    """Make a token, add its hash to a file (made where there is none, for its owner's eyes only), and give the token: once, here.

    Raises:
        WorkbenchError: the name cannot be one, or a scope goes beyond the role.
    """
    if not _NAME.fullmatch(name):
        raise WorkbenchError(f"{name!r} is no name for a user; give letters, digits, . @ - _ and no more than 64 of them")
    if not set(scopes) <= MAY[role]:
        raise WorkbenchError(f"a {role} may not {', '.join(sorted(set(scopes) - MAY[role]))}; give a scope of the role, or another role")
    secret = f"memcon_{secrets.token_urlsafe(32)}"
    ends = ((now or datetime.now(UTC)) + timedelta(days=days)).replace(microsecond=0)
    lines = [
        "", "[[token]]", f"name = {json.dumps(name)}", f'role = "{role}"', f'sha256 = "{hashed(secret)}"',
        f"scopes = {json.dumps(sorted(scopes or MAY[role]))}", f'expires = "{ends.isoformat()}"', "",
    ]  # fmt: skip
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(handle, "a", encoding="utf-8") as out:
        out.write("\n".join(lines))
    return secret
