"""Times that are not measured: the present, the past, the future."""

from dataclasses import dataclass

from memcon.record.findings import TimexType
from memcon.times.context import Context
from memcon.times.reading import Reading


@dataclass(frozen=True, slots=True)
class Vague:
    """PRESENT_REF, PAST_REF or FUTURE_REF, or another value without a place."""

    value: str
    type: TimexType = "DATE"
    freq: str | None = None
    quant: str | None = None
    granularity: str = "vague"

    def resolve(self, context: Context) -> Reading:
        """Give the value; it has no place on the calendar."""
        return Reading(self.type, self.value, self.granularity, freq=self.freq, quant=self.quant)
