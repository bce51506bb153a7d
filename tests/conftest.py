"""The whole suite runs off the network: loopback only, here and in every Python process that a test starts."""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

OFFLINE = Path(__file__).parent / "trust" / "offline"
LOG = Path(tempfile.mkdtemp(prefix="memcon-offline-")) / "attempts"


def _keep_off() -> None:
    os.environ["MEMCON_OFFLINE_LOG"] = str(LOG)
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (str(OFFLINE), os.environ.get("PYTHONPATH"))))
    found = sys.modules.get("sitecustomize")
    if not hasattr(found, "NetworkBlocked"):  # Python may have loaded another module of this name at its start.
        sys.modules.pop("sitecustomize", None)
        sys.path.insert(0, str(OFFLINE))
        import sitecustomize  # noqa: F401

        sys.path.remove(str(OFFLINE))


_keep_off()


def pytest_configure(config: pytest.Config) -> None:
    """Name the marker of the tests that try the block itself."""
    config.addinivalue_line("markers", "reaches_out: tries to leave this machine, to see that it cannot")


@pytest.fixture(autouse=True)
def offline(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test during which anything reached for the network, also where the error was swallowed."""
    before = LOG.stat().st_size if LOG.exists() else 0
    yield
    tried = LOG.read_bytes()[before:].decode() if LOG.exists() else ""
    if tried and request.node.get_closest_marker("reaches_out") is None:
        pytest.fail(f"this test reached for the network: {tried}")
