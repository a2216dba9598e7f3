"""The page of one capability or feature: which licences give it, what else it needs, and how much there is of it."""

from collections.abc import Iterator

from markupsafe import Markup

from engine.findings.codes import N_
from engine.model.rules import AnyRule, Excludes, Limit, Metered, Requires, capability_ids
from site_builder.rule_anchors import rule_anchor
from site_builder.rule_pages.answers import Answers
from site_builder.rule_pages.rows import Row, Section
from site_builder.rule_pages.words import Sentences, Words


class CapabilityPage:
    """Writes such pages for one language."""

    def __init__(self, answers: Answers, sentences: Sentences, words: Words) -> None:
        self._answers = answers
        self._sentences = sentences
        self._words = words
        self._naming: dict[str, list[AnyRule]] = {}
        for rule in answers.ordered:
            for id in capability_ids(rule):
                self._naming.setdefault(id, []).append(rule)

    def sections(self, id: str, place: str) -> list[Section]:
        """The sections of a page, without empty ones.

        Args:
            id: the capability.
            place: where the page stands.
        """
        say = self._words.say
        given, lead = self._ways(id, None, place)
        found = [Section("licences", say(N_("Which licences give it")), tuple(given), lead)]
        for channel in self._answers.channels(id):
            name = self._words.mark("channel", channel)
            ways, also = self._ways(id, channel, place)
            found.append(Section(f"over-{channel}", say(N_("Access: {channel}"), channel=name), tuple(ways), also))
        found += [
            Section("limits", say(N_("Limits of the plans")), tuple(self._limits(id, place))),
            Section("stated", say(N_("What the pages say of it")), tuple(self._stated(id, place))),
        ]
        return [section for section in found if section.rows or section.lead]

    def _ways(self, id: str, channel: str | None, place: str) -> tuple[list[Row], str]:
        """The sets that suffice, by each reading of the pages, and the sentence above them."""
        words = self._words
        if self._answers.is_disputed(id, channel):
            lead = words.say(N_("The languages of these pages differ on this."))
            return [self._reading(id, channel, number, place) for number in range(self._answers.readings)], lead
        rows = []
        for way in next(iter(self._answers.ways(id, channel)), ()):
            if way.ids:
                quotes = self._sentences.quotes(self._answers.in_order(way.rules), words.locale.tag, place)
                ids = sorted(way.ids)
                rows.append(Row(f"way-{'-'.join(ids)}", words.holdables(ids, place), "", tuple(quotes)))
        if len(rows) > 1:
            return rows, words.say(N_("Any one of these is enough."))
        if not rows and channel is None and self._answers.channels(id):
            return rows, ""
        if not rows and any(isinstance(rule, Metered) for rule in self._naming.get(id, ())):
            return rows, words.say(N_("Use beyond the allowance is billed and never denied."))
        return rows, "" if rows else words.say(N_("No page names a licence that gives it."))

    def _reading(self, id: str, channel: str | None, number: int, place: str) -> Row:
        """What suffices as readers of some languages find it, quoted from one of them."""
        words = self._words
        languages = self._answers.languages(number)
        answer = self._answers.about(id, channel, number)
        ways = answer.ways if answer is not None else ()
        sets = [words.holdables(sorted(way.ids), place) for way in ways if way.ids]
        note = words.joined(sets, "or") if sets else words.say(N_("No page names a licence that gives it."))
        rules = dict.fromkeys(rule for way in ways for rule in self._answers.in_order(way.rules))
        quotes = self._sentences.quotes(rules, words.locale.tag, place, among=languages)
        label = words.joined([words.title(words.language_name(tag)) for tag in languages])
        return Row(f"reading-{'-'.join(languages)}", label, note, tuple(quotes))

    def _limits(self, id: str, place: str) -> Iterator[Row]:
        limits = {rule.plan: rule for rule in self._naming.get(id, ()) if isinstance(rule, Limit)}
        for plans in self._answers.plans().values():
            for plan in plans:
                rule = limits.get(plan.plan)
                if rule is not None:
                    note = self._words.say(N_("none")) if rule.bound == 0 else self._words.bound(rule.bound)
                    yield Row(rule_anchor(rule), self._words.holdable_link(rule.plan, place), note)

    def _stated(self, id: str, place: str) -> Iterator[Row]:
        """Further sentences: what a page asks for in some cases, and what a plan leaves out."""
        shown = {rule for found in self._answers.ways(id) for way in found for rule in way.rules}
        for rule in self._naming.get(id, ()):
            if isinstance(rule, Requires | Excludes | Metered) and rule not in shown:
                quotes = self._sentences.quotes((rule,), self._words.locale.tag, place)
                yield Row(rule_anchor(rule), Markup(""), "", tuple(quotes))
