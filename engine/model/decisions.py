"""Asking and answering: holdings, a request, a decision."""

import datetime as dt
import enum
from collections.abc import Mapping
from typing import TypeAlias

import msgspec

from engine.model.rules import AnyRule, Needs
from engine.model.statements import Statement


class Outcome(enum.StrEnum):
    """What a decision says. `unknown` is no "no": the pages do not speak of what was asked."""

    ALLOWED = "allowed"
    NEAR_LIMIT = "near_limit"
    NOT_LICENSED = "not_licensed"
    LIMIT_REACHED = "limit_reached"
    EXPIRED = "expired"
    DISPUTED = "disputed"
    UNKNOWN = "unknown"

    @property
    def allowed(self) -> bool:
        """Whether it is a yes; near a limit is one."""
        return self in (Outcome.ALLOWED, Outcome.NEAR_LIMIT)


class Holding(msgspec.Struct, frozen=True, order=True):
    """Something held: a licence, a plan or a right."""

    id: str
    count: int = 1
    """How many were bought: bounds what a quota counts."""
    until: dt.date | None = None
    """The last day on which it is in force; None for ever."""


class Request(msgspec.Struct, frozen=True):
    """One question: may the holder do this?"""

    capability: str
    holdings: frozenset[Holding]
    channel: str | None = None
    edition: str | None = None
    usage: tuple[tuple[str, int], ...] = ()
    """Current use of each metric, without the asker, sorted by metric."""
    at: dt.date | None = None
    """The day asked about; None asks without regard to time."""


class Decision(msgspec.Struct, frozen=True):
    """The answer, the rules it rests on, and what would turn it.

    Truthy exactly when the outcome is a yes.
    """

    request: Request
    outcome: Outcome
    missing: Needs
    """Every minimal set of ids that, added to the holdings, would give `allowed`; sorted, smallest first."""
    because: tuple[Statement, ...]
    """The determining statements, in every language that says them."""
    disputed: tuple[tuple[str, Outcome], ...] = ()
    """For a disputed decision: the outcome under each language's reading."""
    channel_bound: tuple[str, ...] = ()
    """Without a channel in the request: channels for which further requirements are stated."""

    def __bool__(self) -> bool:
        return self.allowed

    @property
    def allowed(self) -> bool:
        """Whether the outcome is a yes."""
        return self.outcome.allowed

    @property
    def rules(self) -> tuple[AnyRule, ...]:
        """The determining rules, each once, in the order of the statements."""
        return tuple(dict.fromkeys(statement.rule for statement in self.because))


Held: TypeAlias = Mapping[str, int] | frozenset[Holding] | set[Holding] | set[str] | list[str] | tuple[str, ...]
"""The forms in which callers may give holdings: ids, ids with the number bought, or `Holding` records."""
