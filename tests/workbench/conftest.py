"""A register to look at: sixty travels out of the package's extract and its sample reports."""

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from memcon.register import historian
from memcon.register import open as open_register

pytest.importorskip("fastapi")

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The register's file; tests that change it take a copy."""
    from memcon import language, pipeline, reading
    from memcon.register import adding
    from memcon.workbench import demonstration

    path = tmp_path_factory.mktemp("workbench") / "register.db"
    nlp = language.load()
    with open_register(path) as register:
        trips = sorted(historian.trips(demonstration._DATA / "registers"), key=lambda t: (t.begin, t.id))
        with register.writing() as conn:
            for trip in [t for t in trips if "2021-06" <= t.begin < "2021-12"][:60]:
                adding.add(conn, historian.record(trip))
        for sample in demonstration.samples():
            register.add(pipeline.record_of(reading.read_path(sample), nlp))
    return path


@pytest.fixture
def place(filled: Path, tmp_path: Path) -> Path:
    """A copy of the register that a test may change."""
    copy = tmp_path / "register.db"
    for part in filled.parent.glob("register.db*"):
        shutil.copy(part, tmp_path / part.name)
    return copy


@contextmanager
def client_of(path: Path, **how: Any) -> Iterator[Any]:
    """A client that asks the application without a network."""
    from starlette.testclient import TestClient

    from memcon.workbench.app import make

    with open_register(path) as register, TestClient(make(register, **how), base_url="http://127.0.0.1", follow_redirects=False) as client:
        yield client


@pytest.fixture(scope="session")
def client(filled: Path) -> Iterator[Any]:
    """A client that only reads."""
    with client_of(filled) as found:
        yield found


@contextmanager
def served(path: Path, **how: Any) -> Iterator[str]:
    """The workbench as it is served; gives its address."""
    from memcon.workbench import serve

    said: list[str] = []
    open_, stop = threading.Event(), threading.Event()

    def notice(words: str) -> None:
        said.append(words)
        open_.set()

    thread = threading.Thread(target=serve, args=(str(path),), kwargs={"port": 0, "notice": notice, "until": stop, **how}, daemon=True)
    thread.start()
    assert open_.wait(20), "the workbench did not open"
    try:
        yield said[0].partition(" is open at ")[2].partition(" ")[0].rstrip("/")
    finally:
        stop.set()
        thread.join(20)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """A real Chromium; tests skip where the machine has none."""
    sync_api = pytest.importorskip("playwright.sync_api")
    if CHROMIUM is None:
        pytest.skip("no Chromium is installed on this machine")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"])
        yield browser
        browser.close()


@pytest.fixture
def opened(chromium: Any) -> Iterator[Callable[..., Any]]:
    """Open an address in a window of its own; what the page complains of is in `page.complaints`."""
    contexts = []

    def go(url: str, width: int = 1600, height: int = 1000, script: str = "", **how: Any) -> Any:
        context = chromium.new_context(viewport={"width": width, "height": height}, **how)
        contexts.append(context)
        if script:
            context.add_init_script(script)
        page = context.new_page()
        page.complaints = []
        page.on("console", lambda m: page.complaints.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda e: page.complaints.append(str(e)))
        page.on("dialog", lambda d: (page.complaints.append(f"dialog {d.message}"), d.dismiss()))
        page.goto(url)
        return page

    yield go
    for context in contexts:
        context.close()
