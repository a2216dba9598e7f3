"""What changed between two rule sets, as meanings: which licences, bounds and requirements, and which answers turn."""

from engine.contract.diff.compare import compare
from engine.contract.diff.records import Change, Changes, Effect, Rename, Told, Turn
from engine.contract.diff.versions import Step, suggested_step

__all__ = ["Change", "Changes", "Effect", "Rename", "Step", "Told", "Turn", "compare", "suggested_step"]
