"""The ids that rules name, each with its kind, and rules with other ids in their place."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from engine.model.rules import PART, AnyRule, holdable_ids

PAGE = "page"
"""The kind of an id that is no one's but a page's own."""

_PREFIX = "page:"
_FIELDS = {
    "capability": "capability",
    "beside": "capability",
    "metric": "capability",
    "feature": "feature",
    "page": "capability",
    "channel": "channel",
    "channels": "channel",
    "market": "market",
    "edition": "edition",
}
"""Field of a rule -> the kind of id that it holds, beside those that can be held."""
_HOLDABLE = ("licence", "plan", "right", "class")


def kind_of_holdable(id: str, ids: Mapping[str, Iterable[str]]) -> str:
    """Which of the kinds that can be held an id is; `licence` where the vocabulary knows none."""
    return next((kind for kind in _HOLDABLE if id in ids.get(kind, ())), "licence")


def named_ids(rules: Iterable[AnyRule], ids: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    """Kind -> the ids of it that rules name. A page's own id loses its `#part`.

    Args:
        rules: any rules.
        ids: kind -> ids of the vocabulary, which tells licences, plans, rights and classes apart.
    """
    found: dict[str, set[str]] = {}
    for rule in rules:
        for kind, id in ids_in(rule, ids):
            found.setdefault(kind, set()).add(id)
    return {kind: frozenset(named) for kind, named in sorted(found.items())}


def ids_in(rule: AnyRule, ids: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, str]]:
    """The ids of a rule as (kind, id)."""
    for id in holdable_ids(rule):
        yield kind_of_holdable(id, ids), id
    fields = {name: getattr(rule, name) for name in rule.__struct_fields__}
    for name, kind in _FIELDS.items():
        value = fields.get(name)
        for id in (value,) if isinstance(value, str) else value or ():
            yield (PAGE, id.removesuffix(PART)) if id.startswith(_PREFIX) else (kind, id)


def renamed(rule: AnyRule, names: Mapping[str, str]) -> AnyRule:
    """A rule with other ids in place of its own.

    Args:
        rule: any rule.
        names: old id -> new id; that of a page stands for its parts, too.
    """
    if not names:
        return rule
    data = {name: _replaced(getattr(rule, name), names) for name in rule.__struct_fields__}
    # Canonical order: sets of ids are kept sorted.
    if "needs" in data:
        data["needs"] = tuple(sorted(tuple(sorted(group)) for group in data["needs"]))
    for name in ("licences", "scopes", "channels"):
        if name in data:
            data[name] = tuple(sorted(data[name]))
    return msgspec.structs.replace(rule, **data)


def _replaced(value: Any, names: Mapping[str, str]) -> Any:
    if isinstance(value, tuple):
        return tuple(_replaced(part, names) for part in value)
    if not isinstance(value, str):
        return value
    base = value.removesuffix(PART)
    return names[base] + value[len(base) :] if base in names else value
