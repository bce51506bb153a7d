"""The room from outside: a report, the command line, the benchmark's reader."""

import json
from pathlib import Path

import pytest
from benchmarks.timex import documents, into_page, table, write
from click.testing import CliRunner

from memcon import reading, times
from memcon.cli import group
from memcon.cli.failure import Failure
from memcon.cli.times import command


def run(*arguments: str, text: str | None = None) -> tuple[int, str]:
    result = CliRunner().invoke(group, ["times", *arguments], prog_name="memcon", input=text)
    return result.exit_code, result.output


def test_a_report_is_read_from_its_publication_date() -> None:
    report = reading.read_text("Lavrov met Cavusoglu in Antalya on Thursday, two days after a call.", published="2022-03-12")
    (found, _) = times.find(report)
    assert (found.edtf, found.anchor, found.anchor_from) == ("2022-03-10", "2022-03-12", "publication")


def test_a_dateline_is_named_as_the_anchor() -> None:
    report = reading.read_text("MOSCOW, September 14, 2021. /TASS/. Vladimir Putin received Bashar al-Assad in the Kremlin yesterday.")
    last = times.find(report)[-1]
    assert (last.edtf, last.anchor_from) == ("2021-09-13", "dateline")


def test_a_publication_known_by_its_month_places_no_day() -> None:
    yesterday, month = times.find_times("He came yesterday and leaves next month.", "2021-09")
    assert (yesterday.edtf, month.edtf) == (None, "2021-10")


def test_the_command_line_says_what_a_time_means_and_why() -> None:
    code, out = run("-", "--anchor", "2021-09-14", text="Lavrov will be in Cairo next Thursday, for about two days.")
    assert code == 0
    assert out.splitlines() == [
        "next Thursday   2021-09-16  weekday, from 2021-09-14 (publication), or 2021-09-23",
        "about two days  P2D approx  duration",
    ]


def test_the_command_line_writes_timex3_that_parses() -> None:
    import xml.etree.ElementTree as ET

    code, out = run("-", "--anchor", "2021-09-14", "--timex", text="Blinken & Lavrov met twice a month, early this year.")
    root = ET.fromstring(f"<TEXT>{out}</TEXT>")
    tags = [(t.text, t.get("type"), t.get("value"), t.get("mod"), t.get("freq")) for t in root]
    assert code == 0
    assert tags[1:] == [("twice a month", "SET", "P1M", None, "2X"), ("early this year", "DATE", "2021", "START", None)]


def test_the_command_line_writes_json_with_exact_spans(tmp_path: Path) -> None:
    file = tmp_path / "note.txt"
    file.write_text("They spoke on 5 March 2024 at noon.", encoding="utf-8")
    code, out = run(str(file), "--json")
    data = json.loads(out)
    assert code == 0
    (time,) = data["times"]
    assert data["text"][time["span"]["start"] : time["span"]["end"]] == time["span"]["quote"] == "5 March 2024 at noon"
    assert (time["type"], time["edtf"]) == ("TIME", "2024-03-05T12:00:00")


@pytest.mark.parametrize("arguments", [("-", "--anchor", "Tuesday"), ("-", "--anchor", "2021-02-30"), ("no-such-file.txt",)])
def test_the_command_line_refuses_what_it_cannot_use_with_code_2(arguments: tuple[str, ...]) -> None:
    code, out = run(*arguments, text="They met today.")
    assert code == 2 and arguments[-1] in out and "Traceback" not in out


def test_bad_input_of_the_command_is_a_failure_as_of_any_other() -> None:
    with pytest.raises(Failure, match="--anchor Tuesday: give a day, month or year"):
        command.main(["-", "--anchor", "Tuesday"], standalone_mode=False)


def test_a_headline_looks_ahead_with_a_verb_after_to() -> None:
    report = reading.read_text("Xi Jinping met Vladimir Putin in Beijing on Wednesday.", title="Putin to meet Xi again on Monday", published="2023-03-17")
    monday, wednesday = times.find(report)
    assert (monday.edtf, wednesday.edtf) == ("2023-03-20", "2023-03-15")


def test_a_paragraph_ends_a_sentence_though_no_full_stop_does() -> None:
    report = reading.read_text("Talks will be held in Riyadh\nWednesday was calm.\nThey met on Monday\nMay 5 is a holiday.", published="2023-03-17")
    assert [t.edtf for t in times.find(report)] == ["2023-03-15", "2023-03-13", "2023-05-05"]


def test_an_anchor_goes_before_the_publication_date() -> None:
    report = reading.read_text("They met yesterday.", published="2023-03-17")
    assert [t.edtf for t in times.find(report, "2021-09-14")] == ["2021-09-13"]


TIMEML = """<?xml version="1.0"?><TimeML><DOCID>a</DOCID><DCT><TIMEX3 tid="t0" type="DATE" value="2021-09-14"
functionInDocument="CREATION_TIME">2021</TIMEX3></DCT><TEXT>
A&amp;B met <EVENT>on</EVENT> <TIMEX3 tid="t1" type="DATE" value="2021-09-13">Monday</TIMEX3>.</TEXT></TimeML>"""


def test_the_benchmark_reads_text_and_creation_time_only(tmp_path: Path) -> None:
    (tmp_path / "a.tml").write_text(TIMEML, encoding="utf-8")
    assert list(documents(tmp_path)) == [("a", "\nA&B met on Monday.", "2021-09-14")]
    out = tmp_path / "out.jsonl"
    write(tmp_path, out)
    assert json.loads(out.read_text("utf-8")) == {
        "doc": "a",
        "timexes": [{"start": 12, "end": 18, "type": "DATE", "value": "2021-09-13"}],
    }


def test_figures_go_between_the_markers_of_the_page(tmp_path: Path) -> None:
    page = tmp_path / "times.md"
    page.write_text("a\n<!-- figures: python -m benchmarks.timex --write -->\nold\n<!-- end of figures -->\nb\n", encoding="utf-8")
    figures = {f"timebank: {k}": 1.0 for k in ("strict f1", "relaxed f1", "type f1", "value f1", "seconds a document")}
    into_page({"figures": table(figures)}, page)
    text = page.read_text("utf-8")
    assert "old" not in text and "| timebank | 1.0 | 1.0 | 1.0 | 1.0 | 1.0 |" in text and text.endswith("\nb\n")
