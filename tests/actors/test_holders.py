"""Who held which office, and users' own tables."""

import re
from pathlib import Path

import pytest

from memcon.actors.holders import OWN, Holder, shipped
from memcon.actors.own_table import load_holders, own_rows
from memcon.errors import DataError

_NONE: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    ("surname", "date", "code", "classes", "name"),
    [
        ("Putin", "2021-09-14", None, {"president"}, "Vladimir Putin"),
        ("Clinton", "1998-02-05", None, {"president"}, "Bill Clinton"),
        ("Clinton", "2010-02-05", None, {"foreign"}, "Hillary Clinton"),
        ("Bush", "1990-06-01", None, {"president"}, "George H. W. Bush"),
        ("Bush", "2005-06-01", None, {"president"}, "George W. Bush"),
        ("Zelensky", "2022-06-01", None, set(), "Volodymyr Zelenskyy"),
        ("Erdoğan", "2022-06-01", "TR", {"president"}, "Recep Tayyip Erdogan"),
        ("Li", "2024-06-01", "CN", {"premier"}, "Li Qiang"),
        ("Nobody", "2024-06-01", None, {"premier"}, None),
    ],
)
def test_surname_on_a_day(surname: str, date: str, code: str | None, classes: set[str], name: str | None) -> None:
    found = shipped().called(surname, date, code, frozenset(classes))
    assert (found.name if found else None) == name


def test_full_name_in_another_spelling() -> None:
    found = shipped().named("Sergei Lavrov", "2021-01-01", None, _NONE)
    assert found is not None and (found.name, found.code) == ("Sergey Lavrov", "RU")
    assert shipped().named("Sergei Lavrov", "2021-01-01", "FR", _NONE) is None


def test_term_is_read_at_the_precision_of_the_claim() -> None:
    holder = Holder("A B", "FR", "Minister", "2001-05", "2003", "test")
    assert not holder.held_on("2001-04-30")
    assert holder.held_on("2001-05-02") and holder.held_on("2003-12-31") and holder.held_on("2002")
    assert not holder.held_on("2004-01-01")


def test_own_table_comes_first(tmp_path: Path) -> None:
    table = tmp_path / "own.csv"
    table.write_text("name,code,office,since,until,source\nAda Example,FR,President,2031-01-01,,our file\n", encoding="utf-8")
    found = load_holders(table).called("Example", "2032-01-01", "FR", frozenset({"president"}))
    assert found is not None and (found.name, found.source) == ("Ada Example", "our file")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name,office\nAda Example,President\n", "no column code; give the columns name, code, office"),
        ("name,code,office\nAda Example,FR\n", "line 2: 2 cells where the header has 3"),
        ("name,code,office\n,FR,President\n", "line 2: the name is empty"),
        ("name,code,office\n\nAda Example,FRA,President\n", "line 3: 'FRA' is no country's code"),
        ("name,code,office,since\nAda Example,FR,President,5 May 2031\n", "line 2: since '5 May 2031' is no date"),
        ("name,code,office,since\nAda Example,FR,President,2031-02-30\n", "line 2: since '2031-02-30' is no date"),
        ("name,code,office,since,until\nAda Example,FR,President,2032,2031-05\n", "since 2032 comes after until 2031-05"),
        ("name,code,office,gender\nAda Example,FR,President,x\n", "gender 'x' is neither f nor m"),
        ('name,code,office\nAda "E" Example,"FR,President\n', "line 2: this is no CSV"),
    ],
)
def test_bad_table_is_refused_with_line_and_remedy(text: str, told: str, tmp_path: Path) -> None:
    table = tmp_path / "own.csv"
    table.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=re.escape(told)):
        load_holders(table)


def test_unreadable_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="cannot be read"):
        load_holders(tmp_path / "none.csv")


def test_table_of_a_spreadsheet(tmp_path: Path) -> None:
    table = tmp_path / "own.csv"
    table.write_text("\ufeffOffice;Name;Note;Code\r\nHead of the Mission;Ada Example;x;\r\n\r\n", encoding="utf-8")
    (row,) = own_rows(table)
    assert row == Holder("Ada Example", None, "Head of the Mission", "", "", "own.csv", "", OWN)


def test_first_name_behind_a_royal_title() -> None:
    found = shipped().reigning("Abdullah", "2010-05-01", "JO", frozenset())
    assert found is not None and found.code == "JO"
    assert shipped().reigning("Abdullah", "2010-05-01", None, frozenset()) is None  # Jordan's or Saudi Arabia's.
    assert shipped().called("Mohammed", "2017-08-30", None, _NONE, frozenset()) is None


def test_namesake_of_a_state_that_is_spoken_of() -> None:
    found = shipped().called("Harris", "2024-11-03", None, _NONE, frozenset({"US"}))
    assert found is not None and found.name == "Kamala Harris"
