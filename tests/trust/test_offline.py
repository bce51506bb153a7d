"""That the suite is off the network, by the ways that a library might take."""

import asyncio
import contextlib
import gc
import http.client
import os
import socket
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sitecustomize

pytestmark = pytest.mark.reaches_out

THERE = "192.0.2.1"
"""An address for documentation (RFC 5737), at which nobody lives."""


async def _streams() -> None:
    await asyncio.open_connection(THERE, 80)


WAYS: dict[str, Callable[[], Any]] = {
    "a connection": lambda: socket.create_connection((THERE, 80), timeout=1),
    "connect_ex": lambda: socket.socket().connect_ex((THERE, 80)),
    "IPv6": lambda: socket.socket(socket.AF_INET6).connect(("2001:db8::1", 80)),
    "a datagram": lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", (THERE, 53)),
    "a name": lambda: socket.getaddrinfo("example.org", 80),
    "an old look-up": lambda: socket.gethostbyname("example.org"),
    "HTTP": lambda: http.client.HTTPConnection("example.org", timeout=1).request("GET", "/"),
    "a decimal address": lambda: socket.create_connection(("3221225985", 80), timeout=1),
    "the private network": lambda: socket.create_connection(("10.0.0.1", 80), timeout=1),
    "the metadata of a cloud": lambda: urllib.request.build_opener(urllib.request.ProxyHandler({})).open("http://169.254.169.254/", timeout=1),
    "asyncio": lambda: asyncio.run(_streams()),
}


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("way", WAYS)
def test_no_way_leads_out(way: str) -> None:
    before = len(sitecustomize.attempts)
    with pytest.raises(sitecustomize.NetworkBlocked):
        WAYS[way]()
    gc.collect()  # The sockets that were left open here complain here.
    assert len(sitecustomize.attempts) == before + 1


def test_a_swallowed_attempt_is_found_all_the_same() -> None:
    before = len(sitecustomize.attempts)

    def quietly() -> None:
        with contextlib.suppress(Exception):
            socket.gethostbyname("example.org")

    thread = threading.Thread(target=quietly)
    thread.start()
    thread.join()
    assert len(sitecustomize.attempts) == before + 1


def test_children_are_off_it_too() -> None:
    code = f"import socket; socket.create_connection(('{THERE}', 80), timeout=1)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode and "NetworkBlocked" in done.stderr


def test_a_test_that_reaches_out_fails(tmp_path: Path) -> None:
    """The fixture itself, on a test that swallows the error."""
    test = tmp_path / "test_bad.py"
    test.write_text("import socket\ndef test_it():\n    try:\n        socket.gethostbyname('example.org')\n    except Exception:\n        pass\n")
    tests = str(Path(__file__).parents[1])
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "conftest", "-c", os.devnull, "--rootdir", str(tmp_path), str(test)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ | {"PYTHONPATH": tests}, cwd=tmp_path)
    assert "1 passed, 1 error" in done.stdout and "reached for the network: socket.gethostbyname of 'example.org'" in done.stdout, done.stdout + done.stderr


def test_this_machine_is_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as client:
        assert client.getpeername() == server.getsockname()
    assert socket.getaddrinfo("localhost", 80) and os.environ["MEMCON_OFFLINE_LOG"]
