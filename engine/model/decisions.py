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
    grace: int = 0
    """Days after `until` on which it still counts; a decision that rests on them says so."""
    by: str | None = None
    """Who holds it: `system` (the installation or organisation), `site` or `user`. None leaves it open, and then the
    scope of a licence is not looked at."""

    def in_force(self, at: dt.date | None) -> bool:
        """Whether it counts on a day, days of grace included; on no particular day it does."""
        return at is None or self.until is None or at <= self.until + dt.timedelta(days=self.grace)

    def in_grace(self, at: dt.date | None) -> bool:
        """Whether it counts on a day only by its days of grace."""
        return at is not None and self.until is not None and self.until < at and self.in_force(at)


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
    market: str | None = None


class Misplaced(msgspec.Struct, frozen=True, order=True):
    """Something held by the wrong holder: it does not count."""

    id: str
    by: str
    """Who holds it."""
    scopes: tuple[str, ...]
    """Who would have to, as the pages say."""


class Decision(msgspec.Struct, frozen=True):
    """The answer, the rules it rests on, and what would turn it.

    Truthy exactly when the outcome is a yes. Equal questions get the very same record, so that it is cheap to keep.
    """

    request: Request
    """The question; of the holdings only those that bear on the capability."""
    outcome: Outcome
    missing: Needs
    """Every minimal set of ids that, added to the holdings, would give a yes; sorted, smallest first."""
    because: tuple[Statement, ...]
    """The determining statements, in every language that says them."""
    disputed: tuple[tuple[str, Outcome], ...] = ()
    """For a disputed decision: the outcome under each language's reading."""
    channel_bound: tuple[str, ...] = ()
    """Without a channel in the request: channels for which further requirements are stated."""
    more: tuple[tuple[str, int], ...] = ()
    """How many of an id to add, where one is not enough, or where more of what is held already would do."""
    misplaced: tuple[Misplaced, ...] = ()
    """What is held in a scope that is not its own, and would bear on the answer in its own."""
    in_grace: tuple[str, ...] = ()
    """What counts only by its days of grace."""
    nearest: str | None = None
    """For an id that nothing knows: the capability that is spelt most alike."""

    def __bool__(self) -> bool:
        return self.allowed

    def __repr__(self) -> str:
        return f"<Decision {self}>"

    def __str__(self) -> str:
        sets = " or ".join(" + ".join(group) for group in self.missing)
        near = f"; nearest: {self.nearest}" if self.nearest else ""
        return f"{self.request.capability}: {self.outcome}{f'; missing: {sets}' if sets else ''}{near}"

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


class Bound(msgspec.Struct, frozen=True):
    """How much of something a holder may use."""

    metric: str
    bound: int | None
    """How many at most; None for no bound."""
    used: int
    """Current use as told, 0 where nothing was."""
    metered: bool
    """Use is billed and never denied."""
    status: str | None
    """Of the usage range, by the vocabulary; None where no range applies or no use was told."""
    because: tuple[Statement, ...]
    """The statements that set the bound."""

    @property
    def left(self) -> int | None:
        """How many more fit; None for no bound."""
        return None if self.bound is None else max(0, self.bound - self.used)


class Reason(msgspec.Struct, frozen=True):
    """A part of an answer, made of parts: what is asked, whether it is met, and which sentences say so."""

    kind: str
    """`capability` (the whole), `reading` (of some languages, where readings differ), `requirement`, `grant` (a way to
    be given it), `beside` (what a grant builds on), `hold` (something to hold), `bound` (one more has to fit)."""
    about: str
    """The id: a capability, something to hold, or a metric; for a reading its languages."""
    met: bool
    need: str
    """`all` or `any` of the parts have to be met."""
    parts: tuple["Reason", ...] = ()
    because: tuple[Statement, ...] = ()
    """The statements that ask for it, in every language that says them."""
    note: str | None = None
    """Of something to hold that is not met: `expired`, or `misplaced` (held in a scope that is not its own)."""
    room: int | None = None
    """Of a bound: how many more fit; None for any number."""
