"""Where languages that have the same page state different things on it: one record for each cause.

A language lacks a rule, or states another. Where its page has a sentence that asks for the same, or for something that
no term knows, and that no pattern reads, nothing is certain but that the sentence is not read. What an included file
makes differ on every page that includes it differs once; so does a section that a language lacks as a whole.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from engine.model.rules import AnyRule, Available, Describes, Licence, Plan, holdable_ids
from engine.model.rulesets import Disagreement, Ruling, Side
from engine.model.statements import Statement
from engine.rules.causes import without_lost_rows, without_unreadable
from engine.rules.difference import Difference, Sort
from engine.rules.docs import Docs
from engine.rules.page_reading import Silent

Silence = Mapping[tuple[str, str], Sequence[Silent]]
"""(language, page) -> its sentences that name something and state nothing."""

_NEAR = 12
"""Lines within which two translations of one sentence stand."""


def differences(docs: Docs) -> tuple[Difference, ...]:
    """Every difference, one for each cause, by disagreement and language."""
    silence = {(reading.language, reading.key): reading.silent for reading in docs.readings}
    rulings = docs.settings.rulings
    found = [d for disagreement in docs.rules.disagreements for d in _of(disagreement, silence, rulings)]
    certain = without_unreadable(list(without_lost_rows(found)), docs.readings)
    return tuple(_sections(_once(certain)))


def _of(disagreement: Disagreement, silence: Silence, rulings: Sequence[Ruling]) -> Iterator[Difference]:
    """The side compared with belongs to the largest group that says something and agrees.

    That makes the differences few, and says nothing about who is right. Where a ruling says it, that side is compared
    with, so that the differences are told on the pages that have to be mended.
    """
    groups: dict[frozenset[object], list[Side]] = {}
    for side in disagreement.sides:
        groups.setdefault(frozenset(s.rule for s in side.statements), []).append(side)
    right = {ruling.holds for ruling in rulings if ruling.settles(disagreement.page, disagreement.topic)}

    def weight(group: list[Side]) -> tuple[bool, int]:
        return (any(side.language in right for side in group), len(group))

    reference = max((group for rules, group in groups.items() if rules), key=weight)
    others = [side for group in groups.values() if group is not reference for side in group]
    found = [
        _between(disagreement.page, side, reference[0], silence)
        for side in others
        if not _differ_in_open_rank(side, reference[0])
    ]
    missing = [difference for difference in found if difference.sort is Sort.MISSING]
    if not right and len(missing) > len(reference) and len(missing) == len(others):
        yield _alone(disagreement.page, reference[0], missing)
    else:
        yield from found


def _alone(page: str, side: Side, missing: Sequence[Difference]) -> Difference:
    here, lacking = side.statements[0], tuple(difference.language for difference in missing)
    return Difference(Sort.ALONE, page, side.language, here.span, here, lacking[0], side.statements, lacking=lacking)


def _differ_in_open_rank(side: Side, other: Side) -> bool:
    """Whether two sides say the same of a plan, but for its rank, which the pages of one do not settle.

    A finding about the limits tells why the order of the plans is open there.
    """
    ranks = {rule.rank for s in (*side.statements, *other.statements) if isinstance(rule := s.rule, Plan)}
    return None in ranks and _without_rank(side) == _without_rank(other)


def _without_rank(side: Side) -> set[AnyRule]:
    return {Plan(r.plan, r.market, None, r.cumulative) if isinstance(r := s.rule, Plan) else r for s in side.statements}


def _between(page: str, side: Side, other: Side, silence: Silence) -> Difference:
    said_here, said_there = ({s.rule for s in one.statements} for one in (side, other))
    lacking = tuple(s for s in other.statements if s.rule not in said_here)
    own = tuple(s for s in side.statements if s.rule not in said_there)
    here = next(iter(own or side.statements), None)
    # Only one of the two says something more, and the other may say it in a sentence that is not read.
    for lacks, more, statements in ((side, other, lacking), (other, side, own)):
        unread = _unread(silence[lacks.language, page], statements) if not (lacking and own) else None
        if unread is not None:
            return Difference(Sort.UNREAD, page, lacks.language, unread.span, None, more.language, statements, unread)
    sort = Sort.DIFFERS if here else Sort.MISSING
    if all(_is_remark(s) for s in (*lacking, *own)):
        sort = Sort.REMARK
    elif here is None and isinstance(other.statements[0].rule, Available):
        sort = Sort.FRONT_MATTER
    return Difference(
        sort, page, side.language, here.span if here else side.span, here, other.language, other.statements
    )


def _unread(silent: Sequence[Silent], statements: Sequence[Statement]) -> Silent | None:
    """A sentence that may state what these statements do.

    It asks for some of what they name, or for what no term knows; for a remark it is enough that it names the same.
    """
    if not statements or any(s.pattern.startswith(("cell.", "table.", "front-matter.")) for s in statements):
        return None
    named = {id for statement in statements for id in holdable_ids(statement.rule)}
    remarks = all(_is_remark(statement) for statement in statements)
    may = (s for s in silent if s.requires or (remarks and s.ids))
    return next((s for s in may if _may_name(s, named, statements[0])), None)


def _may_name(silent: Silent, named: set[str], statement: Statement) -> bool:
    """Whether the sentence names some of these, or none that a term knows and stands where the statement does."""
    if silent.ids:
        return not named.isdisjoint(silent.ids)
    return bool(named) and abs(silent.span.line - statement.span.line) <= _NEAR


def _is_remark(statement: Statement) -> bool:
    return isinstance(statement.rule, Describes) and not statement.pattern.startswith("cell.")


def _once(found: Iterable[Difference]) -> Iterator[Difference]:
    """Each difference between included files on the first page that shows it."""
    told: set[object] = set()
    for difference in found:
        there = difference.there[0]
        shared = not there.span.path.endswith(f"/{there.page}")
        key = (difference.sort, difference.language, there.span, difference.here and difference.here.span)
        if shared and key in told:
            continue
        told.add(key)
        yield difference


def _sections(found: Iterable[Difference]) -> Iterator[Difference]:
    """Licences that are missing at one place, or that few list in one section, as one difference at the first."""
    groups: dict[object, list[Difference]] = {}
    for difference in found:
        rule = difference.there[0].rule
        key: object = id(difference)
        if isinstance(rule, Licence) and difference.sort is Sort.MISSING:
            key = (difference.page, difference.language, difference.other, difference.span)
        elif isinstance(rule, Licence) and difference.sort is Sort.ALONE:
            section = (rule.scope, rule.edition, rule.lifecycle)
            key = (difference.page, difference.language, difference.lacking, section)
        groups.setdefault(key, []).append(difference)
    for group in groups.values():
        statements = tuple(statement for difference in group for statement in difference.there)
        yield msgspec.structs.replace(group[0], there=statements) if len(group) > 1 else group[0]
