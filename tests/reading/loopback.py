"""A real HTTP server on this machine, and a resolver that says what a test wants."""

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from memcon.reading.fetching import Fetcher, Limits, Visitor
from memcon.reading.fetching.gate import Gate
from memcon.reading.fetching.pace import Pace

HERE = "127.0.0.1"
AGENT = "memcon/test (desk@example.org)"
LIMITS = Limits(seconds=5)


@dataclass
class Asked:
    """A request that the server got."""

    path: str
    host: str
    headers: Mapping[str, str]


Answer = tuple[int, Mapping[str, str], bytes]
Page = Callable[[BaseHTTPRequestHandler], None] | Answer | bytes


@dataclass
class Site:
    """What a server has, by path, and what it was asked for; pages are bytes, answers, or what writes to the connection."""

    port: int
    pages: dict[str, Page] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)

    def url(self, path: str, host: str = "news.example") -> str:
        return f"http://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        return [a.path for a in self.asked]


def send(to: BaseHTTPRequestHandler, status: int, headers: Mapping[str, str], body: bytes) -> None:
    to.send_response(status)
    for name, value in {"Content-Length": str(len(body)), **headers}.items():
        to.send_header(name, value)
    to.end_headers()
    to.wfile.write(body)


@contextmanager
def serving(tls: Any = None) -> Iterator[Site]:
    """Run a server until the end of the block."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            site.asked.append(Asked(self.path, self.headers.get("Host", ""), dict(self.headers)))
            page = site.pages.get(self.path, (404, {}, b"none"))
            try:
                if callable(page):
                    page(self)
                elif isinstance(page, bytes):
                    send(self, 200, {"Content-Type": "text/html; charset=utf-8"}, page)
                else:
                    send(self, *page)
            except OSError:
                self.close_connection = True

        def log_message(self, format: str, *args: Any) -> None:
            pass

    class Server(ThreadingHTTPServer):
        def handle_error(self, request: Any, client_address: Any) -> None:
            pass

    server = Server((HERE, 0), Handler)
    server.daemon_threads, server.block_on_close = True, False
    if tls:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    site = Site(server.server_address[1])
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class Names:
    """A resolver: each name has a list of answers, the last of which stays."""

    def __init__(self, **answers: Sequence[Sequence[str]]) -> None:
        self.answers = {name.replace("_", "."): list(found) for name, found in answers.items()}
        self.asked: list[str] = []

    def __call__(self, host: str, port: int) -> Sequence[str]:
        self.asked.append(host)
        answers = self.answers.get(host, [[HERE]])
        return answers.pop(0) if len(answers) > 1 else answers[0]


def fetcher(site: Site, names: Any = None, limits: Limits = LIMITS, **more: Any) -> Fetcher:
    """Give a fetcher that may connect to this machine, by any name."""
    gate = Gate(names or Names(), allow={HERE})
    return Fetcher(agent=AGENT, gate=gate, ports={site.port}, limits=limits, **more)


class Clock:
    """A clock that goes on only when somebody sleeps."""

    def __init__(self) -> None:
        self.time = 1_700_000_000.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.time

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += seconds


def visitor(site: Site, clock: Clock | None = None, held: dict[str, float] | None = None, **more: Any) -> Visitor:
    """Give a polite guest whose waiting takes no time."""
    clock = clock or Clock()
    pace = Pace(2.0, held if held is not None else {}, clock=clock, now=clock, sleep=clock.sleep)
    return Visitor(fetcher(site, **more), pace)
