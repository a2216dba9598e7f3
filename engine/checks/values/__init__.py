"""Checks of values: numbers, units, dates and what they are compared with."""

CHECKS = ()
