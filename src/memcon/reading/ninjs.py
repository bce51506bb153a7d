"""IPTC ninjs 1.x, 2 and 3: a news item as a JSON object (https://iptc.org/standards/ninjs/)."""

from typing import Any

from memcon.errors import NoArticle
from memcon.reading import status
from memcon.reading.document import Document
from memcon.reading.markup import text_of

_OWN_KEYS = frozenset({"pubstatus", "versioncreated", "body_text", "body_xhtml", "bodies", "headlines", "infosources", "firstcreated"})


def is_item(value: dict[str, Any]) -> bool:
    """Tell whether a JSON object is a ninjs item: it has a `uri`, and keys that only ninjs has."""
    return "uri" in value and len(_OWN_KEYS & {str(key).lower() for key in value}) > 0


def of_item(item: dict[str, Any], raw: bytes, name: str) -> Document:
    """Make a document of a ninjs item; one that is withdrawn and has no text consists of its headline and the note to editors.

    Raises:
        NoArticle: it has no text (a picture, a video, a graphic).
    """
    item = {str(key).lower(): value for key, value in item.items()}  # "versionCreated" of ninjs 3 is "versioncreated" before.
    body, title, note = _body(item), _text(item.get("headline")) or _valued(item.get("headlines"), "main"), _text(item.get("ednote"))
    embargo = _text(item.get("embargoeduntil")) or _text(item.get("embargoed"))
    notes = status.notes(_text(item.get("version")), _text(item.get("pubstatus")), embargo, note, title=title)
    if body is None and status.is_withdrawn(notes):
        body, title = (note, title) if note else (title, None)
    if body is None:
        raise NoArticle(f"{name}: this ninjs item of type {item.get('type', 'unknown')!r} has no text in body_text, body_xhtml or bodies")
    located = item.get("located")
    return Document(
        name=name,
        format="ninjs",
        raw=raw,
        body=body,
        title=title,
        publisher=_publisher(item),
        published=_text(item.get("versioncreated")) or _text(item.get("firstcreated")) or _text(item.get("contentcreated")),
        id=_text(item.get("uri")),
        language=_text(item.get("language")),
        notes=notes + ((f"located: {located}",) if isinstance(located, str) and located else ()),
    )


def _body(item: dict[str, Any]) -> str | None:
    for key in ("body_text", "body_xhtml", "body_html"):
        if text := _text(item.get(key)):
            return text_of(text)
    bodies = [b for b in item.get("bodies") or [] if isinstance(b, dict) and _text(b.get("value"))]
    bodies.sort(key=lambda b: ("text/plain" not in str(b.get("contenttype", b.get("contentType", "")))))
    return text_of(bodies[0]["value"]) if bodies else None


def _publisher(item: dict[str, Any]) -> str | None:
    for source in item.get("infosources") or []:
        if isinstance(source, dict) and _text(source.get("name")):
            return _text(source["name"])
    return _text(item.get("provider")) or _text(item.get("source")) or _text(item.get("copyrightholder"))


def _valued(items: Any, role: str) -> str | None:
    found = [i for i in items or [] if isinstance(i, dict) and _text(i.get("value"))] if isinstance(items, list) else []
    found.sort(key=lambda i: i.get("role") != role)
    return _text(found[0]["value"]) if found else None


def _text(value: Any) -> str | None:
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value if isinstance(value, str) and value.strip() else None
