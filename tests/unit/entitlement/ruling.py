"""Rule sets made of bare rules, as one or more languages state them."""

from engine.model.rules import AnyRule
from engine.model.rulesets import Relation, RuleSet
from engine.model.spans import Span
from engine.model.statements import Statement
from engine.rules import reconcile

IDS = {
    "licence": frozenset("pqrst"),
    "right": frozenset({"right"}),
    "class": frozenset({"class"}),
    "capability": frozenset({"a", "b", "c", "whole"}),
    "channel": frozenset({"web", "phone"}),
    "edition": frozenset({"windows", "mac"}),
}


def stated(*rules: AnyRule, relations: tuple[Relation, ...] = (), **more: tuple[AnyRule, ...]) -> RuleSet:
    """The rules as `sv` states them on one page, and those of further languages on the same page."""
    languages = {**({"sv": rules} if rules or not more else {}), **more}
    statements = [
        Statement(rule, language, "p.md", Span(f"{language}/p.md", line, 1, line, 2), f"{line}", f"{line}", "")
        for language, said in languages.items()
        for line, rule in enumerate(said, 1)
    ]
    there = {language: frozenset({"p.md"}) for language in languages}
    return reconcile(statements, there, relations=relations, ids=IDS)
