"""JSON lines: a register, or a part of it, that another register can take in again."""

import json
from collections.abc import Iterator
from dataclasses import asdict, replace
from typing import BinaryIO

from memcon.exchange.lines import FORMAT, EntryLine, HeadLine, JudgementLine, ReportLine, encode
from memcon.exchange.outcome import Outcome
from memcon.exchange.selection import Selection
from memcon.register.answers import Judgement

_ON_ACTORS = ("same_actor", "other_actor")


def write(selection: Selection, out: BinaryIO) -> Outcome:
    """Write the reports in the order of their adding, the judgements, then the engagements.

    A register that takes the lines in gives them again, byte for byte. Older versions of corrected reports, and accounts that
    only a judgement still holds (`kept`), are not written.
    """
    out.write(encode(HeadLine("memcon-register", FORMAT)))
    codes = _codes(selection)
    twins: dict[str, list[str]] = {}
    for copy in selection.register.copies():
        twins.setdefault(copy.report, []).append(copy.of)
    written = set(selection.reports)
    for record in selection.records(withdrawn=True):
        id = record.report.id
        of = tuple(o for o in sorted(twins.get(id, ())) if o in written) if record.report.format == "register" else ()
        out.write(encode(ReportLine("report", codes.get(id, {}), record, of)))
    for judgement in _judgements(selection, codes):
        out.write(encode(judgement))
    count = kept = 0
    for entry in selection.entries():
        count += 1
        kept += sum(a.kept for a in entry.accounts)
        out.write(encode(EntryLine("entry", replace(entry, judgements=()))))
    told = (f"{kept} accounts that only a judgement holds are written in their engagements, but cannot be taken in again",)
    return Outcome(count, "engagements", told if kept else ())


def _codes(selection: Selection) -> dict[str, dict[str, str]]:
    """Give the account's id by report and engagement, of all engagements of the reports, also those that are not asked for."""
    wanted = set(selection.reports)
    found: dict[str, dict[str, str]] = {}
    for entry in Selection(selection.register, everything=True).entries():
        for account in entry.accounts:
            if account.report in wanted and not account.kept:
                found.setdefault(account.report, {})[account.engagement] = account.id
    return {report: dict(sorted(codes.items())) for report, codes in found.items()}


def _judgements(selection: Selection, codes: dict[str, dict[str, str]]) -> Iterator[JudgementLine]:
    """Give the judgements on these accounts and all on actors, numbered from 1, with what undoes them."""
    mine = {code for of in codes.values() for code in of.values()}
    numbers: dict[str, int] = {}
    for one in selection.register.judgements():
        if not _bears(one, mine, numbers):
            continue
        numbers[str(one.number)] = len(numbers) + 1
        target = str(numbers[one.target]) if one.act == "undo" else one.target
        fields = {k: v for k, v in asdict(one).items() if k not in ("undone", "number", "target")}
        yield JudgementLine("judgement", number=len(numbers), target=target, **fields)


def _bears(one: Judgement, mine: set[str], numbers: dict[str, int]) -> bool:
    if one.act == "undo":
        return one.target in numbers
    return one.act in _ON_ACTORS or one.target in mine or one.other in mine


def schema_text() -> str:
    """Give the JSON Schema of a line, as it is published."""
    from memcon.exchange.lines import schema

    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"
