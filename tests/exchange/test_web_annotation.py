"""Web Annotations: by the model's rules, and their selectors find the words."""

import base64
import hashlib
import json
from typing import Any

import jsonschema
import pytest

from memcon.register.register import Register

from .conftest import exported

MODEL = {  # What the Web Annotation Data Model (W3C Recommendation, 23 February 2017) requires of what we use of it.
    "type": "object", "required": ["@context", "id", "type", "items"],
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"}, "type": {"const": "AnnotationPage"},
        "items": {"type": "array", "items": {
            "type": "object", "required": ["id", "type", "body", "target"],
            "properties": {
                "id": {"type": "string", "format": "uri"}, "type": {"const": "Annotation"},
                "motivation": {"enum": ["classifying", "identifying", "describing"]},
                "body": {"type": "array", "items": {"oneOf": [
                    {"required": ["type", "value"], "properties": {"type": {"const": "TextualBody"}, "value": {"type": "string"}}},
                    {"required": ["type", "source"], "properties": {"type": {"const": "SpecificResource"}, "source": {"type": "string"}}},
                ]}},
                "target": {"type": "object", "required": ["type", "source", "selector"], "properties": {
                    "source": {"type": "string", "pattern": "^ni:///sha-256;[A-Za-z0-9_-]{43}$"},
                    "selector": {"type": "array", "prefixItems": [
                        {"required": ["start", "end"], "properties": {"type": {"const": "TextPositionSelector"}, "start": {"minimum": 0}}},
                        {"required": ["exact"], "properties": {"type": {"const": "TextQuoteSelector"}, "exact": {"minLength": 1}}},
                    ], "minItems": 2, "maxItems": 2},
                }},
            },
        }},
    },
}  # fmt: skip


def test_selectors_find_the_words_in_the_text_that_the_source_names(register: Register) -> None:
    data, outcome = exported(register, "annotations")
    page = json.loads(data)
    jsonschema.Draft202012Validator(MODEL).validate(page)
    texts = {}
    for report in register.reports():
        text = register.record(report.id).report.text
        texts["ni:///sha-256;" + base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).decode().rstrip("=")] = text
    assert len(page["items"]) == outcome.written > 15 and len({a["id"] for a in page["items"]}) == outcome.written
    for one in page["items"]:
        text = texts[one["target"]["source"]]
        at, quote = one["target"]["selector"]
        assert text[at["start"] : at["end"]] == quote["exact"]
        assert text[: at["start"]].endswith(quote["prefix"]) and text[at["end"] :].startswith(quote["suffix"])


def test_only_the_engagements_that_are_asked_for(register: Register) -> None:
    page = json.loads(exported(register, "annotations", {"between": ("RU", "SY")})[0])
    (met,) = register.engagements(between=["RU", "SY"])
    kinds = [a["body"] for a in page["items"] if a["motivation"] == "classifying"]
    assert [b[0]["value"] for b in kinds] == ["kind: meeting, held"] * 2
    assert {b[1]["source"] for b in kinds} == {f"urn:x-memcon:entry:{met.id}"}
    assert any(a["body"][0]["value"] == "figure: 3.5 times, claimed by Vladimir Putin" for a in page["items"])


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")  # rdflib warns of itself.
def test_it_is_rdf(register: Register) -> None:
    rdflib = pytest.importorskip("rdflib")
    page: dict[str, Any] = json.loads(exported(register, "annotations", {"between": ("RU", "SY")})[0])
    oa = "http://www.w3.org/ns/oa#"
    links = {n: {"@id": f"oa:has{n.title()}", "@type": "@id"} for n in ("body", "target", "source", "selector", "scope")}
    page["@context"] = {"@vocab": oa, "oa": oa, "id": "@id", "type": "@type", "items": {"@id": "oa:items"}, **links}
    graph = rdflib.Graph().parse(data=json.dumps(page), format="json-ld")
    found = list(graph.subjects(rdflib.RDF.type, rdflib.URIRef(f"{oa}Annotation")))
    assert len(found) == len(page["items"]) and all(graph.value(a, rdflib.URIRef(f"{oa}hasTarget")) for a in found)
