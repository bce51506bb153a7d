"""Quantities and who claims them of what and when."""
