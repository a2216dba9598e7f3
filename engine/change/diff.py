"""Two readings of help pages compared: which rules only one of them states, language by language."""

import msgspec

from engine.model.rules import AnyRule
from engine.model.rulesets import RuleSet
from engine.model.statements import Statement


class Difference(msgspec.Struct, frozen=True):
    """A rule that one side states in a language and the other does not."""

    language: str
    rule: AnyRule
    added: bool
    """Whether the new side states it; otherwise the old side does."""
    statement: Statement
    """The first place that states it."""


def diff(old: RuleSet, new: RuleSet) -> tuple[Difference, ...]:
    """The rules that a language states on one side only, sorted by language, place and rule.

    Only languages that both sides have are compared. Wording and places do not count.
    """
    found: list[Difference] = []
    for language in sorted(set(old.languages) & set(new.languages)):
        before, after = _stated(old, language), _stated(new, language)
        found += [Difference(language, rule, False, before[rule]) for rule in before.keys() - after.keys()]
        found += [Difference(language, rule, True, after[rule]) for rule in after.keys() - before.keys()]
    return tuple(sorted(found, key=lambda d: (d.language, d.statement.page, d.statement.span, d.added, repr(d.rule))))


def _stated(rules: RuleSet, language: str) -> dict[AnyRule, Statement]:
    found: dict[AnyRule, Statement] = {}
    for statement in rules.statements:
        if statement.language == language:
            found.setdefault(statement.rule, statement)
    return found
