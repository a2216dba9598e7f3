"""The places in code that name what changes."""

from collections.abc import Iterable

from engine.contract.diff.naming import ids_in
from engine.contract.diff.records import Changes
from engine.contract.scan.uses import Use


def uses_concerned(changes: Changes, uses: Iterable[Use]) -> tuple[Use, ...]:
    """The uses of ids that changed rules are about, or that are called otherwise now."""
    about = {id for change in changes.changes for id in change.topic[1:]}
    named = {id for change in changes.changes for rule in (*change.before, *change.after) for _, id in ids_in(rule, {})}
    concerned = (about & named) | {id for rename in changes.renames for id in (rename.old, rename.new)}
    return tuple(use for use in uses if use.id in concerned)
