"""Quantities and who claims them of what and when."""

from memcon.figures.finding import find
from memcon.figures.quantities import find_quantities
from memcon.figures.quantity import Quantity

__all__ = ["Quantity", "find", "find_quantities"]
