"""The map of licences and capabilities: which licence leads to what, as places and lines of a drawing."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from engine.model.rules import Grants, Limit, Quota, Requires
from site_builder.routes import relative
from site_builder.rule_pages.answers import Answers
from site_builder.rule_pages.places import PAGE, RulePlaces
from site_builder.rule_pages.words import Words

CAPABILITY = "capability"
"""The kind of box that stands for what somebody may do."""
_ROW = 34
_TOP = 16
_BOX = 300
_GAP = 240
_SWEEPS = 8
_LETTERS = 38


class Node(NamedTuple):
    """A box of the map; positions in pixels."""

    id: str
    label: str
    """Cut to what fits into the box."""
    name: str
    kind: str
    """The scope of a licence, `plan`, or `capability`."""
    href: str
    x: int
    y: int


class Edge(NamedTuple):
    """A line from something held to what it gives or what asks for it."""

    source: str
    target: str
    kind: str
    """`gives`, or `needed` where it is one of the things required."""
    path: str
    """As `d` of an SVG path."""


class Map(NamedTuple):
    """The drawing."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    width: int
    height: int
    box: int = _BOX
    row: int = _ROW - 8

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of box that it has, in the order in which they appear."""
        return tuple(dict.fromkeys(node.kind for node in self.nodes))


def draw(answers: Answers, places: RulePlaces, words: Words, place: str) -> Map:
    """Lay out the map: what is held on one side, what it leads to on the other, so that few lines cross.

    Args:
        answers: the rule set.
        places: where the pages of the boxes are.
        words: names, and the direction of the script: what is held stands where reading begins.
        place: where the map stands.
    """
    links = _links(answers)
    held = sorted({source for source, _, _ in links})
    given = sorted({target for _, target, _ in links})
    held, given = _untangled(held, given, [(source, target) for source, target, _ in links])
    height = _TOP * 2 + _ROW * max(len(held), len(given), 1)
    begin, end = (0, _BOX + _GAP) if words.locale.direction == "ltr" else (_BOX + _GAP, 0)
    rows_held, rows_given = _rows(held, height), _rows(given, height)
    nodes = [_holdable(id, answers, places, words, place, begin, rows_held[id]) for id in held]
    nodes += [_capability(id, places, words, place, end, rows_given[id]) for id in given]
    edges = [Edge(s, f"to-{t}", kind, _curve(begin, rows_held[s], end, rows_given[t])) for s, t, kind in links]
    return Map(tuple(nodes), tuple(edges), _BOX * 2 + _GAP, height)


def _links(answers: Answers) -> list[tuple[str, str, str]]:
    found: set[tuple[str, str, str]] = set()
    for rule in answers.ordered:
        match rule:
            case Grants(licence=id, capability=capability) | Quota(licence=id, metric=capability):
                found.add((id, capability, "gives"))
            case Limit(plan=id, metric=capability, bound=bound) if bound != 0:
                found.add((id, capability, "gives"))
            case Requires(capability=capability, needs=needs) if not capability.startswith(PAGE):
                found.update((id, capability, "needed") for group in needs for id in group)
            case _:
                pass
    return sorted(found)


def _untangled(held: list[str], given: list[str], links: Iterable[tuple[str, str]]) -> tuple[list[str], list[str]]:
    """Both sides in an order in which few lines cross: each box moves to the middle of its partners, by turns."""
    forth: dict[str, list[str]] = {}
    back: dict[str, list[str]] = {}
    for source, target in links:
        forth.setdefault(source, []).append(target)
        back.setdefault(target, []).append(source)
    for _ in range(_SWEEPS):
        given = _by_middle(given, back, held)
        held = _by_middle(held, forth, given)
    return held, given


def _by_middle(ids: list[str], partners: Mapping[str, list[str]], other: list[str]) -> list[str]:
    rank = {id: number / max(len(other), 1) for number, id in enumerate(other)}
    middle = {id: sum(rank[partner] for partner in partners[id]) / len(partners[id]) for id in ids}
    return sorted(ids, key=lambda box: (middle[box], box))


def _rows(ids: list[str], height: int) -> dict[str, int]:
    """The y of the middle of each box, spread over the height."""
    step = (height - 2 * _TOP) / max(len(ids), 1)
    return {id: round(_TOP + step * (number + 0.5)) for number, id in enumerate(ids)}


def _curve(begin: int, y1: int, end: int, y2: int) -> str:
    x1, x2 = (begin + _BOX, end) if begin < end else (begin, end + _BOX)
    middle = (x1 + x2) // 2
    return f"M{x1} {y1}C{middle} {y1} {middle} {y2} {x2} {y2}"


def _holdable(id: str, answers: Answers, places: RulePlaces, words: Words, place: str, x: int, y: int) -> Node:
    licence = answers.licences.get(id)
    kind = licence.scope if licence else words.kind_of(id)
    target = places.holdable(words.locale.tag, id)
    return _node(id, words.title(words.name(id)), kind, target, place, x, y)


def _capability(id: str, places: RulePlaces, words: Words, place: str, x: int, y: int) -> Node:
    target = places.capability(words.locale.tag, id)
    return _node(f"to-{id}", words.title(words.capability(id)), CAPABILITY, target, place, x, y)


def _node(id: str, name: str, kind: str, target: str | None, place: str, x: int, y: int) -> Node:
    label = name if len(name) <= _LETTERS else f"{name[: _LETTERS - 1].rstrip()}…"
    return Node(id, label, name, kind, relative(place, target) if target else "", x, y)
