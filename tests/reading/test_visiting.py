"""Politeness: robots.txt, one request at a time, a delay, Retry-After."""

from collections.abc import Iterator
from email.utils import formatdate

import pytest

from memcon.reading.fetching import Deferred, Refused, Unreachable
from memcon.reading.fetching.pace import LONGEST, Pace

from .loopback import HERE, Clock, Names, Site, serving, visitor


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as found:
        found.pages |= {"/a": b"a", "/b": b"b", "/private/c": b"c"}
        yield found


def robots(text: str) -> tuple[int, dict[str, str], bytes]:
    return 200, {"Content-Type": "text/plain"}, text.encode()


def test_robots_txt_is_asked_first_and_once(site: Site) -> None:
    site.pages["/robots.txt"] = robots("User-agent: *\nDisallow: /private/\nAllow: /private/open\n\nUser-agent: other\nDisallow: /\n")
    guest = visitor(site)
    assert guest.get(site.url("/a")).body == b"a"
    with pytest.raises(Refused, match=r"robots\.txt of its site asks"):
        guest.get(site.url("/private/c"))
    assert guest.get(site.url("/private/open")).status == 404
    assert site.paths() == ["/robots.txt", "/a", "/private/open"]


def test_a_site_can_name_memcon(site: Site) -> None:
    site.pages["/robots.txt"] = robots("User-agent: *\nAllow: /\n\nUser-agent: Memcon\nDisallow: /*.html$\n")
    site.pages["/x.html"] = b"x"
    guest = visitor(site)
    assert guest.get(site.url("/a")).body == b"a"
    with pytest.raises(Refused, match=r"robots\.txt"):
        guest.get(site.url("/x.html"))


def test_a_redirect_into_what_is_disallowed_is_not_followed(site: Site) -> None:
    site.pages |= {"/robots.txt": robots("User-agent: *\nDisallow: /private/"), "/moved": (301, {"Location": "/private/c"}, b"")}
    with pytest.raises(Refused, match=r"/private/c: the robots\.txt"):
        visitor(site).get(site.url("/moved"))
    assert "/private/c" not in site.paths()


@pytest.mark.parametrize("status", [404, 401, 403])
def test_a_site_without_robots_txt_allows_all(site: Site, status: int) -> None:
    site.pages["/robots.txt"] = (status, {}, b"")
    assert visitor(site).get(site.url("/private/c")).body == b"c"


@pytest.mark.parametrize("status", [500, 503, 429])
def test_one_that_cannot_be_read_allows_nothing_until_it_can(site: Site, status: int) -> None:
    site.pages["/robots.txt"] = (status, {}, b"")
    guest = visitor(site)
    for _ in range(2):
        with pytest.raises(Unreachable, match=f"could not be read .status {status}"):
            guest.get(site.url("/a"))
    site.pages["/robots.txt"] = (404, {}, b"")
    guest.forget_faults()
    assert guest.get(site.url("/a")).body == b"a"
    assert site.paths() == ["/robots.txt", "/robots.txt", "/a"]


def test_a_robots_txt_of_megabytes_is_read_in_part(site: Site) -> None:
    site.pages["/robots.txt"] = robots("User-agent: *\nDisallow: /private/\n" + "# x\n" * 1_000_000)
    with pytest.raises(Refused):
        visitor(site).get(site.url("/private/c"))


def test_a_delay_stands_between_two_requests_to_a_host_and_none_between_hosts(site: Site) -> None:
    clock = Clock()
    guest = visitor(site, clock)
    guest.get(site.url("/a"))
    assert clock.slept == [2.0]
    guest.get(site.url("/a", "other.example"))
    assert clock.slept == [2.0, 2.0]
    clock.sleep(1.5)
    guest.get(site.url("/b"))
    assert clock.slept == [2.0, 2.0, 1.5]
    guest.get(site.url("/b"))
    assert clock.slept[-1] == 2.0


def test_a_site_can_ask_for_a_longer_delay(site: Site) -> None:
    site.pages["/robots.txt"] = robots("User-agent: *\nCrawl-delay: 30")
    clock = Clock()
    guest = visitor(site, clock)
    guest.get(site.url("/a"))
    guest.get(site.url("/b"))
    assert clock.slept == [30.0, 30.0]
    site.pages["/robots.txt"] = robots("User-agent: *\nCrawl-delay: 600")
    with pytest.raises(Deferred, match="left alone for 600 seconds"):
        visitor(site).get(site.url("/a"))


def test_a_busy_host_is_asked_again_when_it_says(site: Site) -> None:
    answers: list[tuple[int, dict[str, str], bytes]] = [(429, {"Retry-After": "20"}, b""), (200, {}, b"a")]

    def page(to: object) -> None:
        from .loopback import send

        send(to, *answers.pop(0))  # type: ignore[arg-type]

    site.pages["/a"] = page
    clock = Clock()
    assert visitor(site, clock).get(site.url("/a")).body == b"a"
    assert clock.slept == [2.0, 20.0]


def test_a_host_that_asks_for_longer_is_left_alone_also_by_the_next_run(site: Site) -> None:
    clock, held = Clock(), dict[str, float]()
    until = clock.time + 7200
    site.pages["/a"] = (503, {"Retry-After": formatdate(until, usegmt=True)}, b"")
    guest = visitor(site, clock, held)
    with pytest.raises(Deferred, match="left alone for 7,198 seconds"):
        guest.get(site.url("/a"))
    assert held == {"news.example": until}
    for again in (guest, visitor(site, clock, held)):
        with pytest.raises(Deferred):
            again.get(site.url("/b"))
    assert site.paths() == ["/robots.txt", "/a"]
    assert guest.get(site.url("/b", "other.example")).body == b"b"
    clock.sleep(7200)
    assert guest.get(site.url("/b")).body == b"b" and held == {}


def test_a_busy_host_that_is_busy_again_is_put_off(site: Site) -> None:
    site.pages["/a"] = (429, {"Retry-After": "5"}, b"")
    with pytest.raises(Deferred, match=r"busy \(status 429\)"):
        visitor(site).get(site.url("/a"))
    assert site.paths() == ["/robots.txt", "/a", "/a"]


@pytest.mark.parametrize(
    ("value", "seconds"),
    [(None, 300), ("", 300), ("soon", 300), ("120", 120), ("0", 1), ("-5", 300), ("9" * 400, LONGEST), ("Wed, 01 Jan 1997 00:00:00 GMT", 1),
     ("Wed, 01 Jan 1997 00:00:00 -0000", 1), ("Fri, 31 Dec 9999 23:59:59 GMT", LONGEST), ("٣", 300), ("Mon, 99 Foo 2020 99:99:99", 300)],
)  # fmt: skip
def test_what_retry_after_says(value: str | None, seconds: float) -> None:
    clock = Clock()
    held: dict[str, float] = {}
    assert Pace(1, held, clock=clock, now=clock, sleep=clock.sleep).hold("a", value) == seconds
    assert held == {"a": clock.time + seconds}


def test_an_address_that_is_closed_is_refused_before_robots_txt_is_asked(site: Site) -> None:
    with pytest.raises(Refused, match=r"^http://inside\.example:\d+/a: the address 10\.0\.0\.1 of inside\.example is not public"):
        visitor(site, names=Names(inside_example=[["10.0.0.1"]])).get(site.url("/a", "inside.example"))
    with pytest.raises(Refused, match="port"):
        visitor(site).get(f"http://{HERE}:1/")
    assert site.asked == []
