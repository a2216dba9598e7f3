"""Checks of files, front matter and the pages of a tree."""

from engine.checks.files import invalid_navigation, missing_page

CHECKS = (invalid_navigation.check, missing_page.check)
"""The checks of this family, by name of module."""
