"""What code uses and no page speaks of, and what pages grant or require and no code asks about."""

import enum
import fnmatch
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from engine.contract.scan.uses import Known, Use
from engine.model.rules import PART, AnyRule, Excludes, Grants, Limit, Quota, Requires, capability_ids
from engine.model.rulesets import RuleSet
from engine.model.statements import Statement


class Sort(enum.StrEnum):
    """What is amiss between code and pages."""

    UNDOCUMENTED = "undocumented"
    """Code uses an id that no page speaks of."""
    RENAMED = "renamed"
    """Code uses an id that is called otherwise now."""
    UNENFORCED = "unenforced"
    """Pages say who may use a capability, and no code asks."""


class Gap(msgspec.Struct, frozen=True):
    """One thing that is amiss."""

    sort: Sort
    id: str
    use: Use | None = None
    """Where code uses it."""
    said: tuple[Statement, ...] = ()
    """Where pages speak of it, one place for each language."""


def gaps(rules: RuleSet, uses: Sequence[Use], known: Known, elsewhere: Iterable[str] = ()) -> tuple[Gap, ...]:
    """Both directions, uses in code first.

    Args:
        rules: what pages state.
        uses: the ids that code uses.
        known: the ids that pages speak of.
        elsewhere: capabilities that are enforced by other means, with `*` for any characters.
    """
    return (*_in_code(uses, known), *_on_pages(rules, {use.id for use in uses}, known, tuple(elsewhere)))


def _in_code(uses: Sequence[Use], known: Known) -> Iterator[Gap]:
    for use in uses:
        if use.id in known.renamed:
            yield Gap(Sort.RENAMED, use.id, use)
        elif use.certain and use.id not in known.ids:
            yield Gap(Sort.UNDOCUMENTED, use.id, use)


def _on_pages(rules: RuleSet, used: set[str], known: Known, elsewhere: Sequence[str]) -> Iterator[Gap]:
    used = used | {known.renamed[id] for id in used if id in known.renamed}
    said: dict[str, dict[str, Statement]] = {}
    for statement in rules.statements:
        for id in _decided(statement.rule):
            said.setdefault(id, {}).setdefault(statement.language, statement)
    for id, statements in sorted(said.items()):
        if id not in used and not any(fnmatch.fnmatchcase(id, pattern) for pattern in elsewhere):
            yield Gap(Sort.UNENFORCED, id, None, tuple(statements.values()))


def _decided(rule: AnyRule) -> Iterator[str]:
    """The capabilities about which a rule decides; pages are topics to read, and nothing to enforce."""
    if isinstance(rule, Grants | Requires | Limit | Quota | Excludes):
        yield from (id for id in capability_ids(rule) if not id.startswith("page:") and not id.endswith(PART))
