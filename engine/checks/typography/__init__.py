"""Checks of how a language is set."""

from engine.checks.typography import foreign_quotation_marks, percent_spacing, unclosed_row

CHECKS = (foreign_quotation_marks.check, percent_spacing.check, unclosed_row.check)
"""The checks of this family, by name of module."""
