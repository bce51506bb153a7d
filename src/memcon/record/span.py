"""A stretch of the report's text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of `Report.text`; the span law holds: `text[start:end] == quote`.

    `start` and `end` count Unicode code points, `end` is exclusive.
    """

    start: int
    end: int
    quote: str

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end or self.end - self.start != len(self.quote):
            raise ValueError(f"span {self.start}:{self.end} does not fit its quote of {len(self.quote)} characters")

    def holds(self, other: "Span") -> bool:
        """Tell whether `other` lies inside this span."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Tell whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


def span_of(text: str, start: int, end: int) -> Span:
    """Cut the span `start:end` out of `text`, without the white space at its edges.

    >>> span_of("Putin met Assad.", 0, 6)
    Span(start=0, end=5, quote='Putin')
    """
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end, text[start:end])
