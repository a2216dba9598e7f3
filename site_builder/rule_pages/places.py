"""Where the pages that are written from the rules stand: the same place in each language, named by ids."""

import enum
from collections.abc import Iterable

from engine.model.rules import PART, AnyRule, capability_ids, holdable_ids
from engine.model.rulesets import RuleSet
from engine.pages.blocks import Page
from engine.pages.discovery import PAGE_SUFFIXES
from site_builder.routes import Routes

FOLDER = "rules"
"""The folder of these pages below each language's."""
PAGE = "page:"
"""Begins the capability that a page itself is."""


class Special(enum.StrEnum):
    """Pages of which each language has one."""

    OVERVIEW = "index"
    PLANS = "plans"
    FINDER = "finder"
    MAP = "map"


class RulePlaces:
    """The place of each such page."""

    def __init__(self, rules: RuleSet, routes: Routes) -> None:
        self._routes = routes
        everything: Iterable[AnyRule] = rules.rules
        self.holdables = sorted({id for rule in everything for id in holdable_ids(rule)})
        """What rules say that somebody can hold."""
        named = {id for rule in everything for id in capability_ids(rule)}
        self.capabilities = sorted(id for id in named if not id.startswith(PAGE) and not id.endswith(PART))
        """What rules say that somebody may do, without pages, which speak for themselves."""
        self.topics = sorted(id for id in named if id.startswith(PAGE) and not id.endswith(PART))
        """The pages whose topic needs something."""
        self._places: dict[tuple[str, str, str], str] = {}
        if self.holdables or self.capabilities:
            for tag, folder in sorted(routes.folders.items()):
                for special in Special:
                    self._reserve(tag, folder, "", special.value)
                for id in self.holdables:
                    self._reserve(tag, folder, "licence", id)
                for id in self.capabilities:
                    self._reserve(tag, folder, "capability", id)

    def _reserve(self, tag: str, folder: str, kind: str, id: str) -> None:
        path = "/".join(filter(None, (folder, FOLDER, kind, f"{id}.html")))
        self._places[tag, kind, id] = self._routes.reserve(path)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that have these pages: all, or none where no rule is stated."""
        return tuple(sorted({tag for tag, _, _ in self._places}))

    def special(self, tag: str, page: Special) -> str:
        """The place of a page of which the language has one."""
        return self._places[tag, "", page.value]

    def holdable(self, tag: str, id: str) -> str | None:
        """The place of the page of a licence, plan, right or class; None where no rule names it."""
        return self._places.get((tag, "licence", id))

    def capability(self, tag: str, id: str) -> str | None:
        """The place of the page of a capability or feature. A page that is one is its own."""
        if id.startswith(PAGE):
            page = self.page(tag, id)
            return self._routes.url(page.path) if page else None
        return self._places.get((tag, "capability", id))

    def page(self, tag: str, id: str) -> Page | None:
        """The page that is a capability, in a language."""
        topic = id.removeprefix(PAGE).removesuffix(PART)
        found = (self._routes.version(topic + suffix, tag) for suffix in PAGE_SUFFIXES)
        return next((page for page in found if page is not None), None)

    def there(self, place: str) -> dict[str, str]:
        """Language -> the same page in it."""
        for (_, kind, id), own in self._places.items():
            if own == place:
                return {other: self._places[other, kind, id] for other in self.languages}
        return {}
