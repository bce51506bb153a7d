"""Who is meant: names, offices, "his Syrian counterpart", "the two presidents", pronouns; countries and bodies."""

from memcon.actors.cast import Cast
from memcon.actors.finding import find

__all__ = ["Cast", "find"]
