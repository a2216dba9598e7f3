"""What is injected: a kind of mutation, a mutation of one file, a harmless edit."""

from collections.abc import Callable, Iterator
from random import Random
from typing import TYPE_CHECKING, Literal, TypeAlias

import msgspec

from engine.change.mutation.edits import Edit
from engine.model.spans import Span

if TYPE_CHECKING:
    from engine.change.mutation.manuscript import Manuscript

Family: TypeAlias = Literal["rules", "structure", "harmless"]


class Change(msgspec.Struct, frozen=True):
    """One way to edit a file."""

    span: Span
    """The place, in the file as it is."""
    edits: tuple[Edit, ...]
    also: tuple[Span, ...] = ()
    """Further places where a reader meets the change: the other of two that change places, a link's uses."""


class Kind(msgspec.Struct, frozen=True):
    """One kind of mutation: a row of the table."""

    name: str
    family: Family
    find: Callable[["Manuscript", Random], Iterator[Change]]
    """Every place of a file where it can be done."""


class Mutation(msgspec.Struct, frozen=True):
    """A change of one language's file."""

    kind: str
    family: Family
    language: str
    path: str
    change: Change

    @property
    def id(self) -> str:
        """Kind and place."""
        return f"{self.change.span} {self.kind}"
