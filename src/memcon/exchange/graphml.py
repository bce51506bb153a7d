"""GraphML of the network of contacts."""

from typing import BinaryIO

from memcon.exchange.graph import graph
from memcon.exchange.needing import library
from memcon.exchange.outcome import Outcome
from memcon.exchange.selection import Selection


def write(selection: Selection, out: BinaryIO, persons: bool = False) -> Outcome:
    """Write the network.

    Raises:
        MissingLibrary: networkx is not installed.
    """
    found = graph(selection, "GraphML", persons)
    # The writer without lxml: it is there wherever networkx is, and writes the same bytes everywhere.
    library("networkx.readwrite.graphml", "GraphML").write_graphml_xml(found, out, encoding="utf-8", prettyprint=True)
    return Outcome(found.number_of_edges(), "links")
