"""Which sentence a reader of one language is shown for a rule."""

from collections.abc import Iterable

import msgspec

from engine.model.decisions import Decision, Outcome
from engine.model.statements import Statement


class Citation(msgspec.Struct, frozen=True):
    """A determining statement as it is shown to a reader of one language."""

    statement: Statement
    foreign: bool
    """The reader's language does not say it, so another language is quoted."""


def citations(decision: Decision, language: str) -> tuple[Citation, ...]:
    """The determining statements, each rule once: from the reader's language where it has it, else from another.

    A disputed decision cites every language.
    """
    return cite(decision.because, language, everybody=decision.outcome is Outcome.DISPUTED)


def cite(statements: Iterable[Statement], language: str, *, everybody: bool = False) -> tuple[Citation, ...]:
    """Citations of some statements, in their order; several rules of one sentence ("A, B and C") are cited once.

    Args:
        statements: what is to be cited.
        language: tag of the reader's language.
        everybody: cite every language that says it.
    """
    saying: dict[object, list[Statement]] = {}
    for statement in statements:
        saying.setdefault(statement.rule, []).append(statement)
    shown: list[Citation] = []
    for said in saying.values():
        own = [s for s in said if s.language == language]
        chosen = said if everybody else (own or said)[:1]
        shown.extend(Citation(s, s.language != language) for s in chosen)
    distinct = {(c.statement.span, c.statement.text): c for c in reversed(shown)}
    return tuple(reversed(distinct.values()))
