"""Which number of a semantic version (semver.org) a change of the rules asks for."""

import enum

from engine.contract.diff.records import Changes, Effect


class Step(enum.StrEnum):
    """The part of a version that goes up."""

    MAJOR = "major"
    """Something is taken away, or called otherwise: who relies on it has to act."""
    MINOR = "minor"
    """Something is new, or more is allowed."""
    PATCH = "patch"
    """Only remarks changed: no answer is another."""
    NONE = "none"


def suggested_step(changes: Changes) -> Step:
    """The step that a version of the rules, or of code made from them, should take."""
    tighter = any(change.effect is Effect.TIGHTER for change in changes.changes)
    if tighter or changes.renames or any(not turn.allowed for turn in changes.turns):
        return Step.MAJOR
    if changes.turns or any(change.topic[0] != "describes" for change in changes.changes):
        return Step.MINOR
    return Step.PATCH if changes.changes else Step.NONE
