"""What a site is made of, and the HTML of each of its pages."""

import functools
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from engine.localedata import Locales
from engine.pages.blocks import Page
from engine.rules import Docs
from engine.rules.page_reading import PageReading
from site_builder.arranging import build_navigation
from site_builder.article import Draft
from site_builder.banners import Differences, sections_of
from site_builder.content_from_pages import write_article
from site_builder.content_from_rules import RuleTables
from site_builder.layout import Layout
from site_builder.links import Kind, Links
from site_builder.outdated import Newer
from site_builder.redirects import former_places
from site_builder.routes import ASSETS, CHOOSER, NOT_FOUND, Routes, relative
from site_builder.rule_anchors import Anchors, RuleAnchors
from site_builder.rule_pages import RulePages
from site_builder.rule_pages.words import AnchorOf
from site_builder.static_files import StaticFiles
from site_builder.templating import ASSET_FILES, asset, environment
from site_builder.toc_files import TocFiles
from site_builder.topic_needs import needs_of


class Output(NamedTuple):
    """A page as it is published."""

    html: str
    dead_links: tuple[str, ...] = ()
    """Addresses of links and pictures that lead to nothing."""
    files: tuple[str, ...] = ()
    """Pictures and documents that it shows or links to, relative to the docs folder."""
    anchors: Anchors = ()
    """Of what the page states."""


class SiteWriter:
    """Writes the pages of one site."""

    def __init__(
        self, docs: Docs, locales: Locales, anchor_of: AnchorOf, outdated: Mapping[str, tuple[Newer, ...]] | None = None
    ) -> None:
        """
        Args:
            docs: the docs folder. Of its pages only the outlines are used.
            locales: the languages.
            anchor_of: gives the anchors of rules.
            outdated: what other languages have changed since, by the file of the page that is behind.
        """
        self.outdated = outdated or {}
        self.docs = docs
        self.locales = locales
        self._templates = environment(docs.tree.root)
        self.routes = Routes(docs.tree.pages)
        self.files = StaticFiles(docs.tree.root)
        self.links = Links(self.routes, self.files, docs.settings.site.url)
        self.rule_pages = RulePages(docs, locales, self.routes, anchor_of)
        self._differences = Differences(docs.rules, self.routes, locales, anchor_of)
        by_language: dict[str, list[Page]] = {}
        for page in (*docs.tree.pages, *(found.page for found in self.routes.stand_ins.values())):
            by_language.setdefault(page.language, []).append(page)
        tocs = TocFiles(docs.tree.root, docs.store)
        self.navigations = {
            tag: build_navigation(docs.tree.root, pages[0].folder, pages, self.routes, tocs)
            for tag, pages in by_language.items()
        }
        tocs.keep()
        settings = docs.settings.site
        self._layout = Layout(self._templates, locales, self.routes, self.navigations, self.rule_pages, settings)
        self.former = former_places(docs.tree.pages, self.routes)
        self.not_found = {
            tag: self.routes.reserve(f"{folder}/{NOT_FOUND}") for tag, folder in self.routes.folders.items()
        }

    @property
    def titles(self) -> dict[str, str]:
        """What the site is called in each language."""
        return self._layout.titles

    def prepare(self) -> None:
        """Compile the templates of help pages: once for all processes that will write some."""
        for name in ("base.html", "frame.html", "search.html", "page.html", "redirect.html"):
            self._templates.get_template(name)

    def page(self, page: Page, reading: PageReading) -> Output:
        """A help page.

        Args:
            page: the whole page.
            reading: what it says.
        """
        grammar = self.docs.grammars[page.language]
        place = self.routes.url(page.path)
        licence_place = functools.partial(self._licence_href, page.language, place)
        disputed = self._differences.disputed(page)
        tables = RuleTables(
            self._templates, page, reading, grammar, self.docs.rules, disputed=disputed, href_of=licence_place
        )
        messages = self.locales.get(page.language).messages
        newer = self.outdated.get(page.path, ())
        draft = Draft(
            page,
            place,
            self.links,
            messages,
            tables.anchors,
            disputed=self._differences.sections(page),
            outdated=sections_of(page, (span for each in newer for span in each.spans)),
        )
        anchored = RuleAnchors(page, reading)
        article = write_article(draft, tables.replacements(), anchored.html)
        dead = (*article.missing, *self.former.refused.get(page.path, ()))
        words = self.rule_pages.words(page.language)
        needs = needs_of(reading, words, place) if words else ()
        html = self._layout.page(page, article, self._differences.of(page), needs, newer=newer)
        return Output(html, dead, tuple(sorted(draft.files)), anchored.in_order)

    def stand_in(self, page: Page, original: Page) -> Output:
        """A page in the words of another language, its frame in the reader's.

        Args:
            page: the page with the place and the language of its readers.
            original: the whole page that is shown.
        """
        messages = self.locales.get(original.language).messages
        draft = Draft(original, self.routes.url(page.path), self.links, messages, frozenset(), readers=page.language)
        html = self._layout.page(page, write_article(draft, {}), (), original=original)
        return Output(html, (), tuple(sorted(draft.files)))

    def stub(self, page: Page) -> Output:
        """The page of a redirect stub."""
        link = self.links.redirect(page)
        if link.kind in (Kind.PAGE, Kind.FILE, Kind.EXTERNAL):
            return Output(self._layout.redirect(page, link.href), (), (link.file,) if link.file else ())
        return Output(self._layout.redirect(page, None), (page.redirect or "",))

    def rules(self, tag: str) -> Iterator[tuple[str, str]]:
        """The pages of a language that are written from the rules, as (place, HTML)."""
        for written in self.rule_pages.write(tag):
            yield written.place, self._layout.rules(written)

    def rest(self) -> Iterator[tuple[str, bytes]]:
        """The other pages that no author wrote and the files of the templates, as (place, content)."""
        authored = {self.routes.url(page.path) for page in self.docs.tree.pages}
        for tag, place in self.routes.starts.items():
            if place not in authored:
                yield place, self._layout.start(tag).encode()
        yield CHOOSER, self._layout.chooser().encode()
        yield NOT_FOUND, self._layout.not_found().encode()
        for tag, place in self.not_found.items():
            yield place, self._layout.not_found(tag).encode()
        for place, page in self.former.places.items():
            yield place, self._layout.moved(page, place).encode()
        for name in ASSET_FILES:
            yield f"{ASSETS}/{name}", asset(name, self.docs.tree.root)

    def _licence_href(self, tag: str, place: str, licence: str) -> str | None:
        target = self.rule_pages.places.holdable(tag, licence)
        return relative(place, target) if target else None
