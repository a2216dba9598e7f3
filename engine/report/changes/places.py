"""Where both sides of a change are said."""

from collections.abc import Iterable

from engine.contract.diff.groups import Group
from engine.contract.diff.records import Told
from engine.model.statements import Statement


def told_of(group: Group, language: str) -> Told:
    """The first change of a group in the reader's language, else in the first one that has it."""
    told = group.changes[0].told
    return next((one for one in told if one.language == language), told[0])


def places(told: Told) -> str:
    """Both places: `en/a.md:5 → en/a.md:7`; one where only one side says it."""
    if told.before is None or told.after is None:
        return _place(told.after or told.before)
    return f"{_place(told.before)} → {_place(told.after)}"


def _place(statement: Statement | None) -> str:
    if statement is None:
        return ""
    place = f"{statement.span.path}:{statement.span.line}"
    # A lock says on which page, and not where on it.
    return place if statement.quote else f"{place} ({statement.page})"


def tags(languages: Iterable[str], every: Iterable[str]) -> str:
    """The languages that changed so, in brackets; empty where all did."""
    own = tuple(languages)
    return "" if own == tuple(every) else f"[{', '.join(own)}] "
