"""Opening the workbench: the port, the browser, and the refusal to be open to others without users."""

import ipaddress
import socket
import threading
import webbrowser
from collections.abc import Callable
from pathlib import Path

import uvicorn

from memcon.register import open as open_register
from memcon.workbench import WorkbenchError
from memcon.workbench.access import Access
from memcon.workbench.app import make

PORT = 8765
_STANDARD = {80, 443}


def serve(
    place: str,
    *,
    host: str = "127.0.0.1",
    port: int = PORT,
    tokens: Path | None = None,
    name: str = "analyst",
    names: tuple[str, ...] = (),
    browser: bool = False,
    model: str | None = None,
    notice: Callable[[str], None] = print,
    until: threading.Event | None = None,
) -> None:
    """Open the workbench over a register and answer until it is stopped (Ctrl-C, or `until` is set).

    `names` are further names of this machine under which it may be asked for; port 0 takes any that is free.

    Raises:
        WorkbenchError: an address that others can reach without a file of tokens; a port that is taken.
        RegisterError: the register cannot be opened.
    """
    if tokens is None and not local(host):
        raise WorkbenchError(
            f"{host} can be reached from other machines, so the workbench asks who is there: make a token with "
            f"`memcon serve --token-file users.toml --new-token NAME`, then give --token-file users.toml"
        )
    access = Access(tokens, name)
    listening = _listen(host, port)
    port = listening.getsockname()[1]
    with open_register(place, make=True) as register:
        app = make(register, access, _hosts(host, port, names), model)
        config = uvicorn.Config(app, log_level="warning", server_header=False, date_header=False, timeout_graceful_shutdown=5)
        server = uvicorn.Server(config)
        url = f"http://{f'[{host}]' if ':' in host else host}:{port}/"
        notice(f"Memcon's workbench over {place} is open at {url} (Ctrl-C closes it)")
        if browser:
            threading.Timer(0.8, webbrowser.open, [url]).start()
        if until is not None:
            threading.Thread(target=_stop, args=(server, until), daemon=True).start()
        server.run(sockets=[listening])


def _stop(server: uvicorn.Server, until: threading.Event) -> None:
    until.wait()
    server.should_exit = True


def local(host: str) -> bool:
    """Tell whether an address is this machine's own, which no other machine reaches."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _hosts(host: str, port: int, names: tuple[str, ...]) -> set[str]:
    """Give the names under which the workbench may be asked for."""
    known = {host, *names} | ({"127.0.0.1", "localhost", "::1"} if local(host) else set())
    shown = {f"[{n}]" if ":" in n else n for n in known}
    return {f"{n}:{port}" for n in shown} | (shown if port in _STANDARD or names else set())


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    found = socket.socket(family, socket.SOCK_STREAM)
    found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        found.bind((host, port))
        found.listen(128)
    except (OSError, OverflowError) as error:
        found.close()
        raise WorkbenchError(f"{host}:{port} cannot be used ({error}); give another port with --port, or --port 0 for any that is free") from error
    return found
