"""What a case is made of: things to hold, groups of them that must be met, and grants."""

from collections.abc import Callable
from typing import NamedTuple

from engine.entitlement.conditions import Granting
from engine.model.rules import AnyRule


class Leaf(NamedTuple):
    """Something to hold."""

    id: str
    mask: int
    """The bits of everything by which it is held."""


class Group(NamedTuple):
    """Something to hold, as alternatives."""

    leaves: tuple[Leaf, ...]
    mask: int
    rules: frozenset[AnyRule]
    """What asks for it."""
    excluding: frozenset[AnyRule] = frozenset()
    """What says of a plan asked for that it is not enough."""
    whole: bool = False
    """Whether every id asked for is such a plan."""
    as_asked: int = 0
    """The bits by which it would be held if no plan lacked anything."""


class Grant(NamedTuple):
    """A way to be given a capability."""

    rule: Granting
    leaf: Leaf
    capability: int
    """Number of the capability given; 0 is the one asked about."""
    beside: int | None
    """Number of the capability it builds on."""


Room = Callable[[Grant], float]
"""How many more units a grant gives; infinite without a bound."""
