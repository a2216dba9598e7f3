"""Two rule sets -> what changed, as meanings: one change for what one edit did in every language."""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from engine.contract.diff.direction import Directions
from engine.contract.diff.naming import renamed
from engine.contract.diff.records import Change, Changes, Effect, Rename, Told, Turn
from engine.contract.diff.renames import find_renames
from engine.contract.diff.topics import topic_of
from engine.contract.diff.turns import find_turns
from engine.contract.relations import with_relevant
from engine.model.rules import AnyRule, Grants, Quota
from engine.model.rulesets import RuleSet, reading_of
from engine.model.statements import Statement

_Said = dict[AnyRule, Statement]
_Pair = tuple[tuple[str, ...], tuple[AnyRule, ...], tuple[AnyRule, ...]]
_Key = tuple[tuple[str, ...], tuple[AnyRule, ...], tuple[AnyRule, ...], Effect]


def compare(
    old: RuleSet,
    new: RuleSet,
    *,
    renamed_ids: Mapping[str, str] | None = None,
    turns: bool = True,
) -> Changes:
    """What the new rule set says otherwise than the old one. Wording and places do not count.

    Args:
        old: the rules before.
        new: the rules after.
        renamed_ids: old id -> new id, as the vocabulary has it.
        turns: also work out which answers turn.

    Returns:
        The changes of the languages that both sides have, by topic.
    """
    old, new = with_relevant(old, new), with_relevant(new, old)
    languages = tuple(sorted(set(old.languages) & set(new.languages)))
    renames: dict[Rename, list[str]] = {}
    told: dict[_Key, list[Told]] = {}
    turned: dict[Turn, list[str]] = {}
    for language, before, after, shared in _differing(old, new, languages, renamed_ids or {}, turns):
        for rename in shared.renames:
            renames.setdefault(rename, []).append(language)
        for turn in shared.turns:
            turned.setdefault(turn, []).append(language)
        for (topic, gone, come), pair in _changed(_said(before, shared.names), _said(after, {}), language):
            told.setdefault((topic, gone, come, shared.directions.of(gone, come)), []).append(pair)
    changes = [Change(*key, told=tuple(pairs)) for key, pairs in told.items()]
    return Changes(
        languages,
        tuple(msgspec.structs.replace(rename, languages=tuple(tags)) for rename, tags in sorted(renames.items())),
        tuple(sorted(changes, key=lambda change: (change.topic, repr(change.before), repr(change.after)))),
        tuple(msgspec.structs.replace(turn, languages=tuple(tags)) for turn, tags in sorted(turned.items())),
    )


class _Shared(msgspec.Struct, frozen=True):
    """What is worked out once for all languages that state the same on both sides."""

    renames: tuple[Rename, ...]
    turns: tuple[Turn, ...]
    directions: Directions

    @property
    def names(self) -> dict[str, str]:
        """Old id -> new id."""
        return {rename.old: rename.new for rename in self.renames}


def _differing(
    old: RuleSet, new: RuleSet, languages: Iterable[str], renamed_ids: Mapping[str, str], turns: bool
) -> Iterator[tuple[str, RuleSet, RuleSet, _Shared]]:
    """Every language whose rules differ, with both of its readings."""
    known: dict[tuple[frozenset[AnyRule], frozenset[AnyRule]], _Shared] = {}
    for language in languages:
        before, after = reading_of(old, language), reading_of(new, language)
        sides = (before.rules, after.rules)
        if sides[0] == sides[1] and old.relations == new.relations:
            continue
        if sides not in known:
            found = find_renames(before, after, renamed_ids)
            turning = find_turns(before, after, {r.old: r.new for r in found}) if turns else ()
            known[sides] = _Shared(found, turning, Directions(_with_names(before, found), after))
        yield language, before, after, known[sides]


def _with_names(rules: RuleSet, renames: Iterable[Rename]) -> RuleSet:
    """The rule set with its new names throughout, so that both sides can be compared."""
    names = {rename.old: rename.new for rename in renames}
    if not names:
        return rules
    statements = tuple(msgspec.structs.replace(s, rule=renamed(s.rule, names)) for s in rules.statements)
    return msgspec.structs.replace(rules, statements=statements)


def _said(rules: RuleSet, names: Mapping[str, str]) -> _Said:
    """Rule -> the first place that states it."""
    found: _Said = {}
    for statement in rules.statements:
        found.setdefault(renamed(statement.rule, names), statement)
    return found


def _changed(before: _Said, after: _Said, language: str) -> Iterator[tuple[_Pair, Told]]:
    """The changes of one language, each with its places.

    All that a language says of a topic is compared: where it still says the old rule beside the new one, both hold.
    """
    old_topics, new_topics = _by_topic(before), _by_topic(after)
    changed = {
        topic: (old, new)
        for topic in sorted(old_topics.keys() | new_topics.keys())
        if (old := old_topics.get(topic, ())) != (new := new_topics.get(topic, ()))
    }
    for topic, (old, new) in changed.items():
        if not _is_told_with_its_licence(topic, old, new, changed):
            sides = (
                old if new else _with_owner(topic, old, before),
                new if old else _with_owner(topic, new, after),
            )
            yield (topic, *sides), Told(language, _place(old, new, before), _place(new, old, after))


def _by_topic(said: _Said) -> dict[tuple[str, ...], tuple[AnyRule, ...]]:
    found: dict[tuple[str, ...], list[AnyRule]] = {}
    for rule in sorted(said, key=repr):
        found.setdefault(topic_of(rule), []).append(rule)
    return {topic: tuple(rules) for topic, rules in found.items()}


def _place(rules: tuple[AnyRule, ...], others: tuple[AnyRule, ...], said: _Said) -> Statement | None:
    """Where a side says what the other does not, else where it says anything of the topic."""
    own = [rule for rule in rules if rule not in others] or list(rules)
    return said[own[0]] if own else None


def _with_owner(topic: tuple[str, ...], rules: tuple[AnyRule, ...], said: _Said) -> tuple[AnyRule, ...]:
    """The rules of a change; a licence that comes or goes brings what it gives."""
    if topic[0] != "licence" or not rules:
        return rules
    given = [r for r in said if isinstance(r, Grants | Quota) and r.licence == topic[1]]
    return (*rules, *sorted(given, key=repr))


def _is_told_with_its_licence(
    topic: tuple[str, ...],
    old: tuple[AnyRule, ...],
    new: tuple[AnyRule, ...],
    changed: Mapping[tuple[str, ...], tuple[tuple[AnyRule, ...], tuple[AnyRule, ...]]],
) -> bool:
    """Whether what a licence gives comes or goes with the licence itself."""
    if topic[0] not in ("grants", "quota") or (old and new):
        return False
    licence = changed.get(("licence", topic[1]))
    return licence is not None and (bool(licence[0]), bool(licence[1])) == (bool(old), bool(new))
