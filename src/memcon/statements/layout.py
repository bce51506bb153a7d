"""Keeps statements to what a reader reads: no datelines, desk notes and page furniture."""

from bisect import bisect_right

from memcon.record import Report
from memcon.statements.quotes import lines
from memcon.statements.saying import Saying

_EDGE = frozenset(" \t\n\r\u00a0-–—_:")


class Layout:
    """The paragraphs of a report (offsets, in order), each without the dateline in front of it."""

    def __init__(self, report: Report) -> None:
        blocks = [(b.span.start, b.span.end) for b in report.body()] or list(lines(report.text))
        dateline = report.dateline.span if report.dateline else None
        self.paragraphs = []
        for start, end in blocks:
            if dateline is not None and start <= dateline.start < dateline.end <= end:
                start = dateline.end
                while start < end and report.text[start] in _EDGE:
                    start += 1
            if start < end:
                self.paragraphs.append((start, end))
        self._starts = [start for start, _ in self.paragraphs]

    def clip(self, saying: Saying) -> bool:
        """Cut a content at the edges of its paragraph; False where the cue stands outside of all paragraphs."""
        if self._at(saying.cue[0]) is None:
            return False
        kept = []
        for start, end in saying.content:
            at = self._at(start)
            if at is None:
                at = bisect_right(self._starts, start)  # the sentence begins in a dateline: the paragraph behind it
            if at < len(self.paragraphs):
                first, last = self.paragraphs[at]
                start, end = max(start, first), min(end, last)
                kept += [(start, end)] if start < end else []
        saying.content = kept
        return bool(kept)

    def _at(self, offset: int) -> int | None:
        at = bisect_right(self._starts, offset) - 1
        return at if at >= 0 and offset < self.paragraphs[at][1] else None
