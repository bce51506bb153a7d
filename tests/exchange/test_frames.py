"""`register.engagements(...).to_frame()`: pandas and Polars by way of Arrow."""

import sys
from datetime import date
from typing import Any

import pytest

from memcon.exchange.arrow import table
from memcon.register.errors import RegisterError
from memcon.register.frames import COLUMNS, Engagements
from memcon.register.register import Register

pytest.importorskip("pyarrow")


def test_an_answer_is_a_tuple_and_a_table(register: Register) -> None:
    found = register.engagements(everything=True)
    assert isinstance(found, tuple) and isinstance(found[1:3], Engagements) and found[0] is found[-len(found)]
    assert found.to_arrow().equals(table(register, everything=True))
    assert len(found[1:3].to_arrow()) == 2 and [n for n, _ in COLUMNS] == found.to_arrow().column_names


def test_pandas(register: Register) -> None:
    pandas = pytest.importorskip("pandas")
    frame = register.engagements(between=("RU",), everything=True).to_frame()
    assert list(frame.columns) == [n for n, _ in COLUMNS] and len(frame) == 5
    assert pandas.api.types.is_datetime64_any_dtype(frame["begin"]) and frame["reports"].dtype.kind == "i" and frame["main"].dtype == bool
    met = frame.set_index("begin").sort_index().loc["2021-09"]
    assert met["participants"].tolist() == ["Vladimir Putin; Bashar Assad"] and met["city"].tolist() == ["Moscow"]
    assert frame.groupby(frame["begin"].dt.year)["id"].count().to_dict() == {2021: 3, 2022: 2}
    assert frame["place"].isna().all()


def test_polars(register: Register) -> None:
    polars = pytest.importorskip("polars")
    frame = register.engagements(between=("RU",)).to_frame("polars")
    assert frame.schema["begin"] == polars.Date and frame.schema["confidence"] == polars.Float64 and frame.schema["main"] == polars.Boolean
    assert frame.filter(polars.col("kind") == "meeting")["begin"].to_list() == [date(2021, 9, 13), date(2022, 1, 21)]
    assert frame["place"].null_count() == len(frame)


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_nothing_found_is_a_table_with_the_same_columns(register: Register, library: Any) -> None:
    pytest.importorskip(library)
    frame = register.engagements(between=("SY", "UA")).to_frame(library)
    assert len(frame) == 0 and list(frame.columns) == [n for n, _ in COLUMNS]


@pytest.mark.parametrize("missing", ["pyarrow", "pandas", "polars"])
def test_a_missing_library_is_named(register: Register, missing: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(RegisterError, match=rf"the library {missing}, which is not installed.*pip install 'memcon\[frames\]'"):
        register.engagements().to_frame("pandas" if missing == "pyarrow" else missing)
    with pytest.raises(RegisterError, match="ask for 'pandas' or 'polars'"):
        register.engagements().to_frame("excel")  # type: ignore[arg-type]
