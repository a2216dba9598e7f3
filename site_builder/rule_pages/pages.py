"""All pages that are written from the rules, language by language."""

from collections.abc import Iterator
from typing import NamedTuple, Protocol

from engine.findings.codes import N_
from engine.localedata import Locales
from engine.rules import Docs
from site_builder.menu import Place
from site_builder.routes import Routes, relative
from site_builder.rule_pages.answers import Answers
from site_builder.rule_pages.capabilities import CapabilityPage
from site_builder.rule_pages.finder import HEADLINES, FinderCompiler, embedded, tickables
from site_builder.rule_pages.licences import GROUPS, KINDS, LicencePage, group_of, marks_of
from site_builder.rule_pages.map import CAPABILITY, draw
from site_builder.rule_pages.places import RulePlaces, Special
from site_builder.rule_pages.plans import PlanComparison
from site_builder.rule_pages.words import AnchorOf, Sentences, Words

_TITLES = {
    Special.OVERVIEW: N_("Licences and plans"),
    Special.FINDER: N_("Licence finder"),
    Special.PLANS: N_("Plans compared"),
    Special.MAP: N_("Map of licences"),
}


class Written(NamedTuple):
    """What a template is filled with, and where the page stands."""

    tag: str
    place: str
    template: str
    title: str
    values: dict[str, object]


class Fill(Protocol):
    """Writes a whole page around what a template holds."""

    def __call__(self, written: Written) -> str:
        """The page as HTML."""


class RulePages:
    """Writes these pages of one site."""

    def __init__(self, docs: Docs, locales: Locales, routes: Routes, anchor_of: AnchorOf) -> None:
        self.places = RulePlaces(docs.rules, routes)
        self.sentences = Sentences(docs, routes, locales, anchor_of)
        self._answers = Answers(docs.rules)
        self._words = {tag: Words(locales.get(tag), self.places, locales) for tag in self.places.languages}

    def words(self, tag: str) -> Words | None:
        """Names and links of a language; None where no rule is stated."""
        return self._words.get(tag)

    def tools(self, tag: str, place: str) -> tuple[Place, ...]:
        """Links to the pages of which each language has one, for its navigation."""
        words = self._words.get(tag)
        if words is None:
            return ()
        return tuple(
            Place(words.say(title), relative(place, self.places.special(tag, special)))
            for special, title in _TITLES.items()
        )

    def write(self, tag: str) -> Iterator[Written]:
        """Every page of a language."""
        words = self._words.get(tag)
        if words is None:
            return
        yield from self._special(tag, words)
        licences = LicencePage(self._answers, self.sentences, words)
        for id in self.places.holdables:
            place = self.places.holdable(tag, id) or ""
            values: dict[str, object] = {
                "kind": words.say(KINDS[words.kind_of(id)]),
                "marks": marks_of(id, self._answers, words),
                "sections": licences.sections(id, place),
            }
            yield Written(tag, place, "rule-page.html", words.title(words.name(id)), values)
        capabilities = CapabilityPage(self._answers, self.sentences, words)
        for id in self.places.capabilities:
            place = self.places.capability(tag, id) or ""
            values = {
                "kind": words.say(N_("Capability")),
                "marks": (),
                "sections": capabilities.sections(id, place),
            }
            yield Written(tag, place, "rule-page.html", words.title(words.capability(id)), values)

    def _special(self, tag: str, words: Words) -> Iterator[Written]:
        place = self.places.special(tag, Special.OVERVIEW)
        capabilities = [words.capability_link(id, place, begins=True) for id in self.places.capabilities]
        values: dict[str, object] = {
            "groups": self._groups(words, place),
            "capabilities": sorted(capabilities, key=lambda link: link.striptags().casefold()),
            "cards": self.tools(tag, place)[1:],
        }
        yield Written(tag, place, "rule-overview.html", words.say(_TITLES[Special.OVERVIEW]), values)
        place = self.places.special(tag, Special.PLANS)
        tables = PlanComparison(self._answers, words).tables(place)
        yield Written(tag, place, "rule-plans.html", words.say(_TITLES[Special.PLANS]), {"tables": tables})
        yield self._finder(tag, words)
        place = self.places.special(tag, Special.MAP)
        drawn = draw(self._answers, self.places, words, place)
        values = {"map": drawn, "legend": [(kind, self._legend(kind, words)) for kind in drawn.kinds]}
        yield Written(tag, place, "rule-map.html", words.say(_TITLES[Special.MAP]), values)

    def _finder(self, tag: str, words: Words) -> Written:
        place = self.places.special(tag, Special.FINDER)
        asked = (*self.places.capabilities, *(id for id in self.places.topics if self.places.page(tag, id)))
        named = {id: words.title(words.capability(id)) for id in asked}
        wishes = sorted(named.items(), key=lambda wish: wish[1].casefold())
        values: dict[str, object] = {
            "data": embedded(FinderCompiler(self._answers, self.places, words, self.sentences, place).data()),
            "groups": tickables(self._answers, self.places, words),
            "wishes": wishes,
            "links": [(id, words.capability_link(id, place, begins=True)) for id, _ in wishes],
            **{name: words.say(message) for name, message in HEADLINES.items()},
            "further": words.say(N_("further requirements are stated for: {channels}")),
        }
        return Written(tag, place, "rule-finder.html", words.say(_TITLES[Special.FINDER]), values)

    def _legend(self, kind: str, words: Words) -> str:
        """What a colour of the map means."""
        if kind == CAPABILITY:
            return words.say(N_("What it leads to"))
        return words.say(GROUPS[kind]) if kind in GROUPS else words.title(words.locale.name_of("scope", kind))

    def _groups(self, words: Words, place: str) -> list[tuple[str, list[object]]]:
        """What can be held, by what it is."""
        found: dict[str, list[object]] = {}
        for id in sorted(self.places.holdables, key=lambda held: words.name(held).casefold()):
            group = group_of(id, self._answers, words)
            marks = [mark for mark in marks_of(id, self._answers, words) if mark.kind not in ("scope", "market")]
            found.setdefault(group, []).append((words.holdable_link(id, place), marks))
        return sorted(found.items(), key=lambda group: -len(group[1]))
