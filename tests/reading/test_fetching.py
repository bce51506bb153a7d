"""Fetching: nothing but public addresses, whatever a page, a resolver or a server says; and no more than the limits."""

import gzip
import re
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from ipaddress import IPv4Address, IPv6Address, ip_address
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

import memcon
from memcon import reading
from memcon.errors import ReadingError, TooLarge
from memcon.reading.fetching import Fetcher, Limits, Refused, Unreachable
from memcon.reading.fetching.addresses import closed
from memcon.reading.fetching.gate import Gate, system
from memcon.reading.fetching.target import target

from .loopback import AGENT, HERE, Names, Site, fetcher, serving


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as found:
        yield found


CLOSED = [
    "127.0.0.1", "127.9.9.9", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254", "100.64.0.1",
    "100.100.100.200", "192.0.0.192", "192.0.2.1", "198.18.0.1", "198.51.100.7", "203.0.113.9", "224.0.0.1", "239.255.255.250",
    "240.0.0.1", "255.255.255.255", "168.63.129.16", "192.88.99.1",
    "::1", "::", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::ffff:0:127.0.0.1", "64:ff9b::127.0.0.1", "64:ff9b:1::1", "2002:7f00:1::",
    "2001::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "2001:db8::1", "3fff::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "fec0::1",
    "ff02::1", "100::1", "5f00::1", "2606:4700::5efe:7f00:1", "2606:4700::200:5efe:a00:1", "", "localhost", "1.2.3",
]  # fmt: skip
OPEN = ["8.8.8.8", "93.184.215.14", "172.32.0.1", "100.128.0.1", "2606:4700:4700::1111", "2a00:1450:4001:80b::200e"]


@pytest.mark.parametrize("address", CLOSED)
def test_what_is_not_public_is_closed(address: str) -> None:
    assert closed(address)


@pytest.mark.parametrize("address", OPEN)
def test_what_is_public_is_open(address: str) -> None:
    assert closed(address) is None


FORMS = [
    "http://2130706433/", "http://0x7f000001/", "http://017700000001/", "http://127.1/", "http://0x7f.0.0.1/", "http://0177.0.0.1/",
    "http://127.0.0.01/", "http://127.0.0.1./", "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/", "http://[64:ff9b::7f00:1]/",
    "http://[2002:7f00:1::]/", "http://[fe80::1%25eth0]/", "http://169.254.169.254/latest/meta-data", "http://１２７.０.０.１/", "http://127。0。0。1/",
    "http://①②⑦.⓪.⓪.①/", "http://100.64.0.1/", "http://224.0.0.1/", "http://999.1.1.1/", "http://1.2.3/", "http://0x/", "http://example.0x1/",
]  # fmt: skip
BROKEN = [
    "file:///etc/passwd", "ftp://example.org/", "gopher://example.org/", "javascript:alert(1)", "data:text/html,x", "//example.org/", "example.org", "",
    "http://", "http:///x", "http://user@example.org/", "http://user:pw@example.org/", "http://@example.org/", "http://example.org:22/", "http://example.org:99999/",
    "http://example.org:x/", "http://exa mple.org/", "http://example.org\\@127.0.0.1/", "http://exam%70le.org/", "http://a\r\nHost: b/", "http://-a.org/",
    "http://a..b/", f"http://{'a' * 64}.org/", "http://[::1/", "http://[example.org]/", "https://example.org/" + "a" * 5000,
]  # fmt: skip


@pytest.mark.parametrize("url", FORMS + BROKEN)
def test_no_form_of_a_closed_address_gets_through_and_nothing_is_resolved(url: str) -> None:
    names = Names()
    with pytest.raises(Refused) as caught:
        Fetcher(agent=AGENT, gate=Gate(names)).get(url)
    assert names.asked == [] and "Traceback" not in str(caught.value)


def test_an_address_of_the_web_has_one_form() -> None:
    assert target("HTTPS://Exämple.ORG:443/ä?q=ü#part").url == "https://xn--exmple-cua.org/%C3%A4?q=%C3%BC"
    assert target("http://example.org.").url == "http://example.org/"
    assert target("http://[2606:4700::0001]:80").url == "http://[2606:4700::1]/"
    assert target("https://example.org:8443/x", {8443}).url == "https://example.org:8443/x"
    assert target("../b?c=1", base=target("https://example.org/a/x/")).url == "https://example.org/a/b?c=1"


@pytest.mark.parametrize("answer", [["10.0.0.1"], ["93.184.215.14", "10.0.0.1"], ["::1", "93.184.215.14"], ["fe80::1%2"], ["::ffff:10.0.0.1"]])
def test_a_name_with_any_closed_address_is_refused(answer: list[str]) -> None:
    with pytest.raises(Refused, match="not public"):
        Fetcher(agent=AGENT, gate=Gate(Names(evil_example=[answer]))).get("http://evil.example/")


def test_a_name_without_an_address_and_a_slow_resolver_are_told() -> None:
    def none(host: str, port: int) -> list[str]:
        raise OSError("no such name")

    with pytest.raises(Unreachable, match="has no address"):
        Fetcher(agent=AGENT, gate=Gate(none)).get("http://none.example/")
    with pytest.raises(Unreachable, match="has no address"):
        Fetcher(agent=AGENT, gate=Gate(lambda host, port: [])).get("http://none.example/")
    never = threading.Event()

    def slow(host: str, port: int) -> list[str]:
        never.wait(20)
        return [HERE]

    with pytest.raises(Unreachable, match="resolved in time"):
        Fetcher(agent=AGENT, gate=Gate(slow), limits=Limits(seconds=0.2)).get("http://slow.example/")
    never.set()


def test_the_systems_resolver_gives_addresses() -> None:
    assert HERE in system(HERE, 80)


def test_a_page_is_got_by_its_name_from_the_checked_address(site: Site) -> None:
    site.pages["/a"] = b"<p>text</p>"
    answer = fetcher(site).get(site.url("/a"))
    assert (answer.status, answer.body, answer.type, answer.charset) == (200, b"<p>text</p>", "text/html", "utf-8")
    (asked,) = site.asked
    assert asked.host == f"news.example:{site.port}" and asked.headers["User-Agent"] == AGENT
    assert not {"Cookie", "Authorization", "Referer"} & set(asked.headers)


def test_the_connection_goes_to_the_address_that_was_checked_though_the_name_changes(site: Site) -> None:
    """Rebinding: the second answer of the resolver is another machine; it is never asked for within a request."""
    site.pages["/a"] = b"text"
    names = Names(news_example=[[HERE], ["10.0.0.1"]])
    assert fetcher(site, names).get(site.url("/a")).body == b"text"
    assert names.asked == ["news.example"]
    with pytest.raises(Refused, match=r"10\.0\.0\.1 of news\.example is not public"):
        fetcher(site, names).get(site.url("/a"))
    assert len(site.asked) == 1


def test_the_hook_for_tests_lets_no_other_address_through(site: Site) -> None:
    with pytest.raises(Refused, match="not public"):
        Fetcher(agent=AGENT, ports={site.port}).get(f"http://{HERE}:{site.port}/")
    with pytest.raises(Refused, match=r"127\.0\.0\.2"):
        fetcher(site).get(f"http://127.0.0.2:{site.port}/")
    assert site.asked == []


@pytest.mark.parametrize(
    "place",
    ["http://169.254.169.254/latest/meta-data/", "http://2130706433/", "http://[::1]/", "http://inside.example/", "file:///etc/passwd",
     "//169.254.169.254/", "http://news.example:22/", "http://user@news.example/"],
)  # fmt: skip
def test_each_redirect_is_checked_anew(site: Site, place: str) -> None:
    site.pages["/a"] = (302, {"Location": place}, b"")
    with pytest.raises(Refused):
        fetcher(site, Names(inside_example=[["192.168.0.1"]])).get(site.url("/a"))
    assert site.paths() == ["/a"]


def test_redirects_end(site: Site) -> None:
    site.pages |= {"/a": (301, {"Location": "/b"}, b""), "/b": (302, {"Location": site.url("/a", "other.example")}, b"")}
    site.pages |= {"/loop": (301, {"Location": "/loop"}, b"")}
    with pytest.raises(Refused, match="in a circle"):
        fetcher(site).get(site.url("/loop"))
    for n in range(9):
        site.pages[f"/{n}"] = (307, {"Location": f"{n + 1}"}, b"")
    with pytest.raises(Refused, match="more than 5 times"):
        fetcher(site).get(site.url("/0"))
    site.pages["/5"] = b"here"
    assert fetcher(site).get(site.url("/0")).url == site.url("/5")
    site.pages["/none"] = (302, {}, b"")
    assert fetcher(site).get(site.url("/none")).status == 302


def endless(to: BaseHTTPRequestHandler) -> None:
    to.send_response(200)
    to.end_headers()
    while True:
        to.wfile.write(b"x" * 65536)


def chunked(to: BaseHTTPRequestHandler) -> None:
    to.send_response(200)
    to.send_header("Transfer-Encoding", "chunked")
    to.end_headers()
    while True:
        to.wfile.write(b"10000\r\n" + b"x" * 65536 + b"\r\n")


def drip(to: BaseHTTPRequestHandler) -> None:
    to.send_response(200)
    to.send_header("Content-Length", "100000")
    to.end_headers()
    for _ in range(300):
        to.wfile.write(b"x")
        time.sleep(0.02)


def drip_head(to: BaseHTTPRequestHandler) -> None:
    to.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
    for _ in range(300):
        to.wfile.write(b"x")
        time.sleep(0.02)


def forever_soon(to: BaseHTTPRequestHandler) -> None:
    while True:
        to.wfile.write(b"HTTP/1.1 100 Continue\r\n\r\n")
        time.sleep(0.02)


def silent(to: BaseHTTPRequestHandler) -> None:
    time.sleep(1)


def torn(to: BaseHTTPRequestHandler) -> None:
    to.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")
    to.close_connection = True


def torn_chunk(to: BaseHTTPRequestHandler) -> None:
    to.wfile.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nhalf")
    to.close_connection = True


def noise(to: BaseHTTPRequestHandler) -> None:
    to.wfile.write(b"\x00\xff\x00 no HTTP at all\r\n\r\n")
    to.close_connection = True


def many_headers(to: BaseHTTPRequestHandler) -> None:
    to.wfile.write(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 5000 + b"\r\n")
    to.close_connection = True


@pytest.mark.parametrize("page", [endless, chunked])
def test_an_endless_body_is_cut_off(site: Site, page: object) -> None:
    site.pages["/a"] = page  # type: ignore[assignment]
    with pytest.raises(TooLarge, match="over 1,000,000 bytes"):
        fetcher(site, limits=Limits(1_000_000, 5)).get(site.url("/a"))
    assert len(fetcher(site).get(site.url("/a"), most=1000).body) == 1000


@pytest.mark.parametrize("page", [drip, drip_head, forever_soon, silent])
def test_a_slow_server_is_cut_off_in_all(site: Site, page: object) -> None:
    site.pages["/a"] = page  # type: ignore[assignment]
    before = time.monotonic()
    with pytest.raises(Unreachable, match="no whole answer within"):
        fetcher(site, limits=Limits(seconds=0.4)).get(site.url("/a"))
    assert time.monotonic() - before < 3


@pytest.mark.parametrize("page", [torn, torn_chunk, noise, many_headers])
def test_a_damaged_answer_is_told(site: Site, page: object) -> None:
    site.pages["/a"] = page  # type: ignore[assignment]
    with pytest.raises(Unreachable, match=r"too early|cannot? be read|no answer that can be read"):
        fetcher(site).get(site.url("/a"))


def test_packed_bodies(site: Site) -> None:
    site.pages["/a"] = (200, {"Content-Encoding": "gzip"}, gzip.compress(b"text" * 1000))
    assert fetcher(site).get(site.url("/a")).body == b"text" * 1000
    assert site.asked[0].headers["Accept-Encoding"] == "gzip"
    site.pages["/bomb"] = (200, {"Content-Encoding": "gzip"}, gzip.compress(b"A" * 60_000_000))
    before = time.monotonic()
    with pytest.raises(TooLarge, match="unpacks to over"):
        fetcher(site).get(site.url("/bomb"))
    assert time.monotonic() - before < 3
    site.pages["/torn"] = (200, {"Content-Encoding": "gzip"}, gzip.compress(b"text" * 1000)[:-9])
    with pytest.raises(ReadingError, match="damaged or end too early"):
        fetcher(site).get(site.url("/torn"))
    for coding in ("br", "gzip, gzip", "deflate"):
        site.pages["/odd"] = (200, {"Content-Encoding": coding}, b"x")
        with pytest.raises(Unreachable, match="not asked for"):
            fetcher(site).get(site.url("/odd"))


def test_nobody_listens(site: Site) -> None:
    with serving() as gone:
        pass
    with pytest.raises(Unreachable, match="refused"):
        fetcher(gone).get(gone.url("/"))


def test_tls_verifies_the_name_of_the_host() -> None:
    trustme = pytest.importorskip("trustme")
    authority = trustme.CA()
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("news.example").configure_cert(server)
    trusted = ssl.create_default_context()
    authority.configure_trust(trusted)
    with serving(server) as site:
        site.pages["/a"] = b"text"
        url = f"https://news.example:{site.port}/a"
        assert fetcher(site, tls=trusted).get(url).body == b"text"
        with pytest.raises(Unreachable, match="no safe connection"):
            fetcher(site, tls=trusted).get(url.replace("news", "other"))
        with pytest.raises(Unreachable, match="no safe connection"):
            fetcher(site).get(url)
        site.pages["/slow"] = drip
        before = time.monotonic()
        with pytest.raises(Unreachable, match="no whole answer within"):
            fetcher(site, tls=trusted, limits=Limits(seconds=0.4)).get(url.replace("/a", "/slow"))
        assert time.monotonic() - before < 3
        assert site.paths() == ["/a", "/slow"]


CLIENTS = re.compile(r"^\s*(?:import|from) (?:socket|ssl|http\.client|urllib\.request|urllib3|requests|httpx|aiohttp|ftplib|smtplib|asyncio)\b", re.M)
MAY = ("reading/fetching/", "workbench/")
"""The workbench listens; only the room of fetching calls."""


def test_nothing_else_in_the_program_speaks_to_the_network() -> None:
    source = Path(memcon.__file__).parent
    found = {p.relative_to(source).as_posix() for p in source.rglob("*.py") if CLIENTS.search(p.read_text(encoding="utf-8"))}
    assert {name for name in found if not name.startswith(MAY)} == set() and any(name.startswith(MAY[0]) for name in found)


def test_documents_are_read_without_any_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **more: object) -> None:
        raise AssertionError("something wants to speak to the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    sites = Path(__file__).with_name("fixtures") / "sites"
    assert all(reading.read_path(p).text for p in sites.glob("*.html"))
    outside = '<html><head><link rel="stylesheet" href="http://a.example/x.css"><base href="http://a.example/"></head>'
    page = f"{outside}<body><article><img src='http://a.example/x.png'><p>{'The ministers met in Oslo on Friday. ' * 9}</p></article></body></html>"
    assert "met in Oslo" in reading.read_bytes(page.encode(), "a.html").text


@given(st.one_of(st.ip_addresses(v=4), st.ip_addresses(v=6), st.integers(0, 2**125 - 1).map(lambda n: IPv6Address(2**125 + n))))
def test_what_is_open_is_global_by_pythons_tables_too(address: IPv4Address | IPv6Address) -> None:
    if closed(str(address)) is None:
        assert address.is_global and not (address.is_multicast or address.is_reserved or address.is_private or address.is_loopback)


@given(st.one_of(st.text(max_size=40), st.from_regex(r"https?://[a-zA-Z0-9.:@\[\]%_/?#-]{1,40}", fullmatch=True)))
def test_an_address_is_refused_or_has_one_form(url: str) -> None:
    try:
        found = target(url)
    except Refused:
        return
    assert target(found.url) == found and found.port in (80, 443) and found.scheme in ("http", "https")
    again = urlsplit(found.url)
    assert again.hostname == found.host and again.username is None and found.url.isascii()
    if found.is_literal():
        assert str(ip_address(found.host)) == found.host
