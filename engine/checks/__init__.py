"""Consistency checks over what was read: a package per family, a module per check, all listed in `run`."""

from engine.checks.run import CHECKS, run_checks

__all__ = ["CHECKS", "run_checks"]
