"""Who held which office, and users' own tables."""

from pathlib import Path

import pytest

from memcon.actors.holders import Holder, load_holders, shipped
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


def test_table_without_a_column_is_refused(tmp_path: Path) -> None:
    table = tmp_path / "own.csv"
    table.write_text("name,office\nAda Example,President\n", encoding="utf-8")
    with pytest.raises(DataError, match="no column code, since, until, source"):
        load_holders(table)
    with pytest.raises(DataError, match="cannot be read"):
        load_holders(tmp_path / "none.csv")
