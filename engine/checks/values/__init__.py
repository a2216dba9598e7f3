"""Checks of values: numbers, units, dates and what they bound."""

from engine.checks.values import bound, date, number, table_value, unit, unlimited

CHECKS = (bound.check, date.check, number.check, table_value.check, unit.check, unlimited.check)
"""The checks of this family, by name of module."""
