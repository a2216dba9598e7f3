"""What if: a rule set with some rules set otherwise, as `limit:core:active-projects=50`."""

from collections.abc import Iterable

import msgspec

from engine.contract.diff.topics import topic_of
from engine.contract.lock.text import pages_of
from engine.entitlement.compile import compiled
from engine.entitlement.holdings import unknown_id
from engine.findings import UsageError
from engine.model.rules import (
    AnyRule,
    Excludes,
    Grants,
    Includes,
    Limit,
    Requires,
    Succeeds,
    all_of,
)
from engine.model.rulesets import RuleSet
from engine.model.spans import start_of
from engine.model.statements import Statement
from engine.rules import reconcile

FORMS = (
    "limit:PLAN:METRIC=N|unlimited|none",
    "grant:LICENCE:CAPABILITY=yes|no",
    "include:HOLDER:FEATURE=yes|no",
    "exclude:PLAN:CAPABILITY=yes|no",
    "require:CAPABILITY[:CHANNEL]=A/B+C|none",
    "succeed:LICENCE=PLAN|none",
)
"""What can be set: `/` stands between alternatives, `+` between what is needed together."""
SUPPOSED = "--set"
"""Stands in the place of a page where no page says what is supposed."""
_PARTS = {"limit": (2,), "grant": (2,), "include": (2,), "exclude": (2,), "require": (1, 2), "succeed": (1,)}


def suppose(rules: RuleSet, settings: Iterable[str]) -> RuleSet:
    """The rules as they would be if every language said what is supposed.

    Args:
        rules: the rules as they are.
        settings: texts of the forms in `FORMS`.

    Raises:
        UsageError: a text of no such form, or an unknown id.
    """
    for text in settings:
        topic, rule = _read(rules, text)
        rules = _with(rules, topic, rule)
    return rules


def _read(rules: RuleSet, text: str) -> tuple[tuple[str, ...], AnyRule | None]:
    """The topic that is set, and its rule; None where nothing is to hold."""
    what, equals, value = text.partition("=")
    kind, *ids = what.split(":")
    if kind == "require" and what.startswith("require:page:"):
        ids = [f"page:{ids[1]}", *ids[2:]]
    if not equals or len(ids) not in _PARTS.get(kind, ()) or not all(ids) or not value:
        raise _malformed(text)
    _check(rules, kind, ids)
    match kind, ids:
        case "limit", [plan, metric]:
            bound = None if value in ("unlimited", "none") else _number(text, value)
            limit = Limit(plan, metric, bound)
            return topic_of(limit), None if value == "none" else limit
        case "grant", [licence, capability]:
            return _given(text, value, Grants(licence, capability, None))
        case "include", [holder, feature]:
            return _given(text, value, Includes(holder, feature))
        case "exclude", [plan, capability]:
            return _given(text, value, Excludes(plan, capability))
        case "succeed", [licence]:
            _holdable(rules, [] if value == "none" else [value])
            succeeds = Succeeds(licence, value)
            return topic_of(succeeds), None if value == "none" else succeeds
        case _:
            groups = [] if value == "none" else [frozenset(group.split("/")) for group in value.split("+")]
            _holdable(rules, [id for group in groups for id in group])
            requires = Requires(ids[0], ids[1] if len(ids) == 2 else None, all_of(groups))
            return topic_of(requires), requires if groups else None


def _given(text: str, value: str, rule: AnyRule) -> tuple[tuple[str, ...], AnyRule | None]:
    if value not in ("yes", "no"):
        raise _malformed(text)
    return topic_of(rule), rule if value == "yes" else None


def _number(text: str, value: str) -> int:
    if not (value.isascii() and value.isdigit() and len(value) <= 18):
        raise _malformed(text)
    return int(value)


def _malformed(text: str) -> UsageError:
    return UsageError(f"`--set {text}` is malformed", help=f"write one of: {', '.join(FORMS)}")


def _check(rules: RuleSet, kind: str, ids: list[str]) -> None:
    named = compiled(rules).named
    if kind == "require":
        capability, channels = ids[0], ids[1:]
        for channel in channels:
            if channel not in compiled(rules).channels:
                raise unknown_id("channel", channel, compiled(rules).channels)
    else:
        _holdable(rules, ids[:1])
        capability = ids[-1] if len(ids) == 2 else ""
    if capability and capability not in named and not (kind == "include" and capability in compiled(rules).known):
        raise unknown_id("capability", capability, named)


def _holdable(rules: RuleSet, ids: Iterable[str]) -> None:
    known = compiled(rules).known
    for id in ids:
        if id not in known:
            raise unknown_id("licence or right", id, known)


def _with(rules: RuleSet, topic: tuple[str, ...], rule: AnyRule | None) -> RuleSet:
    """The rule set in which every language says this of a topic, and nothing else."""
    pages = {tag: {page for page, tags in pages_of(rules).items() if tag in tags} for tag in rules.languages}
    statements: list[Statement] = []
    said: set[str] = set()
    for statement in rules.statements:
        if topic_of(statement.rule) != topic:
            statements.append(statement)
        elif rule is not None:
            said.add(statement.language)
            statements.append(msgspec.structs.replace(statement, rule=rule))
    if rule is not None:
        for tag in sorted(set(rules.languages) - said):
            pages[tag].add(SUPPOSED)
            statements.append(Statement(rule, tag, SUPPOSED, start_of(SUPPOSED), "", "", ""))
    having = {tag: frozenset(found) for tag, found in pages.items()}
    return reconcile(statements, having, relations=rules.relations, ids=rules.ids)
