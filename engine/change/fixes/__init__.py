"""Mending what is safe to mend: a place, what stands there, what should; and not one byte beside it."""

from engine.change.fixes.applying import FixedFile, apply_fixes
from engine.change.fixes.finding import find_fixes
from engine.change.fixes.records import Fix
from engine.change.fixes.writing import write_fixed

__all__ = ["Fix", "FixedFile", "apply_fixes", "find_fixes", "write_fixed"]
"""Found, then applied in memory, then written; each step by itself."""
