"""Consistency checks over what was read: one module per check, listed in `table`."""

from engine.checks.run import CHECKS, run_checks

__all__ = ["CHECKS", "run_checks"]
