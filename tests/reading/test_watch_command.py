"""`memcon watch`: the command, with a real register and a real server on this machine."""

import ast
import json
import signal
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import memcon.register
from memcon.cli import group
from memcon.cli import watch as command

from .loopback import HERE, Clock, Site, serving, visitor
from .test_watching import page, rss

SOURCE = Path(memcon.__file__).parent


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as found:
        found.pages |= {"/feed": rss(found, ("/2", "Talks in Bergen"), ("/1", "Talks in Oslo")), "/1": page("Talks in Oslo"), "/2": page("Talks in Bergen", "x")}
        yield found


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the command reach this machine, which nothing on its command line can do."""

    def guest(listed: Any, known: Any, stop: threading.Event) -> Any:
        (port,) = listed.ports
        return visitor(Site(port), Clock(), known.held)

    monkeypatch.setattr(command, "guest", guest)


def feeds(folder: Path, site: Site) -> Path:
    path = folder / "FEEDS.toml"
    path.write_text(f'ports = [{site.port}]\n[[feed]]\nurl = "{site.url("/feed")}"\n')
    return path


def run(*words: object) -> Result:
    return CliRunner().invoke(group, ["watch", *map(str, words)])


def test_the_pages_of_a_feed_go_into_the_register(here: None, site: Site, tmp_path: Path) -> None:
    place = tmp_path / "desk.db"
    done = run(feeds(tmp_path, site), "--register", place, "--fetch")
    assert done.exit_code == 0 and done.output == f"memcon: {site.url('/feed')}: 2 added\n"
    with memcon.register.open(place) as register:
        assert [(r.id, r.url, r.publisher) for r in register.reports()] == [
            ("/2", site.url("/2"), "Example Ministry"), ("/1", site.url("/1"), "Example Ministry"),
        ]  # fmt: skip
    assert sorted(p.name for p in tmp_path.iterdir() if "feeds" in p.name) == ["desk.db.feeds.json"]
    again = run(feeds(tmp_path, site), "--register", place, "--fetch", "--json")
    assert again.exit_code == 0 and json.loads(again.output)["added"] == 0
    (tmp_path / "desk.db.feeds.json").unlink()
    assert "2 known" in run(feeds(tmp_path, site), "--register", place, "--fetch").output


def test_a_page_that_cannot_be_read_is_logged_and_read_later(here: None, site: Site, tmp_path: Path) -> None:
    place = tmp_path / "desk.db"
    site.pages["/1"] = b"<html><body></body></html>"
    done = run(feeds(tmp_path, site), "--register", place, "--fetch")
    assert done.exit_code == 2 and f"{site.url('/1')}: no article was found" in done.output and "1 added, 1 could not be read" in done.output
    with memcon.register.open(place) as register:
        assert [u.name for u in register.unread()] == [site.url("/1")]
    site.pages |= {"/1": page("Talks in Oslo"), "/feed": rss(site, ("/1", "Talks in Oslo"), day="28 Feb 2023")}
    assert run(feeds(tmp_path, site), "--register", place, "--fetch").exit_code == 0
    with memcon.register.open(place) as register:
        assert register.unread() == () and register.count() == 2


def test_without_fetch_nothing_is_asked_of_the_network(here: None, site: Site, tmp_path: Path) -> None:
    done = run(feeds(tmp_path, site), "--register", tmp_path / "desk.db")
    assert done.exit_code == 2 and "add --fetch" in done.output and site.asked == []


def test_the_command_cannot_be_brought_to_fetch_from_this_machine(site: Site, tmp_path: Path) -> None:
    path = tmp_path / "FEEDS.toml"
    path.write_text(f'ports = [{site.port}]\n[[feed]]\nurl = "http://{HERE}:{site.port}/feed"\n[[feed]]\nurl = "http://localhost:{site.port}/feed"\n')
    done = run(path, "--register", tmp_path / "desk.db", "--fetch")
    assert done.exit_code == 2 and done.output.count("not public") == 2 and site.asked == []


def test_nothing_in_the_program_uses_the_hook_for_tests() -> None:
    texts = {path: path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py")}
    made = {path: text for path, text in texts.items() if "Gate(" in text or "Fetcher(" in text}
    assert len(made) >= 3
    for path, text in made.items():
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in ("Gate", "Fetcher"):
                assert not {k.arg for k in node.keywords} & {"allow", "gate", "tls"}, path
                assert len(node.args) == 0, path


def test_polled_again_and_again_until_it_is_stopped(here: None, site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []

    def wait(self: threading.Event, seconds: float | None = None) -> bool:
        waited.append(seconds or 0)
        return len(waited) == 3

    with monkeypatch.context() as patched:
        from contextlib import contextmanager

        class Stop(threading.Event):
            pass

        Stop.wait = wait  # type: ignore[method-assign]

        @contextmanager
        def stopping() -> Iterator[threading.Event]:
            yield Stop()

        patched.setattr(command, "stopping", stopping)
        done = run(feeds(tmp_path, site), "--register", tmp_path / "desk.db", "--fetch", "--every", 30)
    assert done.exit_code == 0 and waited == [1800, 1800, 1800] and site.paths().count("/feed") == 3


def test_what_is_asked_wrongly_is_told(site: Site, tmp_path: Path) -> None:
    assert "give one of them" in run(feeds(tmp_path, site), "--once", "--every", 30).output
    assert run(feeds(tmp_path, site), "--every", 1).exit_code == 2
    (tmp_path / "bad.toml").write_text("[[feed]]")
    assert "give a url or a path" in run(tmp_path / "bad.toml").output


def test_the_missing_library_is_named(tmp_path: Path, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "protego", None)
    done = run(feeds(tmp_path, site), "--register", tmp_path / "desk.db", "--fetch")
    assert done.exit_code == 1 and "pip install 'memcon[watch]'" in done.output


def test_the_state_is_beside_the_register() -> None:
    assert command.beside("a/desk.db", Path("b/FEEDS.toml")) == Path("a/desk.db.feeds.json")
    assert command.beside("postgresql://desk@host/r", Path("b/FEEDS.toml")) == Path("b/FEEDS.feeds.json")


def test_a_signal_asks_to_stop_and_a_second_one_insists() -> None:
    before = signal.getsignal(signal.SIGTERM)
    with command.stopping() as stop:
        signal.raise_signal(signal.SIGTERM)
        assert stop.is_set()
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGTERM)
    assert signal.getsignal(signal.SIGTERM) is before
