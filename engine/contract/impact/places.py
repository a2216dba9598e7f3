"""The sentences that have to change with the rules, in every language."""

from collections.abc import Iterator

from engine.contract.diff.records import Change, Changes
from engine.contract.diff.topics import topic_of
from engine.model.rulesets import RuleSet
from engine.model.statements import Statement


def sentences_to_change(changes: Changes, pages: RuleSet) -> tuple[tuple[Change, Statement], ...]:
    """Every sentence that says what no longer holds, with the change that it lags behind; by place.

    Args:
        changes: what changed, or would.
        pages: what pages say now: for a change that was made, those after it.
    """
    found = {statement.span: (change, statement) for change, statement in _lagging(changes, pages)}
    return tuple(found[span] for span in sorted(found))


def _lagging(changes: Changes, pages: RuleSet) -> Iterator[tuple[Change, Statement]]:
    by_topic: dict[tuple[str, ...], list[Change]] = {}
    for change in changes.changes:
        by_topic.setdefault(change.topic, []).append(change)
    for statement in pages.statements:
        for change in by_topic.get(topic_of(statement.rule), ()):
            if statement.rule in change.before and statement.rule not in change.after:
                yield change, statement
