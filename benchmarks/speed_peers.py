"""Peers from the package registry (`pip install 'memcon[peers]'`), each beside the room that does what comes nearest to its task."""

import statistics
import time
import warnings
from collections.abc import Callable
from importlib import import_module
from typing import Any

from benchmarks.speed_documents import Document

_MOST = 30


def peers(found: list[Document], nlp: Any) -> list[dict[str, Any]]:
    """Give for each peer its task, the room, and the median over documents of the room's time through the peer's."""
    from memcon import actors, figures, language, reading, statements, times

    def figures_of(text: str) -> Any:
        return figures.find_quantities(text)

    def times_of(text: str) -> Any:
        return times.find_times(text, "2021-09-14")

    def statements_of(text: str) -> Callable[[], Any]:
        report = reading.read_text(text, any_language=True)
        doc = language.analyse(report.text, [(b.span.start, b.span.end) for b in report.blocks], nlp)
        cast = actors.find(doc, report)
        return lambda: statements.find(doc, report, cast)

    rows = [
        _row("dateparser.search", "dates in a text", "times", found, lambda t: lambda: times_of(t), _dateparser),
        _row("quantulum3", "quantities in a text", "figures, its number grammar", found, lambda t: lambda: figures_of(t), _quantulum),
        _row("textacy, direct_quotations", "quotations and speakers of a parsed text", "statements", found, statements_of, lambda: _textacy(nlp)),
    ]
    return rows


def _row(
    name: str, task: str, room: str, found: list[Document], ours: Callable[[str], Callable[[], Any]], load: Callable[[], Callable[[str], Callable[[], Any]]]
) -> dict[str, Any]:
    try:
        theirs = load()
    except ImportError as error:
        return {"name": name, "task": task, "room": room, "ratio": f"not installed ({error.name})"}
    ratios: list[float] = []
    faults = 0
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        ours(found[0].text)(), _tried(theirs(found[0].text))
        for document in found[:_MOST]:
            mine, peer = _time(ours(document.text)), _tried(theirs(document.text))
            if peer is None:
                faults += 1
            elif peer > 0:
                ratios.append(mine / peer)
    told = f"{statistics.median(ratios):.3f}" if ratios else "none"
    return {"name": name, "task": task, "room": room, "ratio": told + (f" (it failed on {faults} of {min(len(found), _MOST)} texts)" if faults else "")}


def _time(work: Callable[[], Any]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def _tried(work: Callable[[], Any]) -> float | None:
    try:
        return _time(work)
    except Exception:  # a peer's fault on a text is a figure, not the end of the run
        return None


def _dateparser() -> Callable[[str], Callable[[], Any]]:
    search = import_module("dateparser.search").search_dates
    return lambda text: lambda: search(text, languages=["en"])


def _quantulum() -> Callable[[str], Callable[[], Any]]:
    parse = import_module("quantulum3.parser").parse
    return lambda text: lambda: parse(text)


def _textacy(nlp: Any) -> Callable[[str], Callable[[], Any]]:
    triples = import_module("textacy.extract.triples")

    def work(text: str) -> Callable[[], Any]:
        doc = nlp(text)
        return lambda: list(triples.direct_quotations(doc))

    return work
