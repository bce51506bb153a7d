"""Who is asking: a token in the header for programs, a session in a cookie for browsers."""

import secrets
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

from starlette.datastructures import Headers
from starlette.requests import cookie_parser

from memcon.workbench.users import Tokens, User, hashed, local_user

COOKIE = "memcon_session"
_LONGEST = timedelta(hours=12)
_SESSIONS = 1000


class Access:
    """Tells who asks. Without a token file everybody is the one local user, so the workbench must then listen on this machine only."""

    def __init__(self, tokens: Path | None = None, local: str = "analyst") -> None:
        self._tokens = Tokens(tokens) if tokens else None
        self._local = local_user(local)
        self._sessions: dict[str, tuple[str, User, datetime]] = {}
        self._lock = threading.Lock()

    @property
    def open(self) -> bool:
        """Whether nobody has to log in."""
        return self._tokens is None

    def user(self, headers: Headers) -> User | None:
        """Give who asks, None where nobody is known."""
        if self._tokens is None:
            return self._local
        kind, _, secret = headers.get("authorization", "").partition(" ")
        if kind.lower() == "bearer":
            found = self._tokens.user(secret.strip(), datetime.now(UTC))
            return found[0] if found else None
        return self._session(cookie_parser(headers.get("cookie", "")).get(COOKIE, ""))

    def log_in(self, secret: str) -> tuple[str, int] | None:
        """Begin a session for a token; give its name for the cookie and its seconds, None where the token is not good."""
        now = datetime.now(UTC)
        found = self._tokens.user(secret.strip(), now) if self._tokens else None
        if found is None:
            return None
        user, ends = found
        ends = min(ends, now + _LONGEST)
        name = secrets.token_urlsafe(32)
        with self._lock:
            self._sessions = {k: v for k, v in self._sessions.items() if v[2] > now}
            while len(self._sessions) >= _SESSIONS:
                self._sessions.pop(next(iter(self._sessions)))
            self._sessions[hashed(name)] = (secret.strip(), user, ends)
        return name, int((ends - now).total_seconds())

    def log_out(self, headers: Headers) -> None:
        """End a session."""
        with self._lock:
            self._sessions.pop(hashed(cookie_parser(headers.get("cookie", "")).get(COOKIE, "")), None)

    def _session(self, name: str) -> User | None:
        """Give the user of a session; one whose token was taken out of the file has ended."""
        found = self._sessions.get(hashed(name)) if name else None
        now = datetime.now(UTC)
        if found is None or found[2] <= now or self._tokens is None:
            return None
        still = self._tokens.user(found[0], now)
        return still[0] if still else None
