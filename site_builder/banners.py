"""What a page says about itself where languages disagree: both sides, side by side."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from engine.localedata import Locales
from engine.model.rules import Requires
from engine.model.rulesets import Disagreement, RuleSet, Side
from engine.model.spans import Span
from engine.pages.blocks import Heading, Page
from site_builder.routes import Routes, relative


class Quoted(NamedTuple):
    """What one language says."""

    language: str
    """The language's name for itself."""
    tag: str
    direction: str
    texts: tuple[str, ...]
    """Sentences as readers see them; empty where the page says nothing of it."""
    href: str


class Difference(NamedTuple):
    """One topic on which a page and others differ."""

    topic: str
    here: Quoted
    others: tuple[Quoted, ...]


class Differences:
    """The disagreements of a rule set, by page."""

    def __init__(
        self, rules: RuleSet, routes: Routes, locales: Locales, anchor_of: Callable[[str, Span], str | None]
    ) -> None:
        """
        Args:
            rules: the rule set.
            routes: where pages are.
            locales: the languages.
            anchor_of: the anchor of what is stated at a place of a page, by its file, where it has one.
        """
        self._anchor_of = anchor_of
        self._routes = routes
        self._locales = locales
        self._by_page: dict[str, list[Disagreement]] = {}
        for disagreement in rules.disagreements:
            self._by_page.setdefault(disagreement.page, []).append(disagreement)

    def of(self, page: Page) -> tuple[Difference, ...]:
        """Where a page says other than its translations."""
        found: list[Difference] = []
        for disagreement in self._by_page.get(page.key, ()):
            sides = {side.language: side for side in disagreement.sides}
            here = sides.pop(page.language, None)
            if here is None:
                continue
            others = [side for side in sides.values() if _rules(side) != _rules(here)]
            if others:
                quoted = tuple(self._quoted(side, page, disagreement) for side in others)
                found.append(
                    Difference(self._name(page, disagreement.topic), self._quoted(here, page, disagreement), quoted)
                )
        return tuple(found)

    def disputed(self, page: Page) -> frozenset[str]:
        """The licences and capabilities of which a page says other than its translations."""
        return frozenset(
            disagreement.topic[1]
            for disagreement in self._by_page.get(page.key, ())
            if len(disagreement.topic) > 1 and _differs(disagreement, page.language)
        )

    def sections(self, page: Page) -> frozenset[str]:
        """The anchors of the headings under which a page says other than its translations."""
        found: set[str] = set()
        for disagreement in self._by_page.get(page.key, ()):
            for side in disagreement.sides:
                if side.language == page.language and _differs(disagreement, page.language):
                    found |= sections_of(page, [s.span for s in side.statements] or [side.span])
        return frozenset(found)

    def _quoted(self, side: Side, page: Page, disagreement: Disagreement) -> Quoted:
        locale = self._locales.get(side.language)
        other = self._routes.translations(page.key)[side.language]
        href = relative(self._routes.url(page.path), self._routes.url(other.path))
        anchor = self._anchor_of(other.path, side.statements[0].span) if side.statements else None
        if anchor:
            href += f"#{anchor}"
        texts = tuple(dict.fromkeys(statement.text for statement in side.statements))
        return Quoted(locale.name, locale.tag, locale.direction, texts, href)

    def _name(self, page: Page, topic: tuple[str, ...]) -> str:
        """The licence or capability in question, in the language of the page."""
        locale = self._locales.get(page.language)
        kind = "capability" if topic[0] == Requires.__name__ else "licence"
        name = locale.name_of(kind, topic[1])
        return name[:1].upper() + name[1:]


def sections_of(page: Page, spans: Iterable[Span]) -> frozenset[str]:
    """The anchors of the headings under which parts of a page stand; none of parts above any, and of included ones.

    Args:
        page: at least its headings.
        spans: the parts.
    """
    headings = [block for block in page.blocks if isinstance(block, Heading) and block.level > 1]
    found: set[str] = set()
    for span in spans:
        above = [heading for heading in headings if span.path == page.path and heading.span.line <= span.line]
        found.update(heading.anchor for heading in above[-1:])
    return frozenset(found - {""})


def _differs(disagreement: Disagreement, language: str) -> bool:
    sides = {side.language: _rules(side) for side in disagreement.sides}
    return language in sides and any(rules != sides[language] for rules in sides.values())


def _rules(side: Side) -> frozenset[object]:
    return frozenset(statement.rule for statement in side.statements)
