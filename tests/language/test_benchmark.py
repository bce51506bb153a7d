"""The benchmark's own arithmetic, on two sentences written for it."""

import lzma
from pathlib import Path

from benchmarks.language import lines_of, table, treebank

CONLLU = """# newdoc id = one
1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_
1\tDo\tdo\tAUX\tVB\t_\t3\taux\t_\t_
2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_
3\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

1\tStay\tstay\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
2\t.\t.\tPUNCT\t.\t_\t1\tpunct\t_\t_

"""


def test_a_treebank_gives_back_its_text_and_the_offsets_of_its_words(tmp_path: Path) -> None:
    path = tmp_path / "bank.conllu.xz"
    with lzma.open(path, "wt", encoding="utf-8") as out:
        out.write(CONLLU)
    ((text, words),) = treebank(path, 8)
    assert text == "Don't go. Stay."
    assert [text[w["start"] : w["end"]] for w in words] == ["Do", "n't", "go", ".", "Stay", "."]
    assert [w["head"] for w in words] == [2, 2, -1, 2, -1, 4]
    assert [text for text, _ in treebank(path, 1)] == ["Don't go.", "Stay."]


def test_lines_are_those_that_hold_anything() -> None:
    assert lines_of("one\n\ntwo") == [(0, 3), (5, 8)]


def test_the_table_has_a_row_for_each_set() -> None:
    syntax = dict.fromkeys(("tokens", "UPOS", "UAS", "LAS"), 90.0)
    names = {"all": 70.0, "PERSON": 80.0}
    sets = {"re3d": names, "re3d, states as places": names, "wikigold": names, "wikigold, articles": names, "UNER": names}
    shown = table({"PUD": syntax, "EWT test": syntax, **sets, "model": {"size MB": 20.0, "load s": 0.5}, "speed": {"tokens a second": 9000.0, "share of the rules for names": 0.04}})
    assert shown.count("\n| ") == 10
    assert "9,000 tokens a second" in shown
