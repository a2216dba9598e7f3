"""Changes that a reader takes in as one: the features of a licence, one bound of all plans, the pages of a plan."""

from collections.abc import Iterable, Sequence

import msgspec

from engine.contract.diff.records import Change
from engine.contract.diff.wording import SECTIONS, Meaning, Sign, Words, meaning, value_of
from engine.model.rules import (
    AnyRule,
    Available,
    Combination,
    Grants,
    Includes,
    Licence,
    Limit,
    Metered,
    Plan,
    Requires,
    Speaks,
    Succeeds,
)
from engine.model.spans import Span, start_of

MOST_LETTERS = 80
"""Letters of a line that names what a group holds; the rest is counted."""


class Group(msgspec.Struct, frozen=True):
    """Changes told in one line."""

    section: str
    """The kind of rule: a key of `SECTIONS`."""
    sign: Sign
    text: str
    changes: tuple[Change, ...]

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that changed so."""
        return self.changes[0].languages


def groups_of(changes: Iterable[Change], words: Words, *, most: int | None = MOST_LETTERS) -> tuple[Group, ...]:
    """The changes in groups, in the order of sections.

    Args:
        changes: what changed.
        words: the reader's language.
        most: letters after which the members of a group are counted; None to name all.
    """
    found: dict[object, list[tuple[Change, Meaning]]] = {}
    for change in changes:
        said = meaning(change, words)
        rule = (change.after or change.before)[0]
        shared = _shared(rule) if said.sign is not Sign.CHANGED else change.topic
        key = (change.topic[0], said.sign, change.effect, change.languages, shared)
        found.setdefault(key, []).append((change, said))
    for members in found.values():
        members.sort(key=lambda member: _place(member[0]))
    groups = [_group([c for c, _ in members], [m for _, m in members], words, most) for members in found.values()]
    order = list(SECTIONS)
    return tuple(sorted(groups, key=lambda group: order.index(group.section)))


def _place(change: Change) -> tuple[Span, tuple[str, ...]]:
    """Members stand in the order of the page."""
    statement = change.told[0].after or change.told[0].before
    return (statement.span if statement else start_of(""), change.topic)


def _shared(rule: AnyRule) -> tuple[object, ...]:
    """What rules that are told together have in common."""
    match rule:
        case Licence(scope=scope, edition=edition, lifecycle=lifecycle):
            return (scope, edition, lifecycle)
        case Limit(metric=metric):
            return (metric,)
        case Includes(holder=holder):
            return (holder,)
        case Grants(licence=licence):
            return (licence,)
        case Succeeds(plan=plan):
            return (plan,)
        case Available(plan=plan, needs=needs):
            return (plan, needs)
        case Requires(capability=capability, channel=channel):
            return (capability, channel)
        case Speaks(market=market) | Metered(market=market) | Plan(market=market):
            return (market,)
        case _:
            return ()


def _group(changes: Sequence[Change], said: Sequence[Meaning], words: Words, most: int | None) -> Group:
    sign, section = said[0].sign, changes[0].topic[0]
    text = said[0].changed if sign is Sign.CHANGED else _listed(changes, said, words, most)
    return Group(section, sign, text, tuple(changes))


def _listed(changes: Sequence[Change], said: Sequence[Meaning], words: Words, most: int | None) -> str:
    rules = [(change.after or change.before)[0] for change in changes]
    values = [one.before or one.after for one in said]
    match rules[0]:
        case Licence() as licence:
            names = [one.subject for one in said]
            if len(changes) == 1 or most is None:
                names = [_with_given(name, change, words) for name, change in zip(names, changes, strict=True)]
            return _head(licence, words) + _some(names, most)
        case Limit(metric=metric):
            names = [
                f"{words.held(rule.plan)} {value}"
                for rule, value in zip(rules, values, strict=True)
                if isinstance(rule, Limit)
            ]
            return f"{words.name('capability', metric)}: {_some(names, most)}"
        case Succeeds() | Available() | Speaks():
            return f"{_some([one.subject for one in said], most)} → {values[0]}"
        case Plan(market=market):
            return f"{words.name('market', market)}: {_some([one.subject for one in said], most)}"
        case Metered():
            return f"{values[0]}: {_some([one.subject for one in said], most)}"
        case Combination():
            return _some([one.subject for one in said], most)
        case _:
            subjects = list(dict.fromkeys(one.subject for one in said))
            if len(subjects) == 1:
                return f"{subjects[0]}: {_some(values, most)}"
            return _some([f"{one.subject}: {value}" for one, value in zip(said, values, strict=True)], most)


def _head(licence: Licence, words: Words) -> str:
    """The section of licences: its scope, edition and lifecycle."""
    return value_of(licence, words) + ": "


def _with_given(name: str, change: Change, words: Words) -> str:
    """The name of a licence with what it gives that comes or goes with it."""
    given = ", ".join(value_of(rule, words) for rule in (change.after or change.before)[1:])
    return f"{name} ({given})" if given else name


def _some(names: Sequence[str], most: int | None) -> str:
    """The names joined by commas, at most so many letters of them; the others are counted."""
    shown: list[str] = []
    for name in names:
        if most is not None and shown and sum(map(len, shown)) + 2 * len(shown) + len(name) > most:
            break
        shown.append(name)
    rest = len(names) - len(shown)
    return ", ".join(shown) + (f", … +{rest}" if rest else "")
