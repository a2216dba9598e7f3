"""The abstract rules: what a licence sentence says, in no language.

Ids are those of `locales/vocabulary.toml`. A rule holds no wording and no place, so two sentences agree
exactly when their rules are equal. Fields with a default are left out of JSON while they have it.
"""

from typing import TypeAlias

import msgspec

Needs: TypeAlias = tuple[tuple[str, ...], ...]
"""All of the groups must hold; any one id of a group satisfies it. Sorted, without redundant groups."""


class Rule(msgspec.Struct, frozen=True, tag=True, tag_field="kind", omit_defaults=True, gc=False):
    """Base of all rules."""


class Licence(Rule, frozen=True):
    """A licence exists, with the scope, edition and lifecycle of the section that lists it."""

    licence: str
    scope: str
    """`system`, `site` or `user`: who holds it."""
    edition: str | None
    """The edition of the product it belongs to, for example `windows`; None for all."""
    lifecycle: str | None
    """For example `legacy`; None while it is current."""


class Describes(Rule, frozen=True):
    """A sentence that is understood and decides nothing, such as what a licence specifies."""

    licence: str
    topic: str


class Grants(Rule, frozen=True):
    """Holding the licence gives one capability."""

    licence: str
    capability: str
    beside: str | None
    """The capability this one builds on: any licence that gives it will do."""
    channels: tuple[str, ...] = ()
    """The channels over which it is given; none named means every channel."""
    open_ended: bool = False
    """True where the text says that it gives more than it lists ("among other things")."""


class Requires(Rule, frozen=True):
    """A capability (over a channel, where one is named) needs licences, classes or rights."""

    capability: str
    channel: str | None
    needs: Needs
    scopes: tuple[tuple[str, str], ...] = ()
    """The scope the sentence gives to a licence it names, as (id, scope): "a system licence for ..."."""


class Quota(Rule, frozen=True):
    """The number bought of a licence bounds a metric; having it also grants what it counts."""

    licence: str
    metric: str
    """The capability whose use is counted."""
    unit: str | None
    """What is counted using it ("sites that can use ..."); None where the metric itself is counted."""


AnyRule: TypeAlias = Licence | Describes | Grants | Requires | Quota

KINDS: tuple[type[Rule], ...] = (Licence, Describes, Grants, Requires, Quota)
"""Every rule kind, in the order in which a reader meets them."""


def all_of(groups: list[frozenset[str]]) -> Needs:
    """Groups of alternatives in their one canonical form.

    A group that contains another says nothing new (whoever satisfies the smaller one satisfies it)
    and is left out.
    """
    kept = [g for g in set(groups) if not any(other < g for other in groups)]
    return tuple(sorted(tuple(sorted(g)) for g in kept))


def holdable_ids(rule: AnyRule) -> tuple[str, ...]:
    """The ids in a rule that somebody can hold, in the order of the rule."""
    match rule:
        case Licence(licence=licence) | Describes(licence=licence):
            return (licence,)
        case Grants(licence=licence) | Quota(licence=licence):
            return (licence,)
        case Requires(needs=needs):
            return tuple(sorted({i for group in needs for i in group}))


def capability_ids(rule: AnyRule) -> tuple[str, ...]:
    """The capabilities in a rule."""
    match rule:
        case Grants(capability=capability, beside=beside):
            return (capability,) if beside is None else (capability, beside)
        case Requires(capability=capability):
            return (capability,)
        case Quota(metric=metric):
            return (metric,)
        case Licence() | Describes():
            return ()
