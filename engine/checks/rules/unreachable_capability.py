"""A capability that pages name and that nothing anybody can hold leads to.

Why: the pages promise something that nobody can ever get, or leave out how to get it.
Fix: state what gives it, or what it builds on; or name the capability that is meant.
"""

from collections.abc import Iterator

from engine.entitlement.compile import compiled
from engine.findings import Finding, Related
from engine.model.rules import PART, capability_ids
from engine.model.statements import Statement
from engine.rules import Docs

_OF_PAGES = "page:"


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per capability and language, at the first sentence that names it there.

    Every language is read by itself: what another language gives helps none of its readers. Pages are no
    capabilities that anything would grant.
    """
    engine = compiled(docs.rules)
    named = {language: _named(docs, language) for language in docs.rules.languages}
    for capability in sorted({id for found in named.values() for id in found}):
        for languages, case in engine.question(capability).cases:
            for language in languages:
                statement = named[language].get(capability)
                if statement and not case.reachable:
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
