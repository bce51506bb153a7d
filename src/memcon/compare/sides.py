"""Whose account it is: the government that published it, or the press."""

import tomllib
from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib import resources

from memcon.actors.tables import short_names
from memcon.compare.comparison import Account
from memcon.record import Record


@cache
def _publishers() -> dict[str, str]:
    path = resources.files("memcon.compare") / "data" / "sides.toml"
    rows = tomllib.loads(path.read_text(encoding="utf-8"))
    return {name.casefold(): country for country, names in rows.items() for name in names}


def side(publisher: str | None) -> str | None:
    """Give the country (ISO 3166-1 alpha-2) for which a publisher speaks, None for the press and for what is not known.

    >>> side("Kremlin"), side("Reuters")
    ('RU', None)
    """
    if publisher is None:
        return None
    plain = publisher.casefold().removeprefix("the ")
    return _publishers().get(plain) or next((c for n, c in sorted(_publishers().items(), key=lambda p: -len(p[0])) if len(n) > 8 and n in plain), None)


def account_of(records: Sequence[Record], engagements: Sequence[str | None]) -> tuple[Account, ...]:
    """Give the accounts of records, each with a label of its own: the publisher's name, numbered where it has several."""
    names = [_name(r) for r in records]
    many, seen, found = Counter(names), Counter[str](), []
    for record, name, engagement in zip(records, names, engagements, strict=True):
        seen[name] += 1
        report = record.report
        label = name if many[name] == 1 else f"{name} ({seen[name]})"
        publisher = report.publisher.name if report.publisher else None
        published = report.published.value if report.published else None
        title = report.title.quote if report.title else None
        found.append(Account(report.id, label, side(publisher), publisher, published, title, report.url, engagement))
    return tuple(found)


def _name(record: Record) -> str:
    return record.report.publisher.name if record.report.publisher else record.report.id


def side_name(code: str) -> str:
    """Give the short English name of a side."""
    return short_names().get(code, code)
