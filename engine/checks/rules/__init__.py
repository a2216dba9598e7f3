"""Checks of what pages state."""

from engine.checks.rules import page_contradiction, rule_disagreement, undefined_licence, unreachable_capability

CHECKS = (page_contradiction.check, rule_disagreement.check, undefined_licence.check, unreachable_capability.check)
"""The checks of this family, by name of module."""
