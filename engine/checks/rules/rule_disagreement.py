"""Languages that have the same page and state different rules on it, or one of them none.

Where the lacking page has a sentence that names the same and that no pattern reads, nothing is certain but that the
sentence is not read.
"""

from collections.abc import Iterator, Mapping, Sequence

from engine.findings import Finding, Related
from engine.model.rules import AnyRule, Available, Describes, Plan, holdable_ids
from engine.model.rulesets import Disagreement, Side
from engine.model.statements import Statement
from engine.rules import Docs
from engine.rules.collector import shorten
from engine.rules.page_reading import Silent

Silence = Mapping[tuple[str, str], Sequence[Silent]]
"""(language, page) -> its sentences that name something and state nothing."""


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per topic and side that differs from the first side of the largest agreeing group."""
    missing_licences = {
        (disagreement.page, side.language, disagreement.topic[1])
        for disagreement in docs.rules.disagreements
        if disagreement.topic[0] == "Licence"
        for side in disagreement.sides
        if not side.statements
    }
    silence = {(reading.language, reading.key): reading.silent for reading in docs.readings}
    for disagreement in docs.rules.disagreements:
        for side, other in _differing(disagreement):
            whole_row = (disagreement.page, side.language, disagreement.topic[1]) in missing_licences
            if whole_row and disagreement.topic[0] == "Row":
                # The row as a whole is missing: one cause, one finding.
                continue
            if _differ_in_open_rank(side, other):
                # A finding about the limits tells why the order of the plans is not settled there.
                continue
            yield from _findings(side, other, disagreement.page, silence)


def _differ_in_open_rank(side: Side, other: Side) -> bool:
    """Whether two sides say the same of a plan, but for its rank, which the pages of one do not settle."""
    ranks = {rule.rank for s in (*side.statements, *other.statements) if isinstance(rule := s.rule, Plan)}
    return None in ranks and _without_rank(side) == _without_rank(other)


def _without_rank(side: Side) -> set[AnyRule]:
    return {Plan(r.plan, r.market, None, r.cumulative) if isinstance(r := s.rule, Plan) else r for s in side.statements}


def _differing(disagreement: Disagreement) -> Iterator[tuple[Side, Side]]:
    """Pairs of (a side, the side that it is compared with).

    The side compared with belongs to the largest group that says something and agrees: that makes the
    findings few, and says nothing about who is right.
    """
    groups: dict[frozenset[object], list[Side]] = {}
    for side in disagreement.sides:
        groups.setdefault(frozenset(s.rule for s in side.statements), []).append(side)
    stating = [group for rules, group in groups.items() if rules]
    reference = max(stating, key=len)
    for group in groups.values():
        if group is not reference:
            for side in group:
                yield side, reference[0]


def _findings(side: Side, other: Side, page: str, silence: Silence) -> Iterator[Finding]:
    said_here, said_there = ({s.rule for s in one.statements} for one in (side, other))
    lacking = [s for s in other.statements if s.rule not in said_here]
    own = [s for s in side.statements if s.rule not in said_there]
    for language, statements, others in ((side.language, lacking, own), (other.language, own, lacking)):
        # Only one of the two says something more, and the other may say it in a sentence that is not read.
        unread = _unread(silence[language, page], statements) if statements and not others else None
        if unread is not None:
            if unread.requires:
                yield _unread_counterpart(language, unread, statements[0])
            return
    yield _certain(side, other, own[0] if own else side.statements[0] if side.statements else None)


def _unread(silent: Sequence[Silent], statements: Sequence[Statement]) -> Silent | None:
    """A sentence that names all that these statements name; for a remark any, for a rule one that asks for it."""
    named = {id for statement in statements for id in holdable_ids(statement.rule)}
    remarks = all(_is_remark(statement) for statement in statements)
    return next((s for s in silent if named and named <= s.ids and (remarks or s.requires)), None)


def _is_remark(statement: Statement) -> bool:
    return isinstance(statement.rule, Describes) and not statement.pattern.startswith("cell.")


def _unread_counterpart(language: str, unread: Silent, there: Statement) -> Finding:
    return Finding(
        "R015",
        unread.span,
        {
            "language": language,
            "here": shorten(unread.text),
            "other": there.language,
            "there": shorten(there.text),
        },
        (Related(there.span, there.quote),),
    )


def _certain(side: Side, other: Side, here: Statement | None) -> Finding:
    there = other.statements[0]
    quotes = tuple(dict.fromkeys(Related(s.span, s.quote) for s in other.statements))
    span = here.span if here else side.span
    if here is not None:
        quotes = (Related(here.span, here.quote), *quotes)
    said = shorten(there.text)
    if _is_remark(there) and (here is None or _is_remark(here)):
        return Finding("R016", span, {"language": side.language, "other": other.language, "there": said}, quotes)
    if here is None:
        # A missing key of front matter misleads less than a missing sentence.
        code = "F010" if isinstance(there.rule, Available) else "R006"
        return Finding(code, span, {"language": side.language, "other": other.language, "there": said}, quotes)
    return Finding(
        "R005",
        span,
        {"language": side.language, "here": shorten(here.text), "other": other.language, "there": said},
        quotes,
    )
