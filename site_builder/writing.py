"""Every file of a site, written into a folder."""

import functools
from collections.abc import Callable, Iterable
from pathlib import Path

from engine.localedata import Locales
from engine.pages.blocks import Page
from engine.rules import Docs
from engine.rules.page_reading import PageReading
from site_builder.arranging import build_navigation
from site_builder.article import Draft
from site_builder.banners import Differences
from site_builder.content_from_pages import write_article
from site_builder.content_from_rules import RuleTables
from site_builder.layout import Layout
from site_builder.links import Kind, Links
from site_builder.routes import ASSETS, CHOOSER, NOT_FOUND, Routes, relative
from site_builder.rule_pages import RulePages
from site_builder.standins import StandIn
from site_builder.static_files import StaticFiles
from site_builder.templating import ASSET_FILES, asset, environment
from site_builder.topic_needs import needs_of

Progress = Callable[[int, int], None]
"""Told how many pages of how many are done."""


class SiteWriter:
    """Writes the files of one site."""

    def __init__(self, docs: Docs, locales: Locales, folder: Path) -> None:
        self._docs = docs
        self._locales = locales
        self._folder = folder
        self._templates = environment()
        self.routes = Routes(docs.tree.pages)
        self._files = StaticFiles(docs.tree.root)
        self._links = Links(self.routes, self._files)
        self._differences = Differences(docs.rules, self.routes, locales)
        self._rule_pages = RulePages(docs, locales, self.routes)
        by_language: dict[str, list[Page]] = {}
        for page in (*docs.tree.pages, *(found.page for found in self.routes.stand_ins.values())):
            by_language.setdefault(page.language, []).append(page)
        self._layout = Layout(
            self._templates,
            locales,
            self.routes,
            {
                tag: build_navigation(docs.tree.root, pages[0].folder, pages, self.routes)
                for tag, pages in by_language.items()
            },
            self._rule_pages,
        )
        self.dead_links: list[tuple[str, str]] = []

    def write(self, progress: Progress | None) -> None:
        """Write everything."""
        total = len(self._docs.readings)
        for number, (page, reading) in enumerate(zip(self._docs.tree.pages, self._docs.readings, strict=True), 1):
            text = self._stub(page) if page.redirect is not None else self._page(page, reading)
            self._put(self.routes.url(page.path), text)
            if progress is not None:
                progress(number, total)
        for stand_in in self.routes.stand_ins.values():
            self._put(self.routes.url(stand_in.page.path), self._stand_in(stand_in))
        for written in self._rule_pages.write():
            self._put(written.place, self._layout.rules(written))
        pages = {self.routes.url(page.path) for page in self._docs.tree.pages}
        for tag, place in self.routes.starts.items():
            if place not in pages:
                self._put(place, self._layout.start(tag))
        self._put(CHOOSER, self._layout.chooser())
        self._put(NOT_FOUND, self._layout.not_found())
        for tag, folder in self.routes.folders.items():
            self._put(self.routes.reserve(f"{folder}/{NOT_FOUND}"), self._layout.not_found(tag))
        for name in ASSET_FILES:
            self._put_bytes(f"{ASSETS}/{name}", asset(name))
        self._files.copy(self._folder)

    def _page(self, page: Page, reading: PageReading) -> str:
        grammar = self._docs.grammars[page.language]
        place = self.routes.url(page.path)
        licence_place = functools.partial(self._licence_href, page.language, place)
        disputed = self._differences.disputed(page)
        tables = RuleTables(
            self._templates, page, reading, grammar, self._docs.rules, disputed=disputed, href_of=licence_place
        )
        messages = self._locales.get(page.language).messages
        sections = self._differences.sections(page)
        draft = Draft(page, place, self._links, messages, tables.anchors, disputed=sections)
        anchored = self._rule_pages.sentences.anchors(page).html
        article = write_article(draft, tables.replacements(), anchored)
        self._note_dead(page, article.missing)
        words = self._rule_pages.words(page.language)
        needs = needs_of(reading, words, place) if words else ()
        return self._layout.page(page, article, self._differences.of(page), needs)

    def _stand_in(self, stand_in: StandIn) -> str:
        """A page in the words of another language, its frame in the reader's."""
        page, original = stand_in
        messages = self._locales.get(original.language).messages
        draft = Draft(original, self.routes.url(page.path), self._links, messages, frozenset(), readers=page.language)
        return self._layout.page(page, write_article(draft, {}), (), original=original)

    def _licence_href(self, tag: str, place: str, licence: str) -> str | None:
        target = self._rule_pages.places.holdable(tag, licence)
        return relative(place, target) if target else None

    def _stub(self, page: Page) -> str:
        link = self._links.redirect(page)
        if link.kind in (Kind.PAGE, Kind.FILE, Kind.EXTERNAL):
            return self._layout.redirect(page, link.href)
        self._note_dead(page, (page.redirect or "",))
        return self._layout.redirect(page, None)

    def _note_dead(self, page: Page, addresses: Iterable[str]) -> None:
        self.dead_links += ((page.path, address) for address in addresses)

    def _put(self, place: str, text: str) -> None:
        self._put_bytes(place, text.encode())

    def _put_bytes(self, place: str, data: bytes) -> None:
        target = self._folder / place
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
