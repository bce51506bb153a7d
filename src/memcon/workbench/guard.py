"""What stands before every request: which host is meant, where it comes from, who asks; and the headers of every answer."""

from collections.abc import Collection, MutableMapping
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from memcon.workbench.access import Access
from memcon.workbench.problems import problem

POLICY = "; ".join(
    (
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "font-src 'self'", "connect-src 'self'",
        "manifest-src 'self'", "form-action 'self'", "base-uri 'none'", "object-src 'none'", "frame-ancestors 'none'",
    )
)  # fmt: skip
"""The content security policy: everything from here, nothing inline, nothing else."""
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
LARGEST = 25_000_000
"""Bytes that a request may send: a document of 20 MB (`reading`), and its form."""
_SAFE = ("GET", "HEAD", "OPTIONS")
_FOR_ALL = ("/static/", "/login")


class Guard:
    """Lets a request through, or answers it with a refusal.

    `hosts` are the names with ports under which the workbench may be asked for ("127.0.0.1:8765"): a page of the web whose name was
    pointed at this machine (DNS rebinding) sends its own name and is refused.
    """

    def __init__(self, app: ASGIApp, access: Access, hosts: Collection[str]) -> None:
        self._app = app
        self._access = access
        self._hosts = frozenset(h.lower() for h in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        sending = _with_headers(scope, send)
        refusal = self._refusal(scope, Headers(scope=scope))
        if refusal is not None:
            await refusal(scope, receive, sending)
            return
        await self._app(scope, _limited(receive), sending)

    def _refusal(self, scope: Scope, headers: Headers) -> Response | None:
        if headers.get("host", "").lower() not in self._hosts:
            return problem(421, "this workbench is not called by that name; open it under the address that `memcon serve` printed")
        if not _same_origin(scope, headers):
            return problem(403, "the request comes from another site; a page of the workbench itself must send it")
        if _length(headers) > LARGEST:
            return problem(413, f"a request may send {LARGEST:,} bytes; add larger collections with `memcon add`")
        path: str = scope["path"]
        if path.startswith(_FOR_ALL):
            return None
        user = self._access.user(headers)
        if user is None:
            if path.startswith("/api/") or scope["method"] not in _SAFE or "text/html" not in headers.get("accept", ""):
                refused = problem(401, "give a token: `Authorization: Bearer ...`, or log in at /login")
                refused.headers["www-authenticate"] = 'Bearer realm="memcon"'
                return refused
            return RedirectResponse("/login", 303)
        state: MutableMapping[str, Any] = scope.setdefault("state", {})
        state["user"] = user
        return None


def _same_origin(scope: Scope, headers: Headers) -> bool:
    """Tell whether a request may come from where it does.

    Browsers name the relation (Sec-Fetch-Site) and the origin; what has neither is no page of another site. Other sites may link here,
    but neither change nor load anything.
    """
    site = headers.get("sec-fetch-site")
    if scope["method"] in _SAFE:
        return site in (None, "same-origin", "none") or headers.get("sec-fetch-mode") == "navigate"
    if site is not None and site != "same-origin":
        return False
    origin = headers.get("origin")
    return origin is None or origin.lower().partition("://")[2] == headers.get("host", "").lower()


def _length(headers: Headers) -> int:
    said = headers.get("content-length", "0")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 16 else LARGEST + 1


def _limited(receive: Receive) -> Receive:
    """Cut a body that is longer than it may be, whatever its headers say."""
    taken = 0

    async def receiving() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        return {"type": "http.disconnect"} if taken > LARGEST else message

    return receiving


def _with_headers(scope: Scope, send: Send) -> Send:
    static = scope["path"].startswith("/static/")

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
            headers.setdefault("cache-control", "no-store" if not static else "max-age=31536000, immutable" if scope["query_string"] else "max-age=86400")
        await send(message)

    return sending
