"""What cannot be read: each says the file's name, what is wrong with it, and what to do."""

import json
import random
import time
from pathlib import Path

import pytest

from memcon import errors, reading

GERMAN = (
    "Die Außenministerin hat sich am Montag in Berlin mit ihrem Amtskollegen getroffen. Sie sprachen über die Lage in der "
    "Region und über die Hilfe, die das Land braucht, wie das Ministerium nach dem Treffen mitteilte."
)
RUSSIAN = "Министр иностранных дел встретился в Москве со своим коллегой, сообщили в министерстве после переговоров."
CASES = {
    "empty.txt": (b"", errors.EmptyDocument, ("empty", "0 bytes")),
    "blank.txt": (b" \n\t\r\n ", errors.EmptyDocument, ("empty",)),
    "marks.txt": ("\ufeff\n".encode(), errors.EmptyDocument, ("white space",)),
    "noise.txt": (random.Random(1).randbytes(4000), errors.NotText, ("binary",)),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + b"\x00" * 64, errors.NotText, ("PNG image",)),
    "letter.docx": (b"PK\x03\x04" + b"\x00" * 64, errors.UnknownFormat, ("Word document", "save it as")),
    "broken16.txt": (b"\xff\xfeA\x00B", errors.NotText, ("utf-16", "save the file again")),
    "page.html": (b"<html><head><title>Login</title></head><body><form></form></body></html>", errors.NoArticle, ("no article",)),
    "head.md": (b"---\ntitle: Talks\n---\n", errors.NoArticle, ("front matter",)),
    "list.json": (b'["a"]', errors.NoArticle, ("a list",)),
    "notext.json": (b'{"headline": "Talks", "lead": "x"}', errors.NoArticle, ("headline, lead", "--map")),
    "torn.json": (b'{"text": "Talks', errors.NotText, ("line 1, column",)),
    "deep.json": (b'{"text":' * 100_000, errors.NotText, ("JSON",)),
    "german.txt": (GERMAN.encode(), errors.NotEnglish, ("German", "--any-language")),
    "russian.txt": (RUSSIAN.encode(), errors.NotEnglish, ("Russian", "--any-language")),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_each_fault_has_a_clear_message(name: str, tmp_path: Path) -> None:
    data, kind, words = CASES[name]
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(kind) as caught:
        reading.read_path(path)
    message = str(caught.value)
    assert str(path) in message
    assert all(word in message for word in words), message
    with pytest.raises(kind):
        reading.read_bytes(data, name)


def test_other_languages_are_read_when_asked_for() -> None:
    assert reading.read_text(GERMAN, any_language=True).language == "de"
    assert reading.read_bytes(RUSSIAN.encode("cp1251"), "a.txt", any_language=True).text == RUSSIAN


def test_twenty_megabytes_are_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_bytes(b"The ministers met in Oslo on Friday and spoke about fish. " * 360_000)
    before = time.process_time()
    with pytest.raises(errors.TooLarge, match=r"20,880,000 bytes and one may have 16,777,216; split it"):
        reading.read_path(path)
    assert time.process_time() - before < 0.5
    with pytest.raises(errors.TooLarge, match=r"characters and one report may have 1,000,000"):
        reading.read_text("The ministers met in Oslo on Friday and spoke about fish.\n" * 20_000)


@pytest.mark.parametrize(
    "text",
    [
        "(" * 250_000,
        "[" * 250_000,
        "A" * 400_000,
        "MOSCOW " * 60_000,
        "a@" * 200_000,
        "12 March 12 March " * 20_000,
        "By Ann " * 50_000,
        "© 2024 " * 40_000,
        "**" * 150_000,
        "\n" * 900_000 + "x",
        "# a\n" * 12_000,
        "President A B C " * 25_000,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_hostile_text_takes_no_longer_than_text(text: str) -> None:
    before = time.process_time()
    reading.read_text(text, any_language=True)
    reading.read_bytes(text.encode(), "a.md", any_language=True)
    assert time.process_time() - before < 5


SENTENCE = "The foreign minister of Norway met her Swedish counterpart in Oslo on Friday, and they spoke about fish for an hour. "


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 100_000 + SENTENCE,
        f"<p>{SENTENCE}</p>" * 1_500,
        "<p><b><i>" * 12_000 + SENTENCE,
        f"<table>{'<tr><td>a</td></tr>' * 10_000}</table><p>{SENTENCE}</p>",
        f"<article>{'<a href=x>y</a> ' * 20_000}<p>{SENTENCE}</p></article>",
        "<" * 500_000,
        f"<script>{'<' * 500_000}</script><article><p>{SENTENCE * 3}</p></article>",
        f"<p>{'&amp;' * 150_000}</p>",
    ],
    ids=["deep", "paragraphs", "unclosed", "table", "links", "signs", "script", "entities"],
)
def test_hostile_pages_take_no_longer_than_pages(body: str) -> None:
    before = time.process_time()
    try:
        report = reading.read_bytes(f"<html><head><title>Talks</title></head><body>{body}</body></html>".encode(), "a.html", any_language=True)
        assert SENTENCE.strip() in report.text or len(report.text) > 100_000
    except errors.NoArticle:
        pass
    assert time.process_time() - before < 5


def test_a_document_without_any_date_has_none() -> None:
    report = reading.read_text("The ministers of Norway and Sweden met in Oslo and spoke about fish.")
    assert report.published is None and report.notes == ()


@pytest.mark.parametrize("day", ["2021-02-30", "14.09.2021", "2021-09", "yesterday", ""])
def test_a_given_day_that_is_none_is_refused(day: str) -> None:
    with pytest.raises(errors.ReadingError, match="YYYY-MM-DD"):
        reading.read_text("The ministers met in Oslo.", published=day)


def test_a_folder_is_no_document(tmp_path: Path) -> None:
    with pytest.raises(errors.ReadingError, match="folder"):
        reading.read_path(tmp_path)


def test_a_date_in_no_known_form_is_told_and_not_used() -> None:
    data = json.dumps({"text": "The ministers met in Oslo on Friday.", "published": "last spring"}).encode()
    report = reading.read_bytes(data, "a.json")
    assert report.published is None
    assert "'last spring'" in report.notes[0]
