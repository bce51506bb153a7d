"""The formats by name; the module of each is loaded when it is written."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from memcon.exchange.outcome import Outcome


@dataclass(frozen=True, slots=True)
class Format:
    """A format: what it is in a line, the module of this room that writes it, whether it is one of the shared tables, of the network
    of contacts, or bytes that no terminal can show.
    """

    says: str
    module: str
    table: bool = False
    network: bool = False
    binary: bool = False

    @property
    def write(self) -> Callable[..., Outcome]:
        """The function that writes a selection to a binary stream."""
        found: Callable[..., Outcome] = import_module(f"memcon.exchange.{self.module}").write
        return found


FORMATS = {
    "csv": Format("CSV, one table a file", "csv_table", table=True),
    "parquet": Format("Parquet, one table a file", "parquet", table=True, binary=True),
    "jsonl": Format("JSON lines of all reports, judgements and engagements, for `memcon import jsonl`", "json_lines"),
    "ical": Format("iCalendar: what has a day", "icalendar_file"),
    "plover": Format("PLOVER event records, JSON lines", "plover_lines"),
    "jsonld": Format("JSON-LD with schema.org and PROV", "json_ld"),
    "annotations": Format("W3C Web Annotations", "web_annotation"),
    "ftm": Format("FollowTheMoney entities, JSON lines", "follow_the_money"),
    "ftm-statements": Format("FollowTheMoney statements, CSV: each value with who gives it", "ftm_statements"),
    "graphml": Format("GraphML of the network of contacts", "graphml", network=True),
    "gexf": Format("GEXF of the network of contacts, for Gephi", "gexf", network=True),
    "markdown": Format("a one-page memorandum of an engagement or of two parties, with footnotes", "memo_markdown"),
    "html": Format("the same as a page that prints well", "memo_html"),
}
