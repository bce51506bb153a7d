"""Who may do what; what other sites may not make a browser do."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from memcon.register import open as open_register
from memcon.workbench import WorkbenchError, serve
from memcon.workbench.access import Access
from memcon.workbench.app import make
from memcon.workbench.users import MAY, Tokens, hashed, new_token, read

from .conftest import client_of

ROLES = ("reader", "reviewer", "admin")
FOR_ALL = {"/login", "/logout", "/static"}
ANSWERS_POST = {"/api/read": {"text": "x"}, "/api/reports": {"text": "x"}, "/api/judgements": {"act": "accept", "target": "none"}}


@pytest.fixture
def tokens(tmp_path: Path) -> dict[str, str]:
    return {role: new_token(tmp_path / "users.toml", role, role, 1) for role in ROLES}  # type: ignore[arg-type]


@pytest.fixture
def guarded(place: Path, tmp_path: Path, tokens: dict[str, str]) -> Any:
    with client_of(place, access=Access(tmp_path / "users.toml")) as client:
        yield client


def endpoints(path: Path) -> list[tuple[str, str, str]]:
    """Give each endpoint: method, path, and the permission that it needs."""
    from fastapi.routing import APIRoute, iter_route_contexts

    found = []
    with open_register(path) as register:
        for context in iter_route_contexts(make(register).routes):
            route = context.original_route
            if isinstance(route, APIRoute) and route.path not in FOR_ALL:
                needed = [d.call.permission for d in context.dependant.dependencies if hasattr(d.call, "permission")]
                found += [(m, context.path, needed[0] if needed else "none") for m in sorted(context.methods)]
    return found


def test_every_role_at_every_endpoint(guarded: Any, place: Path, tokens: dict[str, str]) -> None:
    found = endpoints(place)
    assert len(found) > 30 and all(needed in ("read", "judge", "add") for _, _, needed in found), found
    for method, path, needed in found:
        address = path.replace("{id:path}", "none").replace("{id}", "none").replace("{key}", "none")
        kwargs: dict[str, Any] = {"json": ANSWERS_POST[path]} if path in ANSWERS_POST else {"data": {"act": "accept", "target": "none"}} if method == "POST" else {}
        assert guarded.request(method, address, **kwargs).status_code == 401, f"{path} answers anybody"
        for role in ROLES:
            status = guarded.request(method, address, headers={"authorization": f"Bearer {tokens[role]}"}, **kwargs).status_code
            assert (status == 403) == (needed not in MAY[role]) and status not in (401, 500), f"{role} at {method} {path}: {status}"


def test_a_scope_narrows_a_role(place: Path, tmp_path: Path) -> None:
    narrow = new_token(tmp_path / "users.toml", "robot", "admin", 1, ("read",))
    with client_of(place, access=Access(tmp_path / "users.toml")) as client:
        bearer = {"authorization": f"Bearer {narrow}"}
        assert client.get("/api/engagements", headers=bearer).status_code == 200
        refused = client.post("/api/judgements", json={"act": "accept", "target": "x"}, headers=bearer)
        assert refused.status_code == 403 and refused.json()["detail"].startswith("robot may not judge")


def test_tokens_end_are_kept_as_hashes_and_can_be_taken_away(tmp_path: Path) -> None:
    path = tmp_path / "users.toml"
    secret = new_token(path, "anna", "reviewer", 3)
    assert secret not in path.read_text() and hashed(secret) in path.read_text() and path.stat().st_mode & 0o077 == 0
    now = datetime.now(UTC)
    known = Tokens(path)
    assert known.user(secret, now) is not None and known.user(secret + "x", now) is None
    assert known.user(secret, now + timedelta(days=4)) is None
    path.write_text("")
    assert known.user(secret, now) is None and read(path) == ()


def test_a_browser_logs_in_and_out_by_a_session(guarded: Any, tokens: dict[str, str]) -> None:
    page = {"accept": "text/html"}
    assert guarded.get("/", headers=page).headers["location"] == "/login"
    assert guarded.post("/login", data={"token": "memcon_wrong"}).status_code == 401
    done = guarded.post("/login", data={"token": tokens["reader"]})
    cookie = done.headers["set-cookie"]
    assert done.status_code == 303 and "HttpOnly" in cookie and "SameSite=strict" in cookie and tokens["reader"] not in cookie
    assert guarded.get("/", headers=page).status_code == 200
    assert "reader" in guarded.get("/about", headers=page).text
    guarded.post("/logout")
    assert guarded.get("/", headers=page).status_code == 303


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"host": "evil.example"}, 421),
        ({"host": "127.0.0.1.evil.example"}, 421),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"origin": "https://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "http://127.0.0.1", "sec-fetch-site": "same-origin"}, 404),
        ({}, 404),
    ],
)
def test_other_sites_change_nothing(client: Any, headers: dict[str, str], status: int) -> None:
    answer = client.post("/api/judgements", json={"act": "accept", "target": "none"}, headers=headers)
    assert answer.status_code == status or (status == 404 and answer.status_code == 422)
    assert answer.headers["content-type"] == "application/problem+json"


def test_other_sites_may_link_but_not_load(client: Any) -> None:
    assert client.get("/", headers={"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}).status_code == 200
    assert client.get("/api/engagements", headers={"sec-fetch-site": "cross-site", "sec-fetch-mode": "cors"}).status_code == 403


def test_every_answer_has_the_headers(client: Any) -> None:
    for path in ("/", "/nope", "/static/css/base.css", "/api/engagements"):
        headers = client.get(path, headers={"accept": "text/html"}).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy and "frame-ancestors 'none'" in policy
        assert headers["x-content-type-options"] == "nosniff" and headers["referrer-policy"] == "same-origin"
        assert "access-control-allow-origin" not in headers


def test_an_address_that_others_reach_needs_tokens(filled: Path, tmp_path: Path) -> None:
    with pytest.raises(WorkbenchError, match="make a token"):
        serve(str(filled), host="0.0.0.0", port=0)
    with pytest.raises(WorkbenchError, match="cannot be read"):
        serve(str(filled), host="0.0.0.0", port=0, tokens=tmp_path / "none.toml")


def test_what_others_decided_only_an_admin_takes_back(guarded: Any, tokens: dict[str, str]) -> None:
    def bearer(role: str) -> dict[str, str]:
        return {"authorization": f"Bearer {tokens[role]}"}

    entry = guarded.get("/api/engagements?limit=1", headers=bearer("reader")).json()["items"][0]["id"]
    made = guarded.post("/api/judgements", json={"act": "accept", "target": entry}, headers=bearer("admin")).json()
    assert made["who"] == "admin"
    undo = {"act": "undo", "target": str(made["number"])}
    assert guarded.post("/api/judgements", json=undo, headers=bearer("reviewer")).status_code == 403
    assert guarded.post("/api/judgements", json=undo, headers=bearer("admin")).status_code == 201


def test_a_request_is_no_larger_than_it_may_be(client: Any) -> None:
    assert client.post("/read", headers={"content-length": "99000000"}, content=b"x").status_code == 413
