"""Whatever is done to a file's bytes, only Memcon's own errors come out, and `read_all` raises none at all."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from memcon import reading
from memcon.errors import ReadingError

from .test_archives import TEXT, tarred, zipped
from .test_collections import MAIL, RSS
from .test_pdf import LINES, pdf
from .test_web_archive import PAGES, archive
from .test_wire import NEWSML, NINJS, NITF, XHTML

SEEDS = {
    "a.zip": zipped(("x.txt", TEXT.encode()), ("y.json", json.dumps({"text": TEXT}).encode())),
    "a.tar.gz": tarred(("x.txt", TEXT.encode()), mode="w:gz"),
    "a.tar": tarred(("x.txt", TEXT.encode())),
    "a.rss": RSS.encode(),
    "a.xml": NEWSML.format(status="usable", content=XHTML).encode(),
    "b.xml": NITF.encode(),
    "a.json": json.dumps(NINJS).encode(),
    "a.warc": archive(PAGES[-1:], packed=False),
    "a.warc.gz": archive(PAGES[-1:]),
    "a.pdf": pdf(LINES),
    "a.eml": f"{MAIL}Content-Type: text/plain\r\n\r\n{TEXT}".encode(),
    "a.csv": f'id,text\n1,"{TEXT}"\n'.encode(),
    "a.md": f"---\ntitle: x\n---\n# T\n\n{TEXT}".encode(),
    "stdin": TEXT.encode(),
}


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(sorted(SEEDS)),
    st.sampled_from(sorted(SEEDS)),
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 40), st.binary(max_size=6)), min_size=1, max_size=5),
)
def test_damaged_files_give_clear_errors(seed: str, name: str, cuts: list[tuple[float, int, bytes]]) -> None:
    data = SEEDS[seed]
    for where, length, put in cuts:
        at = int(where * len(data))
        data = data[:at] + put + data[at + length :]
    for item in reading.read_all_bytes(data, name):
        assert isinstance(item, reading.Unread) is not hasattr(item, "text")
    try:
        reading.read_bytes(data, name)
    except ReadingError as error:
        assert str(error).startswith(name)
