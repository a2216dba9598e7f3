"""Checks of what pages state."""

from engine.checks.rules import rule_disagreement, undefined_licence

CHECKS = (rule_disagreement.check, undefined_licence.check)
"""The checks of this family, by name of module."""
