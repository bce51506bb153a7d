"""The page: its text is the report's, it is well formed and closed to the outside, and its words and fields are linked."""

import dataclasses
import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from memcon.printing import Look, page
from memcon.printing.page_marks import Mark, safe, stretches
from memcon.record import Record

from .made import TEXT, record

VOID = {"meta", "input", "br", "link", "img"}


class Tree(HTMLParser):
    """Collects the elements of a page and checks that each is closed in its turn."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.article: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "article" in self.open:
            self.article.append(data)


def shown(made: Record, **look: float | bool) -> tuple[str, Tree]:
    html = page(made, Look(**look))  # type: ignore[arg-type]
    return html, Tree(html)


def test_the_article_holds_the_text_of_the_report_below_its_title() -> None:
    _, tree = shown(record())
    assert "".join("".join(tree.article).split()) == "".join(TEXT.split("\n", 1)[1].split())


def test_the_page_asks_nothing_of_the_network() -> None:
    html, tree = shown(record())
    assert not [a for _, attrs in tree.elements for name, a in attrs.items() if name in ("src", "srcset") or (a or "").startswith(("http", "//"))]
    assert "url(" not in html and "@import" not in html and "default-src 'none'" in html


def test_the_policy_allows_exactly_the_style_and_script_of_the_page() -> None:
    import base64
    import hashlib

    html, _ = shown(record())
    for tag in ("style", "script"):
        (inner,) = re.findall(f"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        assert f"{tag}-src 'sha256-{base64.b64encode(hashlib.sha256(inner.encode()).digest()).decode()}'" in html


def test_text_of_the_report_is_never_markup() -> None:
    html, tree = shown(record())
    assert "&lt;b&gt;both&lt;/b&gt;" in re.sub(r"</?span[^>]*>", "", html)
    evil = '"><script>alert(1)</script>'
    made = record()
    hostile = dataclasses.replace(
        made,
        report=dataclasses.replace(made.report, id=evil, title=None, url="javascript:alert(1)", language=evil, notes=(evil,)),
        actors=tuple(dataclasses.replace(a, name=evil, country=evil) for a in made.actors),
        engagements=tuple(dataclasses.replace(e, date=evil, date_reason=evil, reasons=((evil, evil),)) for e in made.engagements),
    )
    html, tree = shown(hostile)
    assert [tag for tag, _ in tree.elements].count("script") == 1
    assert "javascript:alert" not in html and "<script>alert" not in html


def test_only_web_addresses_are_linked() -> None:
    made = record()
    html, _ = shown(dataclasses.replace(made, report=dataclasses.replace(made.report, url="https://example.org/?a=1&b=2")))
    assert 'href="https://example.org/?a=1&amp;b=2"' in html


def test_ids_are_unique_and_every_link_has_its_words() -> None:
    _, tree = shown(record())
    ids = [attrs["id"] for _, attrs in tree.elements if "id" in attrs]
    assert len(ids) == len(set(ids))
    links = [attrs["href"] or "" for tag, attrs in tree.elements if tag == "a"]
    assert links and all(link.startswith("#") and link[1:] in ids for link in links)


def test_fields_and_words_share_their_ids() -> None:
    _, tree = shown(record())
    inside = {id for tag, attrs in tree.elements if "class" in attrs and (attrs["class"] or "").startswith("m ") for id in (attrs["data-ids"] or "").split()}
    assert {"a1", "a2", "t1", "s1", "s2", "s3", "f1", "f2", "e1"} <= inside
    beside = {attrs["data-ids"] for tag, attrs in tree.elements if tag in ("li", "div") and "data-ids" in attrs}
    assert {"a1", "a2", "t1", "s1", "s2", "s3", "f1", "f2", "e1"} <= beside


def test_engagements_under_the_floor_are_counted_and_not_shown() -> None:
    html, tree = shown(record(), floor=0.5)
    assert "1 less certain one is hidden." in html
    assert not any("e2" in (attrs.get("data-ids") or "").split() for _, attrs in tree.elements)
    assert "e2" in page(record(), Look(floor=0.0))


def test_reasons_are_open_where_they_are_asked_for() -> None:
    assert "<details open>" in page(record(), Look(explain=True))
    assert "<details open>" not in page(record(), Look())


def test_the_same_record_gives_the_same_page() -> None:
    assert page(record(), Look()) == page(record(), Look())


def test_an_empty_record_gives_a_page() -> None:
    made = record()
    empty = Record(dataclasses.replace(made.report, blocks=(), title=None, published=None, publisher=None), made.stamp)
    html, tree = shown(empty)
    assert "No engagement that the report is about." in html
    assert "".join("".join(tree.article).split()) == "".join(TEXT.split())


def test_control_and_direction_characters_are_left_out() -> None:
    assert safe("a\u202eb\x00c\x1b[2Jd\u200de") == "abc[2Jd\u200de"


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.sampled_from(["said", "actor", "figure"]), st.sampled_from(["a1", "s1", "f1"])), max_size=12))
def test_stretches_cover_the_text_once_and_carry_the_marks_over_them(drawn: list[tuple[int, int, str, str]]) -> None:
    marks = [Mark(min(a, b), max(a, b), kind, id) for a, b, kind, id in drawn if a != b]
    pieces = list(stretches(marks, 5, 35))
    assert [p.start for p in pieces] == [5, *[p.end for p in pieces[:-1]]] and pieces[-1].end == 35
    for piece in pieces:
        over = [m for m in marks if m.start <= piece.start and piece.end <= m.end]
        assert set(piece.ids) == {m.id for m in over} and set(piece.kinds) == {m.kind for m in over}
        assert not any(piece.start < edge < piece.end for m in marks for edge in (m.start, m.end))
