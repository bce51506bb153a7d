"""Parquet and Arrow, read back by pyarrow."""

import csv
import io
from datetime import date

import pytest

from memcon.exchange import needing
from memcon.exchange.arrow import table
from memcon.exchange.tables import TABLES
from memcon.register.register import Register

from .conftest import exported

parquet = pytest.importorskip("pyarrow.parquet")


@pytest.mark.parametrize("name", TABLES)
def test_the_table_is_that_of_csv_with_types(register: Register, name: str) -> None:
    data, outcome = exported(register, "parquet", table=name)
    found = parquet.read_table(io.BytesIO(data))
    rows = list(csv.DictReader(io.StringIO(exported(register, "csv", table=name)[0].decode(), newline="")))
    assert found.num_rows == outcome.written == len(rows) and found.column_names == list(rows[0])
    assert found.column(0).to_pylist() == [r[found.column_names[0]] for r in rows]


def test_days_are_dates_and_unknown_is_null(register: Register) -> None:
    met = table(register, between=("RU", "SY")).to_pylist()[0]
    assert (met["begin"], met["place"], met["main"], met["reports"]) == (date(2021, 9, 13), None, True, 2)
    assert table(register, between=("SY", "UA")).num_rows == 0
    accounts = parquet.read_table(io.BytesIO(exported(register, "parquet", {"between": ("Blinken",)}, table="accounts")[0]))
    assert accounts.column("title").to_pylist()[0].startswith("=2+3")  # No spreadsheet opens it: the text is as it is.


def test_a_missing_library_is_told_with_the_remedy() -> None:
    with pytest.raises(needing.MissingLibrary, match=r"Parquet needs the library nowhere.*pip install 'memcon\[exchange\]'"):
        needing.library("nowhere.at_all", "Parquet")
