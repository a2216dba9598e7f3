"""Checks of what pages state."""

from engine.checks.rules import (
    front_matter_missing,
    idle_ruling,
    page_contradiction,
    remark_differs,
    rule_alone,
    rule_differs,
    rule_missing,
    undefined_licence,
    unreachable_capability,
    unread_counterpart,
)

CHECKS = (
    front_matter_missing.check,
    idle_ruling.check,
    page_contradiction.check,
    remark_differs.check,
    rule_alone.check,
    rule_differs.check,
    rule_missing.check,
    undefined_licence.check,
    unreachable_capability.check,
    unread_counterpart.check,
)
"""The checks of this family, by name of module."""
