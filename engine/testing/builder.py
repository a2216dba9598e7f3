"""A rule set made of rules, without pages: for the tests of a program that asks.

from engine.model.rules import Grants
rules = rule_set(Grants("sales-user", "sale-module", "standard-crm"), Grants("standard-user", "standard-crm", None))
"""

from collections.abc import Iterable

from engine.model.rules import AnyRule, Plan, Requires, capability_ids, holdable_ids
from engine.model.rulesets import Relation, RuleSet
from engine.model.spans import Span
from engine.model.statements import Statement
from engine.rules.reconcile import reconcile

PAGE = "rules.md"


def rule_set(
    *rules: AnyRule,
    languages: dict[str, Iterable[AnyRule]] | None = None,
    members: dict[str, Iterable[str]] | None = None,
    rights: Iterable[str] = (),
) -> RuleSet:
    """Rules as pages would state them, each as a sentence of its own.

    Every id that a rule names exists; a misspelt one in a question is refused as ever.

    Args:
        rules: what every language states.
        languages: language -> what it states besides, where languages are to disagree; English alone when None.
        members: class -> the licences and plans of it.
        rights: ids that are held and are no licence.
    """
    stated = {tag: (*rules, *more) for tag, more in (languages or {"en": ()}).items()}
    statements = [
        Statement(rule, tag, PAGE, Span(f"{tag}/{PAGE}", line, 1, line, 2), repr(rule), repr(rule), "")
        for tag, said in stated.items()
        for line, rule in enumerate(said, 1)
    ]
    classes = {name: tuple(ids) for name, ids in (members or {}).items()}
    relations = tuple(Relation("member", id, name, "") for name, ids in sorted(classes.items()) for id in sorted(ids))
    every = {statement.rule for statement in statements}
    held = {id for rule in every for id in holdable_ids(rule)} | {id for ids in classes.values() for id in ids}
    plans = {rule.plan for rule in every if isinstance(rule, Plan)}
    ids = {
        "licence": frozenset(held - plans - set(rights) - set(classes)),
        "plan": frozenset(plans),
        "right": frozenset(rights),
        "class": frozenset(classes),
        "capability": frozenset(id for rule in every for id in capability_ids(rule)),
        "channel": frozenset(rule.channel for rule in every if isinstance(rule, Requires) and rule.channel),
    }
    pages = {tag: frozenset({PAGE}) for tag in stated}
    return reconcile(statements, pages, relations=relations, ids=ids)
