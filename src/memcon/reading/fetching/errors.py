"""Why something was not fetched.

::

    FetchError (a ReadingError)
    ├── Refused       it may not be fetched: its address is not public, robots.txt disallows it, it is no page of the web
    └── Unreachable   it could not be fetched: no connection, no name, too slow, damaged on the way
        └── Deferred      the host asks to be left alone for a while
"""

from memcon.errors import ReadingError


class FetchError(ReadingError):
    """Something was not fetched."""


class Refused(FetchError):
    """It may not be fetched; trying again is of no use."""


class Unreachable(FetchError):
    """It could not be fetched this time."""


class Deferred(Unreachable):
    """Its host asks to be left alone, or only to be asked rarely; the next poll tries again."""
