"""Names that hold words of time: "Good Friday Agreement", "Theresa May", "Evening Standard"."""

from memcon.times.meaning import NoTime
from memcon.times.rule import Rule

RULES = (
    Rule("name", "<no_time>", lambda m: NoTime()),
    Rule("name", "(?:<holiday_fixed>|<holiday_nth>|<holiday_easter>|<holiday_orthodox>|<holiday_listed>) <holiday_place>", lambda m: NoTime()),
)
