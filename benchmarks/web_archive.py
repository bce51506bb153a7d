"""How much memory a large web archive takes: `python -m benchmarks.web_archive [RECORDS]` makes one and reads it.

The pages are official sites' layouts from the tests (HTML through the rules of sites and trafilatura), each record its own gzip member.
"""

import argparse
import gc
import io
import os
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from memcon import reading
from memcon.record import Report

SITES = Path(__file__).resolve().parents[1] / "tests" / "reading" / "fixtures" / "sites"
ALLOWED = 50 * 1024 * 1024
"""How much the memory may grow between the first tenth of the records and the last, in bytes."""


def resident() -> int:
    """Give the resident memory of this process in bytes (Linux)."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def make(path: Path, records: int) -> None:
    """Write a WARC.gz of so many pages, no two alike."""
    pages = [p.read_bytes() for p in sorted(SITES.glob("*.html"))]
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for number, page in enumerate(islice(cycle(pages), records)):
            headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
            body = page.replace(b"</p>", f" Number {number}.</p>".encode(), 1)
            record = writer.create_warc_record(f"https://example.org/{number}", "response", payload=io.BytesIO(body), http_headers=headers)
            writer.write_record(record)
            if number % 500 == 0:
                gc.collect()


def main() -> int:
    """Measure, print, and give 1 where the memory grows by more than is allowed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("records", nargs="?", type=int, default=10_000)
    records = parser.parse_args().records
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "archive.warc.gz"
        make(path, records)
        began, first, read, peak = time.process_time(), 0, 0, 0
        for number, item in enumerate(reading.read_all(path), 1):
            read += isinstance(item, Report)
            if number == max(records // 10, 1):
                first = resident()
            if number % 100 == 0:
                peak = max(peak, resident())
        seconds = time.process_time() - began
        grown = max(peak, resident()) - first
        print(f"{read:,} of {records:,} pages ({path.stat().st_size / 1e6:.1f} MB) in {seconds:.0f} s, {seconds / records * 1000:.1f} ms a page")
        print(f"memory after a tenth {first / 1e6:.0f} MB, at most {grown / 1e6:+.1f} MB after that")
    return int(grown > ALLOWED or read < records)


if __name__ == "__main__":
    sys.exit(main())
