"""`--offices`: a table of the user's own on the command line."""

import json
from pathlib import Path

from click.testing import CliRunner

from memcon.cli import group

_TEXT = "OSLO, 5 March 2031. Ada Example met Ola Muster on Wednesday. The French president thanked him.\n"


def test_an_office_of_ones_own_is_read(tmp_path: Path) -> None:
    table, text = tmp_path / "own.csv", tmp_path / "report.txt"
    table.write_text("name,code,office,since\nAda Example,FR,President,2030\nOla Muster,NO,Prime Minister,2029\n", encoding="utf-8")
    text.write_text(_TEXT, encoding="utf-8")
    result = CliRunner().invoke(group, ["read", "--json", "--any-language", "--offices", str(table), str(text)])
    assert result.exit_code == 0, result.output
    actors = {a["name"]: a for a in json.loads(result.output)["actors"]}
    assert actors["Ada Example"]["country"] == "FR"
    assert actors["Ola Muster"]["offices"][0]["source"] == "own.csv"


def test_a_bad_row_stops_before_anything_is_read(tmp_path: Path) -> None:
    table = tmp_path / "own.csv"
    table.write_text("name,code,office\nAda Example,FRA,President\n", encoding="utf-8")
    result = CliRunner().invoke(group, ["read", "--offices", str(table), "none.txt"])
    assert result.exit_code == 2
    assert "line 2: 'FRA' is no country's code" in " ".join(result.output.split())


def test_the_environment_names_a_table(tmp_path: Path) -> None:
    result = CliRunner().invoke(group, ["read", "none.txt"], env={"MEMCON_OFFICES": str(tmp_path / "none.csv")})
    assert result.exit_code == 2 and "cannot be read" in result.output
