"""Fixtures that an analyst could write: a report and the engagements that it tells of.

    published: 2021-09-14
    title: Putin holds talks with Assad
    MOSCOW, September 14. ...

    => meeting held 2021-09-13 Vladimir Putin (RU), Bashar al-Assad (SY)

Cases are parted by a line of dashes; `=> none` says that there is no engagement.
"""

import re
from pathlib import Path

import pytest

from memcon import language, pipeline, reading
from memcon.record import Record

FOLDER = Path(__file__).with_name("fixtures")


def cases() -> list[tuple[str, str]]:
    found = []
    for path in sorted(FOLDER.glob("*.txt")):
        for n, case in enumerate(re.split(r"(?m)^-{5,}\n", path.read_text(encoding="utf-8")), 1):
            found.append((f"{path.stem}-{n}", case))
    return found


def told(record: Record) -> list[str]:
    lines = []
    for e in record.engagements:
        people = [record.actor(p.actor) for p in e.participants]
        names = ", ".join(sorted(f"{a.name} ({a.country})" for a in people))
        lines.append(f"{e.kind} {e.status} {e.date} {names}")
    return sorted(lines)


@pytest.mark.parametrize("case", [c for _, c in cases()], ids=[n for n, _ in cases()])
def test_a_report_gives_the_engagements_that_an_analyst_expects(case: str) -> None:
    head = dict(re.findall(r"(?m)^(published|title|publisher): (.*)$", case))
    expected = re.findall(r"(?m)^=> (.*)$", case)
    body = re.sub(r"(?m)^(published|title|publisher|=>).*\n?", "", case).strip()
    report = reading.read_text(body, title=head.get("title"), published=head.get("published"), publisher=head.get("publisher"))
    record = pipeline.record_of(report, language.load())
    wanted = []
    for line in expected:
        if line != "none":
            kind, status, date, names = line.split(" ", 3)
            wanted.append(f"{kind} {status} {date} {', '.join(sorted(names.split(', ')))}")
    assert told(record) == sorted(wanted)
