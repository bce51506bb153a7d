"""PDF with a text layer."""

import io

import pytest
from pypdf import PdfWriter

from memcon import reading
from memcon.errors import NoArticle, NotText, TooLarge

LINES = ["Talks in Oslo", "", "The foreign minister of Norway met her Swedish counterpart in", "Oslo on Friday, and they spoke about fish for an hour."]


def pdf(*pages: list[str]) -> bytes:
    """Write a PDF by hand: one font, one text object a page."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"", b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    kids = []
    for page in pages:
        words = "".join(f"({line}) Tj 0 -14 Td " for line in page)
        content = f"BT /F1 12 Tf 50 750 Td {words}ET".encode()
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(content), content))
        kids.append(len(objects) + 1)
        objects.append(b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F1 3 0 R>>>>/Contents %d 0 R>>" % len(objects))
    objects[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(b"%d 0 R" % k for k in kids), len(kids))
    data, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj%s endobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % o for o in offsets)
    start = len(data)
    return data + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1, table, len(objects) + 1, start,
    )  # fmt: skip


def test_the_text_layer_is_read_without_running_heads_and_page_numbers() -> None:
    pages = [["Example Ministry", *LINES, str(n)] for n in (1, 2, 3)]
    report = reading.read_bytes(pdf(*pages), "a.pdf")
    assert report.format == "pdf" and report.text.count("spoke about fish") == 3
    assert "Example Ministry" not in report.text and "\n2" not in report.text
    assert report.title is not None and report.title.quote == "Talks in Oslo"


def test_faults_of_pdf() -> None:
    with pytest.raises(NoArticle, match="no text layer"):
        reading.read_bytes(pdf([]), "a.pdf")
    with pytest.raises(NotText, match="damaged"):
        reading.read_bytes(pdf(LINES)[:80], "a.pdf")
    locked = PdfWriter(clone_from=io.BytesIO(pdf(LINES)))
    locked.encrypt("secret", algorithm="RC4-128")
    data = io.BytesIO()
    locked.write(data)
    with pytest.raises(NotText, match="encrypted"):
        reading.read_bytes(data.getvalue(), "a.pdf")
    with pytest.raises(TooLarge, match="501 pages"):
        reading.read_bytes(pdf(*[["x"]] * 501), "a.pdf")
