"""Checks of source code against pages."""

from engine.checks.code import undocumented_id, unenforced_capability

CHECKS = (undocumented_id.check, unenforced_capability.check)
"""The checks of this family, by name of module."""
