"""Checks of what pages promise against the rules that they state."""

from engine.checks.entitlement import scenario_fails

CHECKS = (scenario_fails.check,)
"""The checks of this family, by name of module."""
