"""Feeds that are polled: what is new is read once, what was corrected again, what failed is tried again."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from memcon.errors import DataError, MemconError
from memcon.reading.fetching import state as states
from memcon.reading.fetching import subscriptions
from memcon.reading.fetching.state import State
from memcon.reading.fetching.subscriptions import Feed, Subscriptions
from memcon.reading.fetching.watching import Event, watch
from memcon.record import Report

from .loopback import Clock, Site, send, serving, visitor

TEXT = "The foreign minister of Norway met her Swedish counterpart in Oslo on Friday, and they spoke about fish for an hour."


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as found:
        yield found


def page(title: str, text: str = TEXT, head: str = "") -> bytes:
    return f"<html><head><title>{title}</title>{head}</head><body><article><h1>{title}</h1><p>{text}</p><p>{TEXT}</p></article></body></html>".encode()


def rss(site: Site, *items: tuple[str, str], text: str = "", day: str = "27 Feb 2023") -> bytes:
    found = "".join(
        f"<item><title>{title}</title><link>{site.url(path)}</link><guid>{path}</guid><pubDate>{day} 10:00:00 GMT</pubDate>"
        f"<description>{text}</description></item>"
        for path, title in items
    )
    return f"<?xml version='1.0'?><rss version='2.0'><channel><title>Example Ministry</title>{found}</channel></rss>".encode()


class Desk:
    """A stand-in for the register: keeps what it is given."""

    def __init__(self) -> None:
        self.reports: list[Report] = []

    def add(self, report: Report) -> tuple[str, str | None]:
        same = any(r.sha256 == report.sha256 for r in self.reports)
        self.reports.append(report)
        return ("same" if same else "added"), None


def poll(site: Site, known: State, desk: Desk, *feeds: Feed, clock: Clock | None = None, online: bool = True) -> list[Event]:
    listed = Subscriptions(feeds or (Feed(url=site.url("/feed")),))
    guest = visitor(site, clock, known.held) if online else None
    return list(watch(listed, known, guest, desk.add))


def tally(events: list[Event]) -> dict[str, Any]:
    (found,) = [e.tally for e in events if e.tally]
    return {k: v for k, v in found.as_dict().items() if v}


def test_the_pages_of_a_feed_are_read_once(site: Site) -> None:
    site.pages |= {"/feed": rss(site, ("/2", "Talks in Bergen"), ("/1", "Talks in Oslo")), "/1": page("Talks in Oslo"), "/2": page("Talks in Bergen")}
    known, desk = State(), Desk()
    assert tally(poll(site, known, desk)) == {"added": 2}
    first, second = desk.reports
    assert first.id == "/1" and first.url == first.path == site.url("/1") and first.text.startswith("Talks in Oslo\n") and first.format == "html"
    assert second.id == "/2"
    assert first.published is not None and (first.published.value, first.published.by) == ("2023-02-27", "metadata")
    assert first.publisher is not None and first.publisher.name == "Example Ministry"
    assert tally(poll(site, known, desk)) == {} and len(desk.reports) == 2
    assert site.paths() == ["/robots.txt", "/feed", "/1", "/2", "/robots.txt", "/feed"]


def test_links_that_are_no_whole_addresses(site: Site) -> None:
    feed = rss(site, ("/news/1", "Talks")).replace(site.url("/news/1").encode(), b"../news/1").replace(b"<guid>/news/1</guid>", b"")
    site.pages |= {"/old": (302, {"Location": "/rss/feed"}, b""), "/rss/feed": feed, "/news/1": page("Talks")}
    desk = Desk()
    assert tally(poll(site, State(), desk, Feed(url=site.url("/old")))) == {"added": 1}
    assert desk.reports[0].id == desk.reports[0].url == site.url("/news/1")


@pytest.mark.parametrize(("status", "moved"), [(301, True), (308, True), (302, False), (307, False)])
def test_a_feed_that_has_moved_for_good_is_told(site: Site, status: int, moved: bool) -> None:
    site.pages |= {"/feed": (status, {"Location": "/new"}, b""), "/new": rss(site, ("/1", "Talks")), "/1": page("Talks")}
    (found,) = [e.tally for e in poll(site, State(), Desk()) if e.tally]
    assert found.moved == (site.url("/new") if moved else None)
    assert str(found) == "1 added" + (f"; it has moved for good to {site.url('/new')}: put that into the list" if moved else "")


def test_a_page_in_the_place_of_a_feed_is_asked_for_its_feeds(site: Site) -> None:
    links = '<link rel="stylesheet" href="a.css"><link rel="alternate" type="application/rss+xml" href="/rss"><link rel="Alternate" type="application/atom+xml" href="http://[">'
    site.pages["/feed"] = page("Ministry of Fish", head=links)
    (event,) = poll(site, State(), Desk())
    assert event.failure is not None and event.failure[1] == f"this is a page and no feed; it offers {site.url('/rss')}: put that into the list"


@pytest.mark.parametrize("link", ["http://[", "javascript:alert(1)", "mailto:a@example.org", "http://user@news.example/", "file:///etc/passwd", "http://2130706433/"])
def test_links_that_lead_nowhere_are_told(site: Site, link: str) -> None:
    site.pages["/feed"] = rss(site, ("/1", "Talks")).replace(site.url("/1").encode(), link.encode())
    known, desk = State(), Desk()
    event = poll(site, known, desk)[0]
    assert event.failure is not None and not event.again and desk.reports == []
    assert tally(poll(site, known, desk)) == {} and site.paths().count("/feed") == 2


def test_a_corrected_entry_is_read_again_and_a_new_one_too(site: Site) -> None:
    site.pages |= {"/feed": rss(site, ("/1", "Talks")), "/1": page("Talks"), "/2": page("More")}
    known, desk = State(), Desk()
    poll(site, known, desk)
    site.pages |= {"/feed": rss(site, ("/2", "More"), ("/1", "Talks, corrected"), day="28 Feb 2023"), "/1": page("Talks, corrected")}
    assert tally(poll(site, known, desk)) == {"added": 2}
    assert [r.title.quote for r in desk.reports if r.title] == ["Talks", "Talks, corrected", "More"]


def test_etag_and_last_modified_are_obeyed(site: Site) -> None:
    def feed(to: Any) -> None:
        if to.headers.get("If-None-Match") == '"1"' and to.headers.get("If-Modified-Since") == "Mon, 27 Feb 2023 10:00:00 GMT":
            send(to, 304, {}, b"")
        else:
            send(to, 200, {"ETag": '"1"', "Last-Modified": "Mon, 27 Feb 2023 10:00:00 GMT"}, rss(site, ("/1", "Talks")))

    site.pages |= {"/feed": feed, "/1": page("Talks")}
    known, desk = State(), Desk()
    assert tally(poll(site, known, desk)) == {"added": 1}
    assert known.of(site.url("/feed")).etag == '"1"'
    assert tally(poll(site, known, desk)) == {"unchanged": True}
    assert tally(poll(site, known, desk)) == {"unchanged": True}


def test_a_page_that_failed_is_tried_again_though_the_feed_is_unchanged(site: Site) -> None:
    site.pages |= {"/feed": (200, {"ETag": '"1"'}, rss(site, ("/1", "Talks"))), "/1": (500, {}, b"")}
    known, desk = State(), Desk()
    events = poll(site, known, desk)
    assert tally(events) == {"again": 1}
    assert events[0].again and events[0].failure == (site.url("/1"), "its server answers with status 500")
    assert known.of(site.url("/feed")).etag is None
    site.pages["/1"] = page("Talks")
    assert tally(poll(site, known, desk)) == {"added": 1}
    assert known.of(site.url("/feed")).etag == '"1"'


def test_it_is_given_up_after_five_times(site: Site) -> None:
    site.pages |= {"/feed": rss(site, ("/1", "Talks")), "/1": (500, {}, b"")}
    known, desk = State(), Desk()
    assert [tally(poll(site, known, desk)) for _ in range(6)] == [{"again": 1}] * 4 + [{"failed": 1}, {}]
    assert site.paths().count("/1") == 5


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ((404, {}, b""), "status 404"),
        ((410, {}, b""), "status 410"),
        ((403, {}, b""), "status 403"),
        ((302, {"Location": "http://169.254.169.254/"}, b""), "not public"),
        ((200, {"Content-Type": "text/html"}, b"<html><body></body></html>"), "no article"),
        ((200, {"Content-Type": "image/png"}, b"\x89PNG\r\n\x1a\n" + b"\x00" * 64), "PNG image"),
        ((200, {"Content-Type": "text/plain"}, "Die Minister trafen sich am Montag in Berlin und sprachen über die Lage in der Region.".encode()), "German"),
    ],
)
def test_what_cannot_be_read_is_told_once(site: Site, answer: Any, said: str) -> None:
    site.pages |= {"/feed": rss(site, ("/1", "Talks")), "/1": answer}
    known, desk = State(), Desk()
    event = poll(site, known, desk)[0]
    assert event.failure is not None and said in event.failure[1] and not event.again
    assert tally(poll(site, known, desk)) == {} and desk.reports == []


def test_robots_txt_keeps_pages_from_being_read(site: Site) -> None:
    site.pages |= {"/feed": rss(site, ("/no/1", "Talks"), text=TEXT), "/no/1": page("Talks"), "/robots.txt": (200, {}, b"User-agent: *\nDisallow: /no/")}
    known, desk = State(), Desk()
    event = poll(site, known, desk)[0]
    assert event.failure is not None and "robots.txt" in event.failure[1]
    assert "/no/1" not in site.paths()
    assert tally(poll(site, State(), desk, Feed(url=site.url("/feed"), follow=False))) == {"added": 1}
    assert desk.reports[0].format == "feed" and desk.reports[0].url == site.url("/no/1")


def test_a_busy_host_puts_off_all_its_pages_and_costs_no_tries(site: Site) -> None:
    site.pages |= {"/feed": rss(site, *((f"/{n}", f"Talks {n}") for n in range(4))), "/3": (429, {"Retry-After": "3600"}, b"")}
    known, desk, clock = State(), Desk(), Clock()
    events = poll(site, known, desk, clock=clock)
    assert tally(events) == {"again": 4} and sum(e.failure is not None for e in events) == 1
    assert site.paths() == ["/robots.txt", "/feed", "/3"]
    for _ in range(6):
        (event,) = poll(site, known, desk, clock=clock)
        assert event.failure is not None and "left alone" in event.failure[1]
    clock.sleep(3600)
    site.pages |= {f"/{n}": page(f"Talks {n}") for n in range(4)}
    assert tally(poll(site, known, desk, clock=clock)) == {"added": 4}


def test_no_more_pages_than_asked_at_one_poll(site: Site) -> None:
    site.pages |= {"/feed": (200, {"ETag": "x"}, rss(site, *((f"/{n}", f"Talks {n}") for n in range(5)))), **{f"/{n}": page(f"Talks {n}") for n in range(5)}}
    known, desk, feed = State(), Desk(), Feed(url=site.url("/feed"), most=2)
    assert [tally(poll(site, known, desk, feed)) for _ in range(3)] == [{"added": 2, "left": 3}, {"added": 2, "left": 1}, {"added": 1}]


def test_feeds_take_turns_so_that_nobody_waits_for_nothing(site: Site) -> None:
    other = rss(site, ("/y", "Y"), ("/x", "X")).replace(b"news.example", b"other.example")
    site.pages |= {"/feed": rss(site, ("/b", "B"), ("/a", "A")), "/other": other, **{f"/{n}": page(f"Talks {n}") for n in "abxy"}}
    clock = Clock()
    poll(site, State(), Desk(), Feed(url=site.url("/feed")), Feed(url=site.url("/other", "other.example")), clock=clock)
    assert [p for p in site.paths() if len(p) == 2] == ["/a", "/x", "/b", "/y"]
    assert sum(clock.slept) <= 2 * 4


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ((200, {}, b"<html><body>no feed</body></html>"), "this feed cannot be parsed"),
        ((200, {}, b""), "this feed cannot be parsed"),
        ((200, {}, b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">]><rss/>'), "declares entities"),
        ((410, {}, b""), "status 410; take it out"),
        ((500, {}, b""), "status 500"),
    ],
)
def test_a_feed_that_is_none_is_told_and_the_others_go_on(site: Site, answer: Any, said: str) -> None:
    site.pages |= {"/feed": answer, "/good": rss(site, ("/1", "Talks")), "/1": page("Talks")}
    desk = Desk()
    first, *rest = poll(site, State(), desk, Feed(url=site.url("/feed")), Feed(url=site.url("/good")))
    assert first.failure is not None and said in first.failure[1] and first.tally is not None and str(first.tally) == "could not be polled"
    assert tally(rest) == {"added": 1}


def test_a_feed_in_a_file_needs_no_network(site: Site, tmp_path: Path) -> None:
    (tmp_path / "a.rss").write_bytes(rss(site, ("/1", "Talks in Oslo"), text=TEXT))
    known, desk, feed = State(), Desk(), Feed(path=tmp_path / "a.rss", name="Ministry of Fish")
    assert tally(poll(site, known, desk, feed, online=False)) == {"added": 1}
    assert site.asked == [] and desk.reports[0].publisher is not None and desk.reports[0].publisher.name == "Ministry of Fish"
    assert tally(poll(site, known, desk, feed, online=False)) == {}
    site.pages["/1"] = page("Talks in Oslo", "More than the feed tells of.")
    assert tally(poll(site, known, desk, feed)) == {"added": 1} and desk.reports[1].format == "html"
    (event,) = poll(site, known, desk, online=False)
    assert event.failure is not None and "add --fetch" in event.failure[1]
    (event,) = poll(site, known, desk, Feed(path=tmp_path / "none.rss"), online=False)
    assert event.failure == (str(tmp_path / "none.rss"), "No such file or directory")


def test_asked_to_stop_it_stops_after_the_report_at_hand(site: Site) -> None:
    site.pages |= {"/feed": rss(site, ("/2", "B"), ("/1", "A")), "/1": page("A"), "/2": page("B")}
    known, desk = State(), Desk()
    listed = Subscriptions((Feed(url=site.url("/feed")),))
    events = list(watch(listed, known, visitor(site), desk.add, stop=lambda: bool(desk.reports)))
    assert len(desk.reports) == len(events) == 1
    assert tally(poll(site, known, desk)) == {"added": 1}


def test_the_state_is_kept_in_a_file(site: Site, tmp_path: Path) -> None:
    site.pages |= {"/feed": (200, {"ETag": '"1"'}, rss(site, ("/1", "Talks"), ("/2", "None"))), "/1": page("Talks"), "/2": (500, {}, b"")}
    known, file = State(), tmp_path / "r.db.feeds.json"
    poll(site, known, Desk())
    known.held["busy.example"] = 1.5
    states.save(known, file)
    assert states.load(file) == known and not list(tmp_path.glob(".*"))
    states.save(states.load(file), tmp_path / "again.json")
    assert (tmp_path / "again.json").read_bytes() == file.read_bytes()
    assert states.load(tmp_path / "none") == State()
    for damaged in ("", "[]", '{"format": 99}', '{"format": 1, "feeds": {"a": 1}, "held": {}}', "\x00"):
        file.write_text(damaged)
        with pytest.raises(MemconError, match="delete it, and the feeds are read anew"):
            states.load(file)


def test_the_state_holds_no_more_than_the_feed_lists(site: Site) -> None:
    known, desk = State(), Desk()
    for n in range(5):
        site.pages |= {"/feed": rss(site, (f"/{n}", f"Talks {n}")), f"/{n}": page(f"Talks {n}")}
        poll(site, known, desk)
    assert list(known.of(site.url("/feed")).seen) == ["/4"] and len(desk.reports) == 5


GOOD = """contact = "desk@example.org"
delay = 0.1
ports = [8443]
[[feed]]
url = "https://example.org/news.rss"
name = "Example"
[[feed]]
path = "saved/news.xml"
follow = false
most = 5
"""


def test_the_list_of_feeds(tmp_path: Path) -> None:
    (tmp_path / "FEEDS.toml").write_text(GOOD)
    listed = subscriptions.load(tmp_path / "FEEDS.toml")
    assert listed.feeds == (Feed("https://example.org/news.rss", None, "Example"), Feed(None, tmp_path / "saved/news.xml", None, False, 5))
    assert (listed.delay, listed.ports, listed.agent("1")) == (1.0, (8443,), "memcon/1 (desk@example.org)")


def test_the_list_of_the_documentation_is_one(tmp_path: Path) -> None:
    page = (Path(__file__).resolve().parents[2] / "docs" / "reading.md").read_text(encoding="utf-8")
    (tmp_path / "FEEDS.toml").write_text(page.partition("```toml\n")[2].partition("```")[0])
    listed = subscriptions.load(tmp_path / "FEEDS.toml")
    assert [f.follow for f in listed.feeds] == [True, False] and listed.contact and listed.ports == (8443,)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no feed in it"),
        ("[[feed", "no TOML"),
        ("[[feeds]]\nurl = 'https://a'", "no setting 'feeds'; there are contact"),
        ("[[feed]]\nurl = 'https://a'\nlink = 1", "feed 1: there is no setting 'link'"),
        ("[[feed]]\nname = 'x'", "give a url or a path"),
        ("[[feed]]\nurl = 'https://a'\npath = 'b'", "give a url or a path"),
        ("[[feed]]\nurl = 'a.rss'", "must begin with https://"),
        ("[[feed]]\nurl = 'https://a'\n[[feed]]\nurl = 'https://a'", "there twice"),
        ("[[feed]]\nurl = 'https://a'\nmost = 0", "must be 1 or more"),
        ("[[feed]]\nurl = 'https://a'\nmost = true", "must be a whole number"),
        ("[[feed]]\nurl = 'https://a'\nfollow = 'yes'", "must be true or false"),
        ("delay = 'x'\n[[feed]]\nurl = 'https://a'", "must be a number"),
        ("ports = ['x']\n[[feed]]\nurl = 'https://a'", "list of port numbers"),
        ("contact = 'a\\nX: b'\n[[feed]]\nurl = 'https://a'", None),
        ('contact = "a\\nX: b"\n[[feed]]\nurl = "https://a"', "plain ASCII"),
        ("feed = ['https://a']", r"write it as a table, \[\[feed\]\]"),
    ],
)
def test_what_is_wrong_in_the_list_is_named(tmp_path: Path, text: str, said: str | None) -> None:
    (tmp_path / "FEEDS.toml").write_text(text)
    if said is None:
        assert subscriptions.load(tmp_path / "FEEDS.toml").feeds
        return
    with pytest.raises(DataError, match=said):
        subscriptions.load(tmp_path / "FEEDS.toml")


def test_a_tally_can_be_told_and_written(site: Site) -> None:
    site.pages |= {"/feed": rss(site, ("/1", "Talks")), "/1": page("Talks")}
    (found,) = [e.tally for e in poll(site, State(), Desk()) if e.tally]
    assert str(found) == "1 added" and json.loads(json.dumps(found.as_dict()))["added"] == 1
