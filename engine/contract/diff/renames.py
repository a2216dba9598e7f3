"""Ids that are called otherwise: each side knows one of the names alone, and what is said of them agrees."""

from collections.abc import Iterable, Mapping

from engine.contract.diff.naming import PAGE, ids_in, named_ids, renamed
from engine.contract.diff.records import Rename
from engine.model.rules import AnyRule, Licence, Plan
from engine.model.rulesets import RuleSet

ENOUGH = 0.6
"""Share of what was said of the old id that has to be said of the new one."""
CLEAR = 0.2
"""How much the next best candidate has to fall short: one id that became two is no rename."""


def find_renames(old: RuleSet, new: RuleSet, known: Mapping[str, str] | None = None) -> tuple[Rename, ...]:
    """The renames between two rule sets, sorted.

    Args:
        old: the rules before.
        new: the rules after.
        known: old id -> new id, as the vocabulary has it: these are certain where both sides speak of them.
    """
    before, after = named_ids(old.rules, old.ids), named_ids(new.rules, new.ids)
    found: list[Rename] = []
    for kind in sorted(before):
        gone = sorted(id for id in before[kind] - after.get(kind, frozenset()) if _only(kind, id, old, new))
        come = sorted(id for id in after.get(kind, frozenset()) - before[kind] if _only(kind, id, new, old))
        certain = {id: (known or {})[id] for id in gone if (known or {}).get(id) in come}
        found += [Rename(kind, id, other) for id, other in certain.items()]
        gone = [id for id in gone if id not in certain]
        come = [id for id in come if id not in certain.values()]
        about_old, about_new = _about(old, kind, gone), _about(new, kind, come)
        pairs = {(x, y): _likeness(x, y, about_old[x], about_new[y]) for x in gone for y in come}
        found += [Rename(kind, x, y) for (x, y), likeness in pairs.items() if _is_clear(x, y, likeness, pairs)]
    return tuple(sorted(found))


def _only(kind: str, id: str, here: RuleSet, there: RuleSet) -> bool:
    """Whether one side's vocabulary alone has the id: else pages speak of something else, and nothing was renamed."""
    known, other = (side.ids.get(kind, frozenset()) for side in (here, there))
    return kind == PAGE or (id in known and id not in other)


def _about(rules: RuleSet, kind: str, wanted: Iterable[str]) -> dict[str, frozenset[AnyRule]]:
    found: dict[str, set[AnyRule]] = {id: set() for id in wanted}
    for rule in rules.rules if found else ():
        for named, id in ids_in(rule, rules.ids):
            if named == kind and id in found:
                found[id].add(rule)
    return {id: frozenset(about) for id, about in found.items()}


def _likeness(old: str, new: str, before: frozenset[AnyRule], after: frozenset[AnyRule]) -> float:
    """The share of what was said that is still said; 0 where only the existence of both agrees."""
    both = {renamed(rule, {old: new}) for rule in before} & after
    if not any(not isinstance(rule, Licence | Plan) for rule in both):
        return 0
    return min(len(both) / len(before), 2 * len(both) / len(after))


def _is_clear(old: str, new: str, likeness: float, pairs: Mapping[tuple[str, str], float]) -> bool:
    rivals = [other for (x, y), other in pairs.items() if (x == old) != (y == new)]
    return likeness >= ENOUGH and all(likeness - other >= CLEAR for other in rivals)
