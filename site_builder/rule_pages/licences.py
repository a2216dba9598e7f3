"""The page of one licence, plan, right or class: what it gives, what needs it, and how it stands to others."""

import itertools
from collections.abc import Iterable, Iterator

from markupsafe import Markup, escape

from engine.findings.codes import N_
from engine.model.rules import (
    AnyRule,
    Available,
    Combination,
    Describes,
    Excludes,
    Grants,
    Includes,
    Licence,
    Limit,
    Plan,
    Quota,
    Requires,
    Succeeds,
    holdable_ids,
)
from site_builder.rule_anchors import rule_anchor
from site_builder.rule_pages.answers import Answers
from site_builder.rule_pages.rows import Mark, Row, Section
from site_builder.rule_pages.words import Sentences, Words

KINDS = {
    "licence": N_("Licence"),
    "plan": N_("Plan"),
    "right": N_("Right"),
    "class": N_("Group of licences"),
}
"""What something to hold is called above its name."""


GROUPS = {
    "licence": N_("Licences that no page lists"),
    "plan": N_("Plans"),
    "right": N_("Rights"),
    "class": N_("Groups of licences"),
}
"""What several of a kind are called; licences that a page lists go by their scope."""


def group_of(id: str, answers: Answers, words: Words) -> str:
    """The heading under which something to hold is listed."""
    licence = answers.licences.get(id)
    if licence is not None:
        return words.title(words.locale.name_of("scope", licence.scope))
    return words.say(GROUPS[words.kind_of(id)])


def marks_of(id: str, answers: Answers, words: Words) -> tuple[Mark, ...]:
    """Scope, edition and lifecycle of a licence; the market of a plan."""
    licence = answers.licences.get(id)
    if licence is not None:
        parts = (("scope", licence.scope), ("edition", licence.edition), ("lifecycle", licence.lifecycle))
        return tuple(Mark(kind, words.mark(kind, value)) for kind, value in parts if value)
    plan = next((rule for rule in answers.ordered if isinstance(rule, Plan) and rule.plan == id), None)
    return (Mark("market", words.mark("market", plan.market)),) if plan else ()


class LicencePage:
    """Writes such pages for one language."""

    def __init__(self, answers: Answers, sentences: Sentences, words: Words) -> None:
        self._answers = answers
        self._sentences = sentences
        self._words = words
        self._naming: dict[str, list[AnyRule]] = {}
        for rule in answers.ordered:
            for id in holdable_ids(rule):
                self._naming.setdefault(id, []).append(rule)
        self._members: dict[str, list[str]] = {}
        self._classes: dict[str, list[str]] = {}
        for relation in sorted(answers.rules.relations):
            if relation.kind == "member":
                self._members.setdefault(relation.other, []).append(relation.id)
                self._classes.setdefault(relation.id, []).append(relation.other)

    def sections(self, id: str, place: str) -> list[Section]:
        """The sections of a page, without empty ones.

        Args:
            id: what is held.
            place: where the page stands.
        """
        say = self._words.say
        rules = self._naming.get(id, [])
        lead = self._includes_lower(id, place)
        found = [
            Section("gives", say(N_("What it gives")), tuple(self._given(rules, id, place)), lead),
            Section("lacks", say(N_("What it does not give")), tuple(self._lacked(rules, id, place))),
            Section("needed-for", say(N_("What needs it")), tuple(self._needing(id, place)), ""),
            Section(
                "members", say(N_("Any of these counts as it")), tuple(self._links(self._members.get(id, ()), place))
            ),
            Section("classes", say(N_("It counts as")), tuple(self._links(self._known_classes(id), place))),
            Section("combinations", say(N_("May be held together")), tuple(self._combined(rules, place))),
            Section("succession", say(N_("Moving to a plan")), tuple(self._succeeding(rules, id, place))),
            Section("stated", say(N_("What the pages say of it")), tuple(self._described(rules, id, place))),
        ]
        return [section for section in found if section.rows or section.lead]

    def _given(self, rules: Iterable[AnyRule], id: str, place: str) -> Iterator[Row]:
        words = self._words
        for rule in rules:
            note: str | Markup = ""
            match rule:
                case Grants(licence=holder, capability=given) if holder == id:
                    note = self._conditions(rule, place)
                case Quota(licence=holder, metric=given) if holder == id:
                    note = words.say(N_("as many as were bought"))
                case Limit(plan=holder, metric=given, bound=bound) if holder == id and bound != 0:
                    note = words.bound(bound)
                case Includes(holder=holder, feature=given) if holder == id:
                    pass
                case _:
                    continue
            yield self._row(rule, words.capability_link(given, place, begins=True), place, note)

    def _lacked(self, rules: Iterable[AnyRule], id: str, place: str) -> Iterator[Row]:
        for rule in rules:
            match rule:
                case Limit(plan=holder, metric=lacked, bound=0) | Excludes(plan=holder, capability=lacked) if (
                    holder == id
                ):
                    yield self._row(rule, self._words.capability_link(lacked, place, begins=True), place)
                case _:
                    pass

    def _conditions(self, rule: Grants, place: str) -> Markup:
        words = self._words
        parts: list[Markup] = []
        if rule.beside is not None:
            parts.append(
                words.say_with(N_("builds on {capability}"), capability=words.capability_link(rule.beside, place))
            )
        if rule.channels:
            parts.append(words.joined([words.mark("channel", channel) for channel in rule.channels], "or"))
        if rule.open_ended:
            parts.append(escape(words.say(N_("and more"))))
        return Markup(" · ").join(parts)

    def _needing(self, id: str, place: str) -> Iterator[Row]:
        words = self._words
        counting = {id, *self._known_classes(id)}
        rules = {rule: None for counted in sorted(counting) for rule in self._naming.get(counted, ())}
        for rule in rules:
            if isinstance(rule, Requires):
                groups = [group for group in rule.needs if counting & set(group)]
                if not groups:
                    continue
                notes = [escape(words.mark("channel", rule.channel))] if rule.channel else []
                notes += [escape(words.say(N_("in some cases")))] if rule.conditional else []
                others = [words.holdables(group, place, "or") for group in groups if len(group) > 1]
                notes += [words.say_with(N_("one of: {licences}"), licences=other) for other in others]
                label = words.capability_link(rule.capability, place, begins=True)
                yield self._row(rule, label, place, Markup(" · ").join(notes))
            elif isinstance(rule, Available):
                yield self._row(rule, words.capability_link(rule.page, place, begins=True), place)

    def _combined(self, rules: Iterable[AnyRule], place: str) -> Iterator[Row]:
        for rule in rules:
            if isinstance(rule, Combination):
                yield self._row(rule, self._words.holdables(rule.licences, place), place)

    def _succeeding(self, rules: Iterable[AnyRule], id: str, place: str) -> Iterator[Row]:
        for rule in rules:
            if isinstance(rule, Succeeds):
                other = rule.plan if rule.licence == id else rule.licence
                yield self._row(rule, self._words.holdable_link(other, place), place)

    def _described(self, rules: Iterable[AnyRule], id: str, place: str) -> Iterator[Row]:
        said = [rule for rule in rules if isinstance(rule, Describes | Licence | Plan)]
        quotes = self._sentences.quotes(said, self._words.locale.tag, place)
        # A name alone says nothing more; the remark about it does.
        telling = tuple(quote for quote in quotes if quote.text.casefold() != self._words.name(id).casefold())
        if telling:
            yield Row("", Markup(""), "", telling)

    def _links(self, ids: Iterable[str], place: str) -> Iterator[Row]:
        for id in ids:
            yield Row("", self._words.holdable_link(id, place))

    def _known_classes(self, id: str) -> list[str]:
        """The classes that it belongs to and that some rule names."""
        return [found for found in self._classes.get(id, ()) if found in self._naming]

    def _includes_lower(self, id: str, place: str) -> Markup:
        """What a cumulative plan says of the plan below it."""
        for plans in self._answers.plans().values():
            for lower, plan in itertools.pairwise(plans):
                if plan.plan == id and plan.cumulative and plan.rank is not None:
                    link = self._words.holdable_link(lower.plan, place)
                    return self._words.say_with(N_("Everything in {plan}, and:"), plan=link)
        return Markup("")

    def _row(self, rule: AnyRule, label: Markup, place: str, note: str | Markup = "") -> Row:
        quotes = self._sentences.quotes((rule,), self._words.locale.tag, place)
        return Row(rule_anchor(rule), label, note, tuple(quotes))
