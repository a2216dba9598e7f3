"""Checks of files, front matter and the pages of a tree."""

from engine.checks.files import missing_page

CHECKS = (missing_page.check,)
"""The checks of this family, by name of module."""
