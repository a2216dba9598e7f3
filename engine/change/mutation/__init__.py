"""Proof that the checks find drift: mutations of help pages, injected one by one into a copy of the docs folder.

page --manuscript--> places --kinds--> edits of source text --workspace--> findings --judging--> found, or missed
"""

from engine.change.mutation.harmless import HARMLESS
from engine.change.mutation.injection import Injection, run
from engine.change.mutation.kinds import KINDS
from engine.change.mutation.parallel import inject
from engine.change.mutation.records import Family, Kind, Mutation
from engine.change.mutation.tally import Result, Tally, Threshold, tallies, thresholds
from engine.change.mutation.workspace import Workspace, workspace

__all__ = [
    "ALL_KINDS",
    "HARMLESS",
    "KINDS",
    "Family",
    "Injection",
    "Kind",
    "Mutation",
    "Result",
    "Tally",
    "Threshold",
    "Workspace",
    "inject",
    "run",
    "tallies",
    "thresholds",
    "workspace",
]

ALL_KINDS: tuple[Kind, ...] = (*KINDS, *HARMLESS)
"""Mutations that checks must find, then edits that they must not mind."""
