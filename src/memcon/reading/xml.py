"""XML from anywhere, parsed without entities of its own and without anything from outside."""

from typing import Any

from memcon.errors import NotText, ReadingError

_ENTITIES = b"<!ENTITY"


def parse(data: bytes, name: str) -> Any:
    """Parse XML to an ElementTree element.

    Raises:
        ReadingError: it declares entities or refers to something outside (it may be an attack).
        NotText: it is not well-formed.
    """
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    refuse_entities(data, name)
    try:
        return fromstring(data)
    except DefusedXmlException as error:
        raise ReadingError(f"{name}: this XML declares entities or refers to something outside ({error}); such XML is not read") from error
    except (ParseError, ValueError, LookupError, RecursionError) as error:
        raise NotText(f"{name}: this is not well-formed XML ({error}); get the file again, or give the report as text") from error


def refuse_entities(data: bytes, name: str) -> None:
    """Refuse XML that declares entities, before any parser sees it.

    Raises:
        ReadingError: it does.
    """
    if _ENTITIES in data or "<!ENTITY".encode("utf-16-le") in data or "<!ENTITY".encode("utf-16-be") in data:
        raise ReadingError(f"{name}: this XML declares entities of its own, which news formats do not need; such XML is not read")


def local(element: Any) -> str:
    """Give the name of an element without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def first(element: Any, *path: str) -> Any:
    """Give the first element under a path of local names, None where there is none."""
    for name in path:
        element = next((child for child in element if local(child) == name), None)
        if element is None:
            return None
    return element


def every(element: Any, name: str) -> list[Any]:
    """Give all elements of a local name under an element, at any depth, in order."""
    return [child for child in element.iter() if local(child) == name]


def words(element: Any) -> str | None:
    """Give an element's text on one line, None where it has none."""
    if element is None:
        return None
    text = " ".join("".join(element.itertext()).split())
    return text or None
