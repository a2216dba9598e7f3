"""The licence part of a world as Cedar policies: another engine with a meaning of its own.

Something held is an entity, and whoever holds it is in it; a class, a lower plan and what a feature list includes are
its parents. A grant is a `permit`, with what it builds on as its condition; a group of ids is a `forbid ... unless`.
"""

import json
from collections.abc import Iterable, Mapping

from .definition import Asked, World, amounts_to, grants, groups, must_be_given, same


def policies(world: World, capabilities: Iterable[str]) -> str:
    """The policies that say who may use these capabilities."""
    return "\n".join(line for capability in capabilities for line in _of(world, capability))


def _of(world: World, capability: str) -> list[str]:
    asked = Asked(capability, frozenset())
    action = f'action == Action::"{capability}"'
    asking = groups(world, asked)
    lines: list[str] = []
    if must_be_given(world, asked):
        lines += [f"permit(principal, {action}, resource) when {{ {way} }};" for way in _ways(world, capability, ())]
    elif asking:
        lines.append(f"permit(principal, {action}, resource);")
    for group in asking:
        lines.append(f"forbid(principal, {action}, resource) unless {{ {_any(map(_held, sorted(group)))} }};")
    return lines


def _ways(world: World, capability: str, above: tuple[str, ...]) -> list[str]:
    found: list[str] = []
    for way in grants(world, capability):
        if way.beside is None:
            found.append(_held(way.holder))
        elif not same(world, way.beside) & {*above, capability}:
            below = _ways(world, way.beside, (*above, capability))
            if below:
                found.append(f"{_held(way.holder)} && ({_any(below)})")
    return sorted(found)


def _held(id: str) -> str:
    return f'principal in Licence::"{id}"'


def _any(parts: Iterable[str]) -> str:
    return " || ".join(f"({part})" for part in parts) or "false"


def entities(world: World, ids: Iterable[str], users: Mapping[str, Iterable[str]]) -> str:
    """What can be held with what it amounts to, and the users with what they hold; as JSON."""
    found = [_entity("Licence", id, sorted(amounts_to(world, id) - {id})) for id in sorted(ids)]
    found += [_entity("User", name, sorted(held)) for name, held in users.items()]
    return json.dumps(found)


def _entity(kind: str, id: str, parents: Iterable[str]) -> dict[str, object]:
    return {
        "uid": {"type": kind, "id": id},
        "attrs": {},
        "parents": [{"type": "Licence", "id": parent} for parent in parents],
    }


def request(user: str, capability: str) -> dict[str, object]:
    """The question whether a user may use a capability."""
    return {
        "principal": {"type": "User", "id": user},
        "action": {"type": "Action", "id": capability},
        "resource": {"type": "Product", "id": "product"},
        "context": {},
    }
