"""`memcon watch`: feeds into a register, once or again and again."""

import json
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from memcon.cli.answering import answering
from memcon.cli.inputs import OFFICES

if TYPE_CHECKING:
    from memcon.reading.fetching.state import State
    from memcon.reading.fetching.subscriptions import Subscriptions
    from memcon.reading.fetching.visitor import Visitor
    from memcon.reading.fetching.watching import Event

SHORTEST = 5
"""Nobody polls more often than every so many minutes."""


@click.command(short_help="Add what is new in RSS and Atom feeds to a register.")
@click.argument("feeds", metavar="FEEDS.toml", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--register", "place", envvar="MEMCON_REGISTER", default="register.db", show_default=True, metavar="FILE|URL",
              help="The register: a file, made where there is none, or a postgresql:// URL.")
@click.option("--fetch", is_flag=True, help="Use the network: poll feeds there, and read the pages that feeds link to.")
@click.option("--once", is_flag=True, help="Poll once and end; so it is unless --every says otherwise.")
@click.option("--every", type=click.IntRange(SHORTEST), metavar="MINUTES", help=f"Poll again and again, until Ctrl-C; {SHORTEST} or more.")
@click.option("--state", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path),
              help="What is known of the feeds.  [default: REGISTER.feeds.json, or FEEDS.feeds.json where the register is no file]")
@click.option("--any-language", is_flag=True, help="Also read what does not seem to be English.")
@OFFICES
@click.option("--model", metavar="NAME", help="Another spaCy pipeline with Universal Dependencies, by name or path.")
@click.option("--json", "as_json", is_flag=True, help="Print the outcome of each feed as JSON, one line each.")
@answering
def command(
    feeds: Path, place: str, fetch: bool, once: bool, every: int | None, state: Path | None, any_language: bool, offices: str | None,
    model: str | None, as_json: bool,
) -> None:
    """Poll the feeds that a file lists, and add what is new to a register.

    Nothing is fetched without --fetch: then only feeds in files are read, with the texts that they hold. With it, the pages that
    the entries link to are read, politely (robots.txt, one request at a time, a delay, ETag, Retry-After) and only from public
    addresses.

    \b
      contact = "desk@example.org"     # so that a site can write to you
      [[feed]]
      url = "https://example.org/news.rss"
      [[feed]]
      path = "saved/news.xml"

    What could not be had is tried again at the next poll, five times. What cannot be read is named, and by `memcon log`; the exit
    code is then 2.
    """
    import memcon.register
    from memcon.reading.fetching import state as states
    from memcon.reading.fetching import subscriptions

    if once and every:
        raise click.UsageError("--once polls once, --every again and again; give one of them")
    listed = subscriptions.load(feeds)
    kept = state or beside(place, feeds)
    with memcon.register.open(place) as register, stopping() as stop:
        known = states.load(kept)
        visitor = guest(listed, known, stop) if fetch else None
        adder = Adder(register, model, any_language, offices)
        while True:
            failed = poll(listed, known, kept, visitor, adder, as_json, stop)
            if every is None or stop.wait(every * 60):
                break
    sys.exit(2 if failed and every is None else 0)


def beside(place: str, feeds: Path) -> Path:
    """Give the file of the state: beside the register, which it belongs to; else beside the list of feeds."""
    return feeds.with_suffix(".feeds.json") if "://" in place else Path(f"{place}.feeds.json")


def guest(listed: "Subscriptions", known: "State", stop: threading.Event) -> "Visitor":
    """Make the one who fetches; asked to stop, nobody waits for a host's turn."""
    from memcon import __version__
    from memcon.reading.fetching import Deferred, Fetcher, Visitor
    from memcon.reading.fetching.pace import Pace

    def pause(seconds: float) -> None:
        if stop.wait(seconds):
            raise Deferred("the run was asked to stop")

    return Visitor(Fetcher(agent=listed.agent(__version__), ports=listed.ports), Pace(listed.delay, known.held, sleep=pause))


class Adder:
    """Reads reports and adds them to a register; the model is loaded for the first of them."""

    def __init__(self, register: Any, model: str | None, any_language: bool, offices: str | None = None) -> None:
        from memcon.register.readers import How

        self.register, self.how = register, How(None, any_language, model, offices=offices)
        self._nlp: Any = None

    def add(self, report: Any) -> tuple[str, str | None]:
        """Give what became of a report: "added", "superseded", "same", or "failed" with the reason."""
        from memcon import language
        from memcon.register.readers import read

        if self._nlp is None:
            self._nlp = language.load(self.how.model)
        result = read(report, self.how, self._nlp)
        for failed in result.failed:
            return "failed", failed.reason
        (record,) = result.parsed()
        return self.register.add(record), None


def poll(
    listed: "Subscriptions", known: "State", kept: Path, visitor: "Visitor | None", adder: Adder, as_json: bool, stop: threading.Event
) -> bool:
    """Poll all feeds once; the state is written after each report, so that a run that is cut off loses nothing. Tell whether anything failed."""
    from memcon.reading.fetching import state as states
    from memcon.reading.fetching.watching import watch

    failed = False
    for event in watch(listed, known, visitor, adder.add, any_language=adder.how.any_language, stop=stop.is_set):
        if event.done:
            states.save(known, kept)
        if event.failure and not event.again and event.tally is None:
            adder.register.log_unread(*event.failure)
        failed |= event.failure is not None
        _tell(event, as_json)
    return failed


def _tell(event: "Event", as_json: bool) -> None:
    if event.failure and not as_json:
        later = " (it is tried again at the next poll)" if event.again else ""
        click.echo(f"memcon: {event.failure[0]}: {event.failure[1]}{later}", err=True)
    if event.tally is None:
        return
    if as_json:
        click.echo(json.dumps({"feed": event.feed.key, **event.tally.as_dict()}, ensure_ascii=False))
    else:
        click.echo(f"memcon: {event.feed.name or event.feed.key}: {event.tally}", err=True)


@contextmanager
def stopping() -> Iterator[threading.Event]:
    """Give what SIGTERM and Ctrl-C set: the report at hand is finished, then the run ends."""
    stop = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield stop
        return

    def ask(number: int, frame: Any) -> None:
        if stop.is_set():
            raise KeyboardInterrupt
        stop.set()

    before = {s: signal.signal(s, ask) for s in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
