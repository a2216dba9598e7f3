"""What a question finds, and the sentences that show it."""

from collections.abc import Iterable

import msgspec

from engine.model.rules import AnyRule
from engine.model.rulesets import RuleSet
from engine.model.statements import Statement


class Insight(msgspec.Struct, frozen=True):
    """Something that the rules imply and that somebody should know, with its counterexample."""

    message: str
    """A source sentence with placeholders."""
    arguments: dict[str, str]
    because: tuple[Statement, ...] = ()
    """The statements that imply it, in every language that says them."""


class Analysis(msgspec.Struct, frozen=True):
    """What was asked, and what came of it."""

    id: str
    """The question's name: that of its module, with hyphens."""
    question: str
    """A source sentence."""
    cases: int
    """How many cases were tried."""
    insights: tuple[Insight, ...]


def stating(rules: RuleSet, of: Iterable[AnyRule]) -> tuple[Statement, ...]:
    """The statements that say any of these rules."""
    wanted = frozenset(of)
    return tuple(statement for statement in rules.statements if statement.rule in wanted)


def joined(ids: Iterable[str]) -> str:
    """Ids to hold together, as messages show them."""
    return " + ".join(ids)
