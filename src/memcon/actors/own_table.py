"""A table of offices of the user's own: CSV in UTF-8, checked row by row, put before the tables that Memcon ships."""

import csv
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

from memcon.actors import tables
from memcon.actors.holders import OWN, Holder, Holders, shipped_rows
from memcon.errors import DataError

COLUMNS = ("name", "code", "office", "since", "until", "source", "gender")
NEEDED = ("name", "code", "office")
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_REMEDY = f"give the columns {', '.join(NEEDED)} and, where known, {', '.join(COLUMNS[len(NEEDED):])}"


def load_holders(path: Path) -> Holders:
    """Give the shipped tables with a table of the user's own before them.

    The table is CSV in UTF-8 (commas, or semicolons as some spreadsheets write) with the columns `name`, `code` (ISO 3166-1
    alpha-2, `EU`, or empty for another body), `office`, and where known `since` and `until` (EDTF: a day, month or year;
    empty for unknown or open), `source` (the file's name where empty) and `gender` ("f", "m"). Their order is free; other
    columns and empty lines are passed over.

    Raises:
        DataError: the file cannot be read, lacks a column, or has a row that cannot be right; the message names the line.
    """
    return Holders([*own_rows(path), *shipped_rows()])


@cache
def holders_of(path: str | None) -> Holders | None:
    """Give the tables with the one at a path before them, read once a process; None for no path."""
    return None if path is None else load_holders(Path(path))


def own_rows(path: Path) -> list[Holder]:
    """Read and check the rows of a table of the user's own (see `load_holders`)."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{path}: the table of offices cannot be read ({error}); give a CSV file in UTF-8") from error
    lines = text.splitlines(keepends=True)
    head = lines[0] if lines else ""
    reader = csv.reader(lines, delimiter=";" if ";" in head and "," not in head else ",", strict=True)
    try:
        header = [c.strip().lower() for c in next(reader, [])]
        missing = [c for c in NEEDED if c not in header]
        if missing:
            raise DataError(f"{path}: the table has no column {', '.join(missing)}; {_REMEDY}")
        return list(_rows(path, header, reader))
    except csv.Error as error:
        raise DataError(f"{path}, line {reader.line_num}: this is no CSV ({error}); check the quotation marks") from error


def _rows(path: Path, header: list[str], reader: Iterator[list[str]]) -> Iterator[Holder]:
    for row in reader:
        if not any(cell.strip() for cell in row):
            continue
        where = f"{path}, line {reader.line_num}"  # type: ignore[attr-defined]  # csv.reader has it, its interface says not.
        if len(row) != len(header):
            raise DataError(f"{where}: {len(row)} cells where the header has {len(header)}; put quotation marks around a cell with a comma")
        cell = dict.fromkeys(COLUMNS, "") | {c: v.strip() for c, v in zip(header, row, strict=True)}
        yield _checked(where, cell, path.name)


def _checked(where: str, cell: dict[str, str], file: str) -> Holder:
    """Give a row as a claim, or say what is wrong with it."""
    for column in ("name", "office"):
        if not cell[column]:
            raise DataError(f"{where}: the {column} is empty; give one or leave the line out")
    code = cell["code"].upper()
    if code and code not in _codes():
        raise DataError(f"{where}: {cell['code']!r} is no country's code; give ISO 3166-1 alpha-2 as in FR, EU, or nothing for another body")
    for column in ("since", "until"):
        if cell[column] and not _is_day(cell[column]):
            raise DataError(f"{where}: {column} {cell[column]!r} is no date; write 2024-07-05, 2024-07 or 2024, or nothing")
    since, until = cell["since"], cell["until"]
    if since and until and since[: len(until)] > until[: len(since)]:
        raise DataError(f"{where}: since {since} comes after until {until}; exchange or correct them")
    gender = cell["gender"].lower()
    if gender not in ("", "f", "m"):
        raise DataError(f"{where}: gender {cell['gender']!r} is neither f nor m; leave it empty where it is not known")
    return Holder(cell["name"], code or None, cell["office"], since, until, cell["source"] or file, gender, OWN)


@cache
def _codes() -> frozenset[str]:
    return frozenset(tables.short_names())


def _is_day(value: str) -> bool:
    match = _DAY.fullmatch(value)
    if match is None:
        return False
    try:
        date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return False
    return True
