"""Checks of the pages against the lock."""

from engine.checks.lock import broken, changed, loosened, said_elsewhere, tightened

CHECKS = (broken.check, changed.check, loosened.check, said_elsewhere.check, tightened.check)
"""The checks of this family, by name of module."""
