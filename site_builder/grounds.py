"""What each page of a site is made from, as digests: a page is written again exactly when its digest is another.

A page shows something of its surroundings: the navigation around it, its translations, where its links lead, what
other languages say of its rules. Each of these counts here as far as the page shows it.
"""

import functools
from collections.abc import Iterable
from pathlib import Path

import msgspec

from engine.cache import Digest, digest
from engine.model.rulesets import Disagreement
from engine.pages.blocks import Page
from engine.rules.file_cache import grounds_of
from engine.rules.page_reading import PageReading
from site_builder.navigation import Entry, Navigation
from site_builder.program import program
from site_builder.templating import own_files
from site_builder.writing import SiteWriter


class Grounds:
    """The grounds of one site."""

    def __init__(self, site: SiteWriter) -> None:
        self._site = site
        docs, routes, places = site.docs, site.routes, site.rule_pages.places
        self._disagreements: dict[str, list[Disagreement]] = {}
        for disagreement in docs.rules.disagreements:
            self._disagreements.setdefault(disagreement.page, []).append(disagreement)
        self._rules = {tag: r.rules for r in docs.rules.readings for tag in r.languages}
        starts = [(tag, place, _title(site, place)) for tag, place in sorted(routes.starts.items())]
        targets = [(path, page.redirect, routes.url(path)) for path, page in sorted(routes.pages.items())]
        self.everywhere = digest(
            program(),
            *(part for name, data in own_files(docs.tree.root).items() for part in (name, data)),
            *(part for tag in sorted(routes.starts) for part in self._language(tag)),
            *site.files.state(),
            _encoded((starts, targets, docs.settings, places.holdables, places.capabilities)),
        )
        """What every page is made from, the places of all others included: links may lead to any."""
        self._seen = functools.cache(self._seen_around)
        # Not `repr`, which gives sets in an order that is another in each process.
        self.stated = docs.rules.to_json()
        """All that the pages state."""

    def page(self, page: Page, reading: PageReading) -> Digest:
        """A help page or redirect stub.

        Args:
            page: its outline.
            reading: what it says.
        """
        stated = self._rules.get(page.language, frozenset())
        return digest(
            self._around(page),
            self._site.docs.identities[page.path],
            *self._disputes(page),
            _encoded([statement.rule in stated for statement in reading.statements]),
            _encoded(self._site.outdated.get(page.path, ())),
        )

    def stand_in(self, page: Page, original: Page) -> Digest:
        """A page shown in place of a translation.

        Args:
            page: its outline, with the place and the language of its readers.
            original: what is shown.
        """
        return digest("stand-in", self._around(page), self._site.docs.identities[original.path])

    def rules(self, tag: str, anchors: bytes) -> Digest:
        """The pages of a language that are written from the rules.

        Args:
            tag: the language.
            anchors: all that is known of where rules are anchored. These pages lead to every sentence that they quote.
        """
        return digest(
            "rules",
            tag,
            self.everywhere,
            _encoded(_lines(self._site.navigations[tag].root.walk())),
            self.stated,
            anchors,
        )

    def _disputes(self, page: Page) -> Iterable[bytes | str]:
        """What languages disagree on; the quotes lead into the pages of the others."""
        disputes = self._disagreements.get(page.key, ())
        yield _encoded([_said(disagreement) for disagreement in disputes])
        if disputes:
            others = self._site.routes.translations(page.key).values()
            yield from (self._site.docs.identities[other.path] for other in others)

    def _around(self, page: Page) -> Digest:
        """What stands around the content of a page."""
        place = self._site.routes.url(page.path)
        navigation = self._site.navigations[page.language]
        translations = [other.path for other in self._site.routes.translations(page.key).values()]
        around = (place, _lines(navigation.trail(place)), _lines(navigation.neighbours(place)), translations)
        return digest(self.everywhere, _encoded(around), self._seen(page.language, _group(navigation, place)))

    def _language(self, tag: str) -> Iterable[bytes | str]:
        locale = self._site.locales.get(tag)
        catalogue = Path(locale.path) / "LC_MESSAGES" / "charter.po"
        yield grounds_of(self._site.locales, tag, self._site.docs.settings.front_matter, html=True)
        yield catalogue.read_bytes() if catalogue.is_file() else b""

    def _seen_around(self, tag: str, group: Entry) -> Digest:
        """The lines of the navigation that are open around a group."""
        lines = [_lines(self._site.navigations[tag].root.children)]
        entry: Entry | None = group
        while entry is not None:
            lines.append(_lines(entry.children))
            entry = entry.parent
        return digest(_encoded(lines))


def _group(navigation: Navigation, place: str) -> Entry:
    """The entry whose lines a page sees around it."""
    entry = navigation.entry(place)
    if entry is None:
        return navigation.root
    return entry if entry.children or entry.parent is None else entry.parent


def _lines(entries: Iterable[Entry | None]) -> list[object]:
    return [(e.title, e.language, e.url, e.target, bool(e.children)) if e is not None else None for e in entries]


def _said(disagreement: Disagreement) -> object:
    """A disagreement without lines and columns: they change with every edit above."""
    sides = [(side.language, [(s.rule, s.text) for s in side.statements]) for side in disagreement.sides]
    return disagreement.topic, disagreement.page, sides


def _title(site: SiteWriter, place: str) -> str:
    page = site.routes.find(f"{place.removesuffix('.html')}.md")
    return page.title if page is not None and page.redirect is None else ""


def _encoded(data: object) -> bytes:
    return msgspec.msgpack.encode(data, order="deterministic")
