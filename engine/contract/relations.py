"""The decisions of the vocabulary that bear on a set of rules: the others change no answer, nor does a reason."""

from collections.abc import Collection, Iterable

import msgspec

from engine.contract.diff.naming import ids_in
from engine.model.rules import AnyRule
from engine.model.rulesets import Relation, RuleSet

_TIES = ("part_of", "same_as")
_PARTS_OF_NAMES = ("solution", "level")


def relevant(rules: Iterable[AnyRule], relations: Collection[Relation]) -> tuple[Relation, ...]:
    """The relations that can change an answer about these rules, without their reasons, sorted.

    Those of capabilities that the rules name or are tied to, members of classes that they name, and the parts of the
    names that they hold.
    """
    named = {id for rule in rules for _, id in ids_in(rule, {})}
    reached = set(named)
    found: set[Relation] = set()
    while True:
        more = {r for r in relations if r not in found and _bears(r, named, reached)}
        if not more:
            return tuple(sorted(msgspec.structs.replace(r, reason="") for r in found))
        found |= more
        reached |= {id for r in more for id in ((r.id, r.other) if r.kind in _TIES else (r.id,))}


def _bears(relation: Relation, named: Collection[str], reached: Collection[str]) -> bool:
    if relation.kind in _PARTS_OF_NAMES:
        return relation.id in named
    return relation.other in reached or (relation.kind in _TIES and relation.id in reached)


def with_relevant(rules: RuleSet, others: RuleSet) -> RuleSet:
    """A rule set with only the relations that bear on its rules or on those of the other one."""
    both = rules.rules | others.rules
    return msgspec.structs.replace(rules, relations=relevant(both, rules.relations))
