"""A capability that pages name and that nothing anybody can hold leads to.

Why: the pages promise something that nobody can ever get, or leave out how to get it.
Fix: state what gives it, or what it builds on; or name the capability that is meant.
"""

from collections.abc import Iterator

from engine.entitlement.conditions import Circumstances, Rules, ways
from engine.findings import Finding, Related
from engine.model.rules import PART, Limit, capability_ids
from engine.model.statements import Statement
from engine.rules import Docs

_OF_PAGES = "page:"


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per capability and language, at the first sentence that names it there.

    Every language is read by itself: what another language gives helps none of its readers. Pages are no
    capabilities that anything would grant.
    """
    for reading in docs.rules.readings:
        rules = Rules(reading.rules, docs.rules.relations)
        for language in reading.languages:
            for capability, statement in _named(docs, language).items():
                if _is_unreachable(rules, capability):
                    related = (Related(statement.span, statement.quote),)
                    yield Finding("R010", statement.span, {"capability": capability, "language": language}, related)


def _named(docs: Docs, language: str) -> dict[str, Statement]:
    """The capabilities that the pages of a language name, each with the first sentence."""
    named: dict[str, Statement] = {}
    for statement in docs.rules.statements:
        if statement.language == language:
            for id in capability_ids(statement.rule):
                if not id.startswith(_OF_PAGES) and not id.endswith(PART):
                    named.setdefault(id, statement)
    return named


def _is_unreachable(rules: Rules, capability: str) -> bool:
    if not ways(rules, capability, Circumstances()):
        return True
    bounds = [rule.bound for rule in rules.about((capability,)) if isinstance(rule, Limit)]
    return bool(bounds) and not any(bound != 0 for bound in bounds) and not rules.grants(capability)
