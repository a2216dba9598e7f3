"""A rule set compiled for asking: ids as bits, closed once over classes, plans and feature lists."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from engine.entitlement.case import Case
from engine.entitlement.conditions import ANY, Circumstances, Rules
from engine.model.decisions import Decision, Holding
from engine.model.rules import (
    PART,
    AnyRule,
    Available,
    Grants,
    Licence,
    Plan,
    Requires,
    Speaks,
    capability_ids,
    holdable_ids,
)
from engine.model.rulesets import RuleSet

HOLDABLE = ("licence", "plan", "right", "class")
"""The kinds of id that somebody can hold."""

MOST_KEPT = 4096
"""Answers kept for one question, apart from those that follow from the bits held alone."""

MOST_MASKS = 65536
"""Sets of ids whose bits are kept."""

Key = tuple[str, str | None, str | None, str | None]
"""Capability, channel, edition, market."""


class Question(NamedTuple):
    """Everything about one capability in given circumstances that does not depend on who asks."""

    capability: str
    circumstances: Circumstances
    cases: tuple[tuple[tuple[str, ...], Case], ...]
    """The languages of each reading, and what it says."""
    relevant: int
    """The bits that can make a difference under any reading."""
    decisions: dict[int, Decision]
    """Held bits that matter -> the decision, where nothing but the ids held counts."""
    allowed: dict[int, bool]
    detailed: dict[object, Decision]
    """Holdings that matter, usage and day -> the decision."""


class CompiledReading(NamedTuple):
    """One reading with its masks."""

    languages: tuple[str, ...]
    rules: Rules
    up: dict[str, int]
    """Id -> the bits of everything that amounts to it."""


class Compiled:
    """A rule set compiled. Questions are compiled when they are first asked."""

    def __init__(self, rules: RuleSet) -> None:
        self.source = rules
        self.known = frozenset(_holdable(rules))
        self.bits = {id: 1 << place for place, id in enumerate(sorted(self.known))}
        self.ids = tuple(sorted(self.known))
        self.rights = rules.ids.get("right", frozenset())
        confined = _confined(rules)
        every = frozenset(rule for reading in rules.readings for rule in reading.rules)
        self.everything = Rules(every, rules.relations, confined)
        self.readings = tuple(
            self._reading(r.languages, Rules(r.rules, rules.relations, confined)) for r in rules.readings
        )
        self.spoken = frozenset(self._spoken(every))
        """Every capability that some rule names, and what is the same as one or a part of it."""
        self.named = rules.ids.get("capability", frozenset()) | rules.ids.get("feature", frozenset()) | self.spoken
        """Every capability that the vocabulary or a rule knows."""
        self.channels = rules.ids.get("channel", frozenset()) | frozenset(_channels(every))
        self.editions = rules.ids.get("edition", frozenset()) | {
            r.edition for r in every if isinstance(r, Licence) and r.edition
        }
        self.markets = rules.ids.get("market", frozenset()) | {r.market for r in every if isinstance(r, Plan | Speaks)}
        self.plain_decisions: dict[str, tuple[int, dict[int, Decision]]] = {}
        """Capability -> for the question in no particular circumstances, the bits that matter, and what is decided."""
        self.plain_allowed: dict[str, tuple[int, dict[int, bool]]] = {}
        self.masks: dict[frozenset[str], int] = {}
        """Sets of ids that were asked about -> their bits."""
        self.questions: dict[Key, Question] = {}

    def _spoken(self, every: frozenset[AnyRule]) -> Iterator[str]:
        named = {id for rule in every for id in capability_ids(rule)}
        yield from named
        related = {id for relation in self.source.relations for id in (relation.id, relation.other)}
        yield from (id for id in related if self.everything.wholes(id) & named)

    def _reading(self, languages: tuple[str, ...], rules: Rules) -> CompiledReading:
        up: dict[str, int] = {}
        for id, bit in self.bits.items():
            for other in rules.implied_by(id):
                up[other] = up.get(other, 0) | bit
        return CompiledReading(languages, rules, up)

    def question(self, capability: str, circumstances: Circumstances = ANY) -> Question:
        """What the rules say of a capability in these circumstances."""
        key = (capability, circumstances.channel, circumstances.edition, circumstances.market)
        found = self.questions.get(key)
        if found is None:
            found = self._ask(capability, circumstances)
            # Names that no rule speaks of are endless: they are not kept.
            if capability in self.spoken:
                self.questions[key] = found
                if circumstances == ANY:
                    self.plain_decisions[capability] = (found.relevant, found.decisions)
                    self.plain_allowed[capability] = (found.relevant, found.allowed)
        return found

    def _ask(self, capability: str, circumstances: Circumstances) -> Question:
        cases = tuple(
            (reading.languages, Case(reading.rules, capability, circumstances, self.bits, reading.up, self.rights))
            for reading in self.readings
        )
        relevant = 0
        for _, case in cases:
            relevant |= case.relevant
        return Question(capability, circumstances, cases, relevant, {}, {}, {})

    @property
    def capabilities(self) -> tuple[str, ...]:
        """Every capability that the pages speak of, sorted; not the unnamed parts of pages."""
        return tuple(sorted(id for id in self.spoken if not id.endswith(PART)))

    def mask(self, ids: Iterable[str]) -> int:
        """The bits of ids that are known."""
        mask = 0
        for id in ids:
            mask |= self.bits[id]
        return mask

    def ids_of(self, mask: int) -> Iterator[str]:
        """The ids of bits, sorted."""
        return (id for place, id in enumerate(self.ids) if mask >> place & 1)

    def remember(self, holdings: frozenset[Holding] | frozenset[str]) -> None:
        """Keep the bits of a set of ids that is likely to be asked about again."""
        if all(isinstance(id, str) for id in holdings):
            if len(self.masks) >= MOST_MASKS:
                self.masks.clear()
            # The very set, and not a copy: what is the same object is found without being compared.
            self.masks[holdings] = self.mask(holdings)  # type: ignore[index, arg-type]

    def statements_of(self, rules: frozenset[AnyRule]) -> tuple[int, ...]:
        """The positions of the statements of these rules, in order."""
        if self._places is None:
            places: dict[AnyRule, list[int]] = {}
            for place, statement in enumerate(self.source.statements):
                places.setdefault(statement.rule, []).append(place)
            self._places = places
        return tuple(sorted(place for rule in rules for place in self._places.get(rule, ())))

    _places: dict[AnyRule, list[int]] | None = None


def compiled(rules: RuleSet) -> Compiled:
    """The compiled form of a rule set, made once and kept with it."""
    found = rules.__dict__.get("compiled")
    if found is None:
        found = rules.__dict__.setdefault("compiled", Compiled(rules))
    return found  # type: ignore[no-any-return]


def counts_for(holding: Holding, rules: Rules) -> bool:
    """Whether something is held by somebody who can hold it, as far as that is told."""
    scopes = rules.scopes.get(holding.id) if holding.by is not None else None
    return scopes is None or holding.by in scopes


def _holdable(rules: RuleSet) -> Iterator[str]:
    """Every id that somebody can hold: of the vocabulary, or named by a rule."""
    for kind in HOLDABLE:
        yield from rules.ids.get(kind, ())
    for rule in rules.rules:
        yield from holdable_ids(rule)
    for relation in rules.relations:
        if relation.kind == "member":
            yield from (relation.id, relation.other)


def _channels(rules: Iterable[AnyRule]) -> Iterator[str]:
    for rule in rules:
        if isinstance(rule, Requires) and rule.channel:
            yield rule.channel
        elif isinstance(rule, Grants):
            yield from rule.channels


def _confined(rules: RuleSet) -> dict[AnyRule, frozenset[str]]:
    """Rule -> the markets of the pages that state it, for rules that only pages about a market state."""
    about: dict[str, set[str]] = {}
    for statement in rules.statements:
        if isinstance(statement.rule, Speaks):
            about.setdefault(statement.page, set()).add(statement.rule.market)
    if not about:
        return {}
    pages: dict[AnyRule, set[str]] = {}
    for statement in rules.statements:
        if not isinstance(statement.rule, Available | Speaks):
            pages.setdefault(statement.rule, set()).add(statement.page)
    return {
        rule: frozenset(market for page in stated for market in about[page])
        for rule, stated in pages.items()
        if all(page in about for page in stated)
    }
