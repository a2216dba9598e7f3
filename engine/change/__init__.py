"""What changed between two rule sets."""

from engine.change.diff import Difference, diff

__all__ = ["Difference", "diff"]
