"""JSON-LD, read by rdflib without a network."""

import json
from typing import Any

import pytest

from memcon.exchange.iris import iri, web
from memcon.register.register import Register
from register.making import BIDEN, PUTIN

from .conftest import exported

rdflib = pytest.importorskip("rdflib")
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")  # rdflib warns of itself.
SCHEMA, PROV = "https://schema.org/", "http://www.w3.org/ns/prov#"


def graph(register: Register, **question: Any) -> Any:
    found = rdflib.Graph()
    found.parse(data=exported(register, "jsonld", question)[0].decode(), format="json-ld")
    return found


def s(name: str) -> Any:
    return rdflib.URIRef(SCHEMA + name)


def prov(name: str) -> Any:
    return rdflib.URIRef(PROV + name)


def test_an_event_has_its_parties_place_date_and_provenance(register: Register) -> None:
    found = graph(register, between=("RU", "SY"))
    (event,) = found.subjects(rdflib.RDF.type, s("Event"))
    assert {str(found.value(a, s("name"))) for a in found.objects(event, s("attendee"))} == {PUTIN[0], "Bashar Assad"}
    assert str(found.value(event, s("startDate"))) == "2021-09-13"
    assert str(found.value(found.value(found.value(event, s("location")), s("address")), s("addressCountry"))) == "RU"
    accounts = list(found.objects(event, prov("wasDerivedFrom")))
    assert len(accounts) == 2
    for account in accounts:
        report = found.value(account, prov("wasDerivedFrom"))
        assert (event, s("subjectOf"), report) in found and (report, rdflib.RDF.type, s("Article")) in found
        software = found.value(found.value(account, prov("wasGeneratedBy")), prov("wasAssociatedWith"))
        assert (software, rdflib.RDF.type, prov("SoftwareAgent")) in found
    tass = found.value(rdflib.URIRef(iri("report", "tass-1")), prov("wasAttributedTo"))
    assert str(found.value(tass, s("name"))) == "TASS"


def test_claims_and_statements_have_their_speaker_and_report(register: Register) -> None:
    found = graph(register, between=("RU", "SY"))
    (claim,) = found.subjects(rdflib.RDF.type, s("Claim"))
    assert str(found.value(found.value(claim, s("author")), s("name"))) == PUTIN[0]
    assert found.value(claim, s("appearance")) == rdflib.URIRef(iri("report", "tass-1"))
    assert float(found.value(found.value(claim, s("about")), s("value"))) == 3.5
    (said,) = found.subjects(rdflib.RDF.type, s("Statement"))
    assert "grain deals" in str(found.value(said, s("text"))) and found.value(said, s("author")) is not None


def test_a_vague_date_is_as_vague_as_it_was_and_a_plan_is_scheduled(register: Register) -> None:
    found = graph(register, between=("US", "UA"))
    (event,) = found.subjects(rdflib.RDF.type, s("Event"))
    assert str(found.value(event, s("startDate"))) == "2021-12"
    found = graph(register, between=(BIDEN[0], "RU"), status=("planned",))
    (event,) = found.subjects(rdflib.RDF.type, s("Event"))
    assert str(found.value(event, s("eventStatus"))) == SCHEMA + "EventScheduled"


def test_every_link_leads_to_a_node_and_no_node_comes_twice(register: Register) -> None:
    nodes = json.loads(exported(register, "jsonld")[0])["@graph"]
    ids = [n["@id"] for n in nodes]
    assert len(ids) == len(set(ids)) > 20
    for node in nodes:
        for field in ("attendee", "subjectOf", "author", "spokenByCharacter", "isPartOf", "appearance", "wasGeneratedBy", "wasAttributedTo"):
            value = node.get(field, [])
            assert set(value if isinstance(value, list) else [value]) <= set(ids), (node["@id"], field)


def test_only_addresses_of_the_web_are_linked() -> None:
    assert web("javascript:alert(1)") is None and web(None) is None
    assert web("https://example.org/a b?q=<x>&r=%20") == "https://example.org/a%20b?q=%3Cx%3E&r=%20"
