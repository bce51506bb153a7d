"""The network of contacts as a graph of networkx."""

from typing import Any

from memcon.exchange.naming import clean
from memcon.exchange.needing import library
from memcon.exchange.selection import Selection


def graph(selection: Selection, form: str, persons: bool = False) -> Any:
    """Give who is in contact with whom, as an undirected graph.

    Nodes have `label`, `kind` and `country`; edges `weight` (engagements), one count a kind, and the `first` and `last` day.

    Raises:
        MissingLibrary: networkx is not installed.
    """
    networkx = library("networkx", form)
    network = selection.network(persons)
    found = networkx.Graph()
    for node in network.nodes:
        found.add_node(clean(node.actor), label=clean(node.name), kind=node.kind, country=node.country or "")
    for link in sorted(network.links, key=lambda k: (k.a, k.b)):
        counts = dict(link.kinds)
        found.add_edge(clean(link.a), clean(link.b), weight=link.count, first=link.first or "", last=link.last or "", **counts)
    return found
