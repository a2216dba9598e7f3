"""The same thing stated in two ways on two pages of one language.

Why: a reader is told something else depending on the page that she finds, and one of them is wrong.
Fix: find out which is right, and mend the other page.
"""

from collections.abc import Iterator

from engine.findings import Finding, Related
from engine.model.rules import AnyRule, Band, Licence, Limit, Metered, Plan, Succeeds
from engine.model.statements import Statement
from engine.rules import Docs
from engine.rules.collector import shorten


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per thing, language and page that differs from the first page that states it."""
    first: dict[tuple[str, tuple[str, ...]], Statement] = {}
    told: set[tuple[str, tuple[str, ...], str]] = set()
    for statement in docs.rules.statements:
        subject = _one_answer(statement.rule)
        if subject is None:
            continue
        key = (statement.language, subject)
        other = first.setdefault(key, statement)
        here = (*key, statement.page)
        if other.page == statement.page or here in told or not _contradict(statement.rule, other.rule):
            continue
        told.add(here)
        yield Finding(
            "R009",
            statement.span,
            {"here": shorten(statement.text), "other": str(other.span), "there": shorten(other.text)},
            (Related(statement.span, statement.quote), Related(other.span, other.quote)),
        )


def _one_answer(rule: AnyRule) -> tuple[str, ...] | None:
    """What a rule is about, where only one answer can be true; None where several rules may hold side by side.

    Requirements add up from page to page, and so do grants: two pages that state other ones do not contradict.
    """
    match rule:
        case Licence(licence=licence):
            return ("Licence", licence)
        case Plan(plan=plan):
            return ("Plan", plan)
        case Limit(plan=plan, metric=metric):
            return ("Limit", plan, metric)
        case Band(low=low, high=high):
            return ("Band", str(low), str(high))
        case Succeeds(licence=licence):
            return ("Succeeds", licence)
        case Metered(metric=metric, market=market):
            return ("Metered", metric, market or "")
        case _:
            return None


def _contradict(one: AnyRule, other: AnyRule) -> bool:
    """Whether two rules about the same cannot both be true. What only one of them says contradicts nothing."""
    if isinstance(one, Limit):
        # No number is an answer here: no bound at all.
        return one != other
    pairs = [(getattr(one, field), getattr(other, field)) for field in type(one).__struct_fields__]
    return any(_is_said(here) and _is_said(there) and here != there for here, there in pairs)


def _is_said(value: object) -> bool:
    return value is not None and value is not False
