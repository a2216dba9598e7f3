"""Changes of rules as the plain data of the `json` format."""

import msgspec

from engine.contract.diff import Change, Changes, suggested_step
from engine.model.statements import Statement


def changes_data(changes: Changes) -> dict[str, object]:
    """Everything that changed: nothing is grouped, and every language has both spans and quotes."""
    return {
        "languages": list(changes.languages),
        "step": str(suggested_step(changes)),
        "renames": [msgspec.to_builtins(rename) for rename in changes.renames],
        "changes": [_change(change) for change in changes.changes],
        "turns": [msgspec.to_builtins(turn) for turn in changes.turns],
    }


def _change(change: Change) -> dict[str, object]:
    return {
        "kind": change.topic[0],
        "topic": list(change.topic[1:]),
        "effect": str(change.effect),
        "before": [msgspec.to_builtins(rule) for rule in change.before],
        "after": [msgspec.to_builtins(rule) for rule in change.after],
        "said": [
            {"language": told.language, "before": _place(told.before), "after": _place(told.after)}
            for told in change.told
        ],
    }


def _place(statement: Statement | None) -> dict[str, object] | None:
    if statement is None:
        return None
    span = statement.span
    return {
        "page": statement.page,
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "quote": statement.quote,
    }
