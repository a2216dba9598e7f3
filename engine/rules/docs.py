"""Everything that one reading of a docs folder gives."""

import functools
from collections.abc import Mapping

import msgspec

from engine.cache import Digest, Store
from engine.findings import Finding
from engine.grammar import Grammar
from engine.localedata import Locales
from engine.model.rulesets import RuleSet
from engine.model.scenarios import Scenario
from engine.pages import Tree
from engine.rules.page_reading import PageReading
from engine.rules.settings import Settings


class Docs(msgspec.Struct, frozen=True, dict=True):
    """A docs folder, read."""

    tree: Tree
    rules: RuleSet
    findings: tuple[Finding, ...]
    """Findings of reading pages and rules, by place."""
    readings: tuple[PageReading, ...]
    """What each page of the tree says by itself, in the order of `tree.pages`."""
    grammars: Mapping[str, Grammar]
    """Language -> its grammar."""
    locales: Locales
    settings: Settings
    identities: Mapping[str, Digest] = {}
    """Path of a page -> a digest of all that its reading rests on; empty where no cache is used."""
    store: Store | None = None
    """Keeps results between runs."""

    @property
    def scenarios(self) -> tuple[Scenario, ...]:
        """The examples of all pages, by place."""
        return tuple(sorted((s for reading in self.readings for s in reading.scenarios), key=lambda s: s.span))

    @functools.cached_property
    def shared(self) -> dict[str, object]:
        """What one check has worked out and others need, too."""
        return {}
