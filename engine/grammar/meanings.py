"""The table of meanings: which slots a sentence form has, and how they and a rule become each other.

Every language's `grammar.toml` gives patterns for exactly these. A row is used in both directions:
`build` makes rules of the slots that were read, `slots` finds the slots that write a group of rules.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

import msgspec

from engine.grammar.needs import Needed
from engine.model.rules import (
    EFFECT,
    PART,
    SPARED,
    UPGRADE,
    WITHOUT,
    AnyRule,
    Describes,
    Excludes,
    Grants,
    Includes,
    Limit,
    Quota,
    Requires,
    Speaks,
    all_of,
)

Values: TypeAlias = Mapping[str, object]

SLOT_KINDS = {
    "capability": "capability",
    "capabilities": "capability",
    "beside": "capability",
    "metric": "capability",
    "channel": "channel",
    "channels": "channel",
    "topic": "topic",
    "unit": "unit",
    "scope": "scope",
    "edition": "edition",
    "lifecycle": "lifecycle",
    "licences": "licence",
    "rights": "right",
    "classes": "class",
    "plan": "plan",
    "plans": "plan",
    "market": "market",
    "solution": "solution",
    "solutions": "solution",
    "level": "level",
    "levels": "level",
}
"""The kind of term that fills a slot."""

FREE_SLOTS = frozenset(("note", "thing", "clause"))
"""Slots for free words: kept, never interpreted, and only read."""

PART_SLOTS = frozenset(("solution", "solutions", "level", "levels"))
"""Slots for the parts of a name."""


class Meaning(msgspec.Struct, frozen=True):
    """One row: a form, a meaning in it, and the two directions."""

    form: str
    name: str
    slots: frozenset[str]
    """Slots that every pattern must have."""
    optional: frozenset[str] = frozenset()
    """Slots and flags that some `write` pattern must have."""
    build: Callable[[Values, str], tuple[AnyRule, ...]] | None = None
    """(slots, licence of the row) -> rules. None for a form that is a part of a rule."""
    fill: Callable[[Sequence[AnyRule]], list[dict[str, object]]] | None = None
    """Rules -> the slots of one sentence each, for those rules that this row can say."""
    read_only: frozenset[str] = frozenset()
    """Slots that a `read` pattern may have beside these."""

    @property
    def id(self) -> str:
        """Form and name: the table of `grammar.toml`."""
        return f"{self.form}.{self.name}"


def _ids(values: Values, name: str) -> tuple[str, ...]:
    found = values.get(name, ())
    return (found,) if isinstance(found, str) else tuple(found)  # type: ignore[arg-type]


def _one(values: Values, name: str) -> str | None:
    found = values.get(name)
    return found if isinstance(found, str) else None


def _describes(values: Values, licence: str) -> tuple[AnyRule, ...]:
    return tuple(Describes(licence, topic) for topic in _ids(values, "topic"))


def _fill_describes(rules: Sequence[AnyRule]) -> list[dict[str, object]]:
    return [{"topic": rule.topic} for rule in rules if isinstance(rule, Describes)]


def _grants(values: Values, licence: str) -> tuple[AnyRule, ...]:
    channels = tuple(sorted(_ids(values, "channels")))
    return tuple(
        Grants(licence, capability, _one(values, "beside"), channels, bool(values.get("open_ended")))
        for capability in _ids(values, "capabilities")
    )


def _fill_grants(rules: Sequence[AnyRule]) -> list[dict[str, object]]:
    groups: dict[tuple[str | None, tuple[str, ...], bool], list[str]] = {}
    for rule in rules:
        if isinstance(rule, Grants):
            groups.setdefault((rule.beside, rule.channels, rule.open_ended), []).append(rule.capability)
    return [
        _filled(capabilities=tuple(capabilities), beside=beside, channels=channels, open_ended=open_ended)
        for (beside, channels, open_ended), capabilities in groups.items()
    ]


def _requires_in_row(values: Values, licence: str) -> tuple[AnyRule, ...]:
    return tuple(Requires(c, _one(values, "channel"), ((licence,),)) for c in _ids(values, "capability"))


def _fill_requires_use(rules: Sequence[AnyRule]) -> list[dict[str, object]]:
    return [{"capability": r.capability} for r in rules if isinstance(r, Requires) and r.channel is None]


def _fill_requires_access(rules: Sequence[AnyRule]) -> list[dict[str, object]]:
    return [
        {"capability": r.capability, "channel": r.channel}
        for r in rules
        if isinstance(r, Requires) and r.channel is not None
    ]


def _quota(values: Values, licence: str) -> tuple[AnyRule, ...]:
    return tuple(Quota(licence, metric, _one(values, "unit")) for metric in _ids(values, "metric"))


def _fill_quota(rules: Sequence[AnyRule]) -> list[dict[str, object]]:
    return [{"metric": r.metric} for r in rules if isinstance(r, Quota) and r.unit is None]


def _fill_quota_of_units(rules: Sequence[AnyRule]) -> list[dict[str, object]]:
    return [{"metric": r.metric, "unit": r.unit} for r in rules if isinstance(r, Quota) and r.unit is not None]


def _requires(values: Values, licence: str) -> tuple[AnyRule, ...]:
    needed = values.get("needs", Needed())
    assert isinstance(needed, Needed)  # noqa: S101 - the matcher fills the slot `needs` with nothing else
    return tuple(
        Requires(capability, _one(values, "channel"), needed.needs, needed.scopes)
        for capability in _ids(values, "capability")
    )


def _fill_requires(rules: Sequence[AnyRule]) -> list[dict[str, object]]:
    return [
        _filled(capability=r.capability, channel=r.channel, needs=Needed(r.needs, r.scopes))
        for r in rules
        if isinstance(r, Requires) and not r.capability.startswith("page:")
    ]


def _requires_page(values: Values, page: str) -> tuple[AnyRule, ...]:
    needed = values.get("needs")
    return (Requires(page, None, needed.needs, needed.scopes),) if isinstance(needed, Needed) else ()


def _requires_part(values: Values, page: str) -> tuple[AnyRule, ...]:
    return _requires_page(values, page + PART)


def _fill_requires_page(rules: Sequence[AnyRule]) -> list[dict[str, object]]:
    return [
        {"needs": Needed(r.needs, r.scopes)}
        for r in rules
        if isinstance(r, Requires) and r.capability.startswith("page:") and not r.capability.endswith(PART)
    ]


def _fill_requires_part(rules: Sequence[AnyRule]) -> list[dict[str, object]]:
    return [
        {"needs": Needed(r.needs, r.scopes)} for r in rules if isinstance(r, Requires) and r.capability.endswith(PART)
    ]


def _requires_licences(values: Values, page: str) -> tuple[AnyRule, ...]:
    return (Requires(page + PART, None, all_of([frozenset(_ids(values, "licences"))])),)


def _users_need(values: Values, page: str) -> tuple[AnyRule, ...]:
    """Holders of a licence need something more: both are needed."""
    needed = values.get("needs")
    if not isinstance(needed, Needed):
        return ()
    groups = [frozenset(group) for group in needed.needs]
    return (Requires(page + PART, None, all_of([*groups, frozenset(_ids(values, "licences"))])),)


def _requires_or_plan(values: Values, page: str) -> tuple[AnyRule, ...]:
    """A requirement, or else a plan that does without it."""
    needed = values.get("needs")
    if not isinstance(needed, Needed):
        return ()
    plans = frozenset(_ids(values, "plans"))
    return (Requires(page + PART, None, all_of([frozenset(group) | plans for group in needed.needs])),)


def _excludes(values: Values, page: str) -> tuple[AnyRule, ...]:
    return tuple(Excludes(plan, page) for plan in _ids(values, "plans"))


def _fill_excludes(rules: Sequence[AnyRule]) -> list[dict[str, object]]:
    plans = tuple(rule.plan for rule in rules if isinstance(rule, Excludes))
    return [{"plans": plans}] if plans else []


def _includes(values: Values, page: str) -> tuple[AnyRule, ...]:
    return tuple(Includes(plan, id) for plan in _ids(values, "plans") for id in _ids(values, "licences"))


def _fill_includes(rules: Sequence[AnyRule]) -> list[dict[str, object]]:
    by_licence: dict[str, list[str]] = {}
    for rule in rules:
        if isinstance(rule, Includes):
            by_licence.setdefault(rule.feature, []).append(rule.holder)
    return [{"licences": (licence,), "plans": tuple(plans)} for licence, plans in by_licence.items()]


def _requires_if(values: Values, page: str) -> tuple[AnyRule, ...]:
    """A requirement that holds in some cases only."""
    return tuple(
        msgspec.structs.replace(r, conditional=True) for r in _requires_part(values, page) if isinstance(r, Requires)
    )


def _remark(topic: str) -> Callable[[Values, str], tuple[AnyRule, ...]]:
    """A remark about what is named: no rule of what anybody may do, yet two languages must name the same."""

    def build(values: Values, page: str) -> tuple[AnyRule, ...]:
        needed = values.get("needs")
        ids = [id for group in needed.needs for id in group] if isinstance(needed, Needed) else []
        return tuple(Describes(id, topic) for id in dict.fromkeys((*ids, *_ids(values, "plans"))))

    return build


def _bounded(values: Values, page: str) -> tuple[AnyRule, ...]:
    """That a plan bounds a metric, without the number."""
    return tuple(Describes(plan, metric) for plan in _ids(values, "plan") for metric in _ids(values, "metric"))


def _grants_to_holder(values: Values, page: str) -> tuple[AnyRule, ...]:
    return tuple(
        Grants(id, capability, None) for id in _ids(values, "licences") for capability in _ids(values, "capability")
    )


def _speaks(values: Values, page: str) -> tuple[AnyRule, ...]:
    return tuple(Speaks(page, market) for market in _ids(values, "market"))


def _fill_speaks(rules: Sequence[AnyRule]) -> list[dict[str, object]]:
    return [{"market": rule.market} for rule in rules if isinstance(rule, Speaks)]


def _limit(values: Values, page: str) -> tuple[AnyRule, ...]:
    plan, metric, number = (values.get(name) for name in ("plan", "metric", "number"))
    if isinstance(plan, str) and isinstance(metric, str) and isinstance(number, int):
        return (Limit(plan, metric, number),)
    return ()


def _fill_limit(rules: Sequence[AnyRule]) -> list[dict[str, object]]:
    return [
        {"plan": r.plan, "metric": r.metric, "number": r.bound}
        for r in rules
        if isinstance(r, Limit) and r.bound is not None
    ]


def _filled(**slots: object) -> dict[str, object]:
    """Only the slots that hold something: an absent slot leaves its optional part unwritten."""
    return {name: value for name, value in slots.items() if value}


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


MEANINGS: tuple[Meaning, ...] = (
    Meaning("cell", "describes", _words("topic"), build=_describes, fill=_fill_describes),
    Meaning(
        "cell",
        "grants",
        _words("capabilities"),
        _words("beside channels open_ended"),
        build=_grants,
        fill=_fill_grants,
    ),
    Meaning("cell", "requires-use", _words("capability"), build=_requires_in_row, fill=_fill_requires_use),
    Meaning(
        "cell", "requires-access", _words("capability channel"), build=_requires_in_row, fill=_fill_requires_access
    ),
    Meaning("cell", "quota", _words("metric"), build=_quota, fill=_fill_quota),
    Meaning("cell", "quota-of-units", _words("metric unit"), build=_quota, fill=_fill_quota_of_units),
    Meaning(
        "sentence", "requires", _words("capability needs"), _words("channel"), build=_requires, fill=_fill_requires
    ),
    Meaning("sentence", "requires-page", _words("needs"), build=_requires_page, fill=_fill_requires_page),
    Meaning("sentence", "requires-part", _words("needs"), build=_requires_part, fill=_fill_requires_part),
    Meaning("sentence", "requires-licences", _words("licences"), build=_requires_licences),
    Meaning("sentence", "requires-or-plan", _words("needs plans"), build=_requires_or_plan),
    Meaning("sentence", "users-need", _words("licences needs"), build=_users_need),
    Meaning("sentence", "excludes-page", _words("plans"), build=_excludes, fill=_fill_excludes),
    Meaning("sentence", "speaks", _words("market"), build=_speaks, fill=_fill_speaks),
    Meaning("sentence", "limit", _words("plan number metric"), build=_limit, fill=_fill_limit),
    Meaning("sentence", "includes", _words("licences plans"), build=_includes, fill=_fill_includes),
    Meaning("sentence", "requires-if", _words("needs"), build=_requires_if),
    Meaning("sentence", "spared", _words("needs"), build=_remark(SPARED)),
    Meaning("sentence", "without", _words("needs"), build=_remark(WITHOUT)),
    Meaning("sentence", "upgrade", _words("plans"), build=_remark(UPGRADE)),
    Meaning("sentence", "effect", _words("plans"), build=_remark(EFFECT)),
    Meaning("sentence", "bounded", _words("plan metric"), build=_bounded),
    Meaning("sentence", "grants", _words("capability licences"), build=_grants_to_holder),
    Meaning("sentence", "cumulative", _words("")),
    Meaning("introduction", "products", _words("")),
    Meaning("introduction", "metered", _words("")),
    Meaning("item", "requires-part", _words("needs"), build=_requires_part, fill=_fill_requires_part),
    Meaning("usage", "below", _words("percent")),
    Meaning("usage", "from", _words("percent")),
    Meaning("usage", "exactly", _words("percent")),
    Meaning("introduction", "requires", _words("capability"), _words("channel"), build=_requires, fill=_fill_requires),
    Meaning("need", "licence", _words("licences")),
    Meaning("need", "licence-of-scope", _words("licences scope")),
    Meaning("need", "plan", _words("plans")),
    Meaning("need", "level", frozenset()),
    Meaning("need", "right", _words("rights")),
    Meaning("need", "class", _words("classes")),
    Meaning("heading", "features", _words("classes")),
    Meaning("heading", "scenarios", _words("")),
    Meaning("heading", "section", _words("scope"), _words("edition lifecycle")),
)
"""Every meaning, by form."""

BY_ID = {meaning.id: meaning for meaning in MEANINGS}
