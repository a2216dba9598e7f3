"""Statements as findings show them: their words in a message, their source text beside it."""

from collections.abc import Sequence

from engine.findings import Related
from engine.model.statements import Statement
from engine.rules.collector import shorten


def said(statements: Sequence[Statement]) -> str:
    """What the first statement says; of several licences that are missing together, all their names."""
    texts = dict.fromkeys(statement.text for statement in statements)
    return shorten("”, “".join(texts) if len(statements) > 1 and _are_names(statements) else statements[0].text)


def quotes(statements: Sequence[Statement]) -> tuple[Related, ...]:
    """The source text of each statement, once, in order."""
    return tuple(dict.fromkeys(Related(statement.span, statement.quote) for statement in statements))


def _are_names(statements: Sequence[Statement]) -> bool:
    return all(statement.pattern in ("table.licence", "list.licence") for statement in statements)
