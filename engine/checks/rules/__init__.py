"""Checks of what pages state."""

from engine.checks.rules import (
    front_matter_missing,
    remark_differs,
    rule_differs,
    rule_missing,
    undefined_licence,
    unread_counterpart,
)

CHECKS = (
    front_matter_missing.check,
    remark_differs.check,
    rule_differs.check,
    rule_missing.check,
    undefined_licence.check,
    unread_counterpart.check,
)
"""The checks of this family, by name of module."""
