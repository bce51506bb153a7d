"""GraphML and GEXF, read back by networkx and held against the schema's namespaces."""

import io

import pytest
from lxml import etree

from memcon.register.register import Register

from .conftest import exported

networkx = pytest.importorskip("networkx")


@pytest.mark.parametrize("form", ["graphml", "gexf"])
@pytest.mark.parametrize("persons", [False, True])
def test_nodes_and_edges_are_those_of_the_question(register: Register, form: str, persons: bool) -> None:
    data, outcome = exported(register, form, persons=persons)
    read = networkx.read_graphml if form == "graphml" else networkx.read_gexf
    found = read(io.BytesIO(data))
    network = register.network(persons=persons, limit=None)
    assert {n: d["label"] for n, d in found.nodes(data=True)} == {n.actor: n.name for n in network.nodes}
    edges = {frozenset((k.a, k.b)): (k.count, k.first, k.last, dict(k.kinds)) for k in network.links}
    assert len(edges) == outcome.written > 2
    for a, b, d in found.edges(data=True):
        count, first, last, kinds = edges[frozenset((a, b))]
        assert (d["weight"], d["first"], d["last"]) == (count, first, last) and all(d[k] == n for k, n in kinds.items())
    assert b"2026" not in data and etree.fromstring(data).tag.endswith(f"}}{form}")


def test_the_filters_are_heeded(register: Register) -> None:
    data, _ = exported(register, "graphml", {"between": ("SY",)})
    assert networkx.read_graphml(io.BytesIO(data)).number_of_edges() == 1
    data, _ = exported(register, "gexf", {"status": ("planned",)})
    assert networkx.read_gexf(io.BytesIO(data)).number_of_edges() == 1
