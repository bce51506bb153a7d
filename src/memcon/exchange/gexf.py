"""GEXF of the network of contacts, as Gephi reads it."""

import re
from typing import BinaryIO

from memcon.exchange.graph import graph
from memcon.exchange.needing import library
from memcon.exchange.outcome import Outcome
from memcon.exchange.selection import Selection

_MADE = re.compile(r'<meta lastmodifieddate="[^"]*">')


def write(selection: Selection, out: BinaryIO, persons: bool = False) -> Outcome:
    """Write the network, without the day on which it was written.

    Raises:
        MissingLibrary: networkx is not installed.
    """
    found = graph(selection, "GEXF", persons)
    text = "\n".join(library("networkx", "GEXF").generate_gexf(found, encoding="utf-8", prettyprint=True))
    out.write(b"<?xml version='1.0' encoding='utf-8'?>\n" + _MADE.sub("<meta>", text, count=1).encode() + b"\n")
    return Outcome(found.number_of_edges(), "links")
