"""Inputs of a fleet: short reports about public events, as lines, rows and pages."""

import io
import json
from pathlib import Path

import pytest

TEXTS = [
    ("Putin, Assad hold talks", "MOSCOW, September 14, 2021. /TASS/. Russian President Vladimir Putin met Syrian President Bashar al-Assad in the Kremlin on Monday."),
    ("Readout of the call with President Zelenskyy", "WASHINGTON, March 5, 2022. President Joe Biden spoke by phone with President Volodymyr Zelenskyy of Ukraine on Saturday."),
    ("Ministers meet in Geneva", "GENEVA, January 21, 2022 (Reuters) - Antony Blinken met Sergei Lavrov in Geneva on Friday and said that the talks were frank."),
    ("Xi visits Riyadh", "RIYADH, December 8, 2022. Chinese President Xi Jinping arrived in Riyadh on Wednesday and met King Salman on Thursday."),
    ("Summit in Helsinki", "HELSINKI, July 16, 2018. US President Donald Trump and Russian President Vladimir Putin held a summit in Helsinki on Monday."),
]


def objects(count: int) -> list[dict[str, str]]:
    """Give documents; every text comes again under another id and with another sentence, so that accounts join."""
    made = []
    for n in range(count):
        title, text = TEXTS[n % len(TEXTS)]
        made.append({"id": f"report-{n:03}", "title": title, "text": f"{text} It was report number {n} of the day."})
    return made


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    path = tmp_path / "in.jsonl"
    path.write_text("".join(json.dumps(o) + "\n" for o in objects(12)) + "\nnot json\n", encoding="utf-8")
    return path


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    path = tmp_path / "in.warc.gz"
    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=True)
        writer.write_record(writer.create_warcinfo_record("in.warc.gz", {"software": "test"}))
        for n, (title, text) in enumerate(TEXTS):
            page = f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{text}</p><p>{text}</p></article></body></html>"
            headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
            dated = {"WARC-Date": "2023-01-01T00:00:00Z"}
            writer.write_record(
                writer.create_warc_record(f"https://example.org/{n}.html", "response", io.BytesIO(page.encode()), length=len(page.encode()), http_headers=headers, warc_headers_dict=dated)
            )
    return path
