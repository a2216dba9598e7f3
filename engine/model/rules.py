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
    """A licence, plan or class."""
    topic: str
    """An id of the vocabulary, or one of the remarks below."""


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
    conditional: bool = False
    """True where it holds only in cases that the sentence describes ("on your own premises", "in some cases"):
    compared between languages, and no part of a decision."""


class Quota(Rule, frozen=True):
    """The number bought of a licence bounds a metric; having it also grants what it counts."""

    licence: str
    metric: str
    """The capability whose use is counted."""
    unit: str | None
    """What is counted using it ("sites that can use ..."); None where the metric itself is counted."""


class Plan(Rule, frozen=True):
    """A plan that a whole organisation has, and its place in the market's order."""

    plan: str
    market: str
    rank: int | None
    """From 0, the least plan, upwards; None while the pages do not settle the order."""
    cumulative: bool = False
    """True where a page says that each plan includes everything in the plans below it."""


class Includes(Rule, frozen=True):
    """A feature list: the holder of a plan, licence or class has these features."""

    holder: str
    feature: str


class Limit(Rule, frozen=True):
    """A plan bounds a metric; it also grants what it counts, unless the bound is 0."""

    plan: str
    metric: str
    bound: int | None
    """How many at most; None for no bound at all."""


class Metered(Rule, frozen=True):
    """Use beyond an allowance is billed and never denied."""

    metric: str
    market: str | None


class Band(Rule, frozen=True):
    """A range of usage, in per cent of a bound, has a status and an indicator; the narrower range wins."""

    low: int
    """From this on, inclusive."""
    high: int | None
    """Below this, exclusive; equal to `low` for exactly that value; None for no upper end."""
    status: str | None
    indicator: str | None


class Combination(Rule, frozen=True):
    """Licences that one user may hold together. Sorted."""

    licences: tuple[str, ...]


class Succeeds(Rule, frozen=True):
    """The holder of an old licence is placed on a plan; of several plans the highest."""

    licence: str
    plan: str


class Available(Rule, frozen=True):
    """A page (a help topic) is for this plan or these licences, by its front matter."""

    page: str
    plan: str | None
    needs: Needs = ()


class Excludes(Rule, frozen=True):
    """A plan does not give a capability."""

    plan: str
    capability: str


class Speaks(Rule, frozen=True):
    """A page speaks of one market."""

    page: str
    market: str


AnyRule: TypeAlias = (
    Licence
    | Describes
    | Grants
    | Requires
    | Quota
    | Plan
    | Includes
    | Limit
    | Metered
    | Band
    | Combination
    | Succeeds
    | Available
    | Excludes
    | Speaks
)

EFFECT, WITHOUT, SPARED, UPGRADE = "#effect", "#without", "#spared", "#upgrade"
"""Remarks about something held: what its holders see, what is so for those without it, when nobody needs it, and that
one moves up to it."""

PART = "#part"
"""Ends the capability id of things that a page speaks of without a name: each rule about them is one of its own."""

KINDS: tuple[type[Rule], ...] = (
    Licence,
    Describes,
    Grants,
    Requires,
    Quota,
    Plan,
    Includes,
    Limit,
    Metered,
    Band,
    Combination,
    Succeeds,
    Available,
    Excludes,
    Speaks,
)
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
        case Licence(licence=id) | Describes(licence=id) | Grants(licence=id) | Quota(licence=id):
            return (id,)
        case Requires(needs=needs):
            return tuple(sorted({i for group in needs for i in group}))
        case Plan(plan=id) | Limit(plan=id) | Excludes(plan=id) | Includes(holder=id):
            return (id,)
        case Combination(licences=licences):
            return licences
        case Succeeds(licence=licence, plan=plan):
            return (licence, plan)
        case Available(plan=plan, needs=needs):
            named = {i for group in needs for i in group}
            return tuple(sorted(named | {plan} if plan else named))
        case Metered() | Band() | Speaks():
            return ()


def capability_ids(rule: AnyRule) -> tuple[str, ...]:
    """The capabilities in a rule."""
    match rule:
        case Grants(capability=capability, beside=beside):
            return (capability,) if beside is None else (capability, beside)
        case Requires(capability=capability) | Excludes(capability=capability):
            return (capability,)
        case Quota(metric=metric) | Limit(metric=metric) | Metered(metric=metric):
            return (metric,)
        case Includes(feature=feature):
            return (feature,)
        case Available(page=page):
            return (page,)
        case Licence() | Describes() | Plan() | Band() | Combination() | Succeeds() | Speaks():
            return ()
