"""The products of a site: pages with their Markdown, the search of each language, what is small or of the whole."""

import functools
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from engine.cache import Digest, Store, digest
from engine.cache.code_version import release
from engine.pages.blocks import Page
from engine.rules.outlines import OutlinedDocs
from site_builder.grounds import Grounds
from site_builder.links import Kind
from site_builder.llms import llms_files
from site_builder.markdown_mirror import SUFFIX, write_markdown
from site_builder.pagefind import FOLDER, PACKAGE, pagefind_files
from site_builder.producing import Files, Product
from site_builder.rule_anchors import Anchors
from site_builder.rule_pages.places import Special
from site_builder.search import SearchEntry, search_entry, search_index, search_place
from site_builder.search_entries import SearchEntries, encoded
from site_builder.sitemaps import Listed, sitemaps
from site_builder.stated_anchors import StatedAnchors
from site_builder.verify import disproved
from site_builder.writing import SiteWriter

RULES = "rules.json"
"""The compiled rule set beside the pages, for programs: what `charter` and `RuleSet.from_json` load."""


class Aside(msgspec.Struct, frozen=True):
    """What is found while a page is made and other products need."""

    entry: msgspec.Raw
    """A `SearchEntry`."""
    anchors: Anchors


_aside = msgspec.msgpack.Decoder(Aside)


class SiteProducts:
    """The products of one site."""

    def __init__(self, outlined: OutlinedDocs, site: SiteWriter, anchors: StatedAnchors, store: Store) -> None:
        self._outlined = outlined
        self._site = site
        self._anchors = anchors
        self._grounds = Grounds(site)
        self._entries = SearchEntries(store)
        self._keys: dict[str, Digest] = {}

    def pages(self) -> list[Product]:
        """The help pages and redirect stubs."""
        docs = self._outlined.docs
        found: list[Product] = []
        for page, reading in zip(docs.tree.pages, docs.readings, strict=True):
            place = self._site.routes.url(page.path)
            key = self._keys[page.path] = self._grounds.page(page, reading)
            if page.redirect is not None:
                found.append(Product(place, key, functools.partial(self._stub, page, place)))
            else:
                found.append(Product(place, key, functools.partial(self._page, page.path, place)))
        return found + self._stand_ins()

    def rules(self, asides: Mapping[str, bytes]) -> list[Product]:
        """The pages that are written from the rules, one product for each language.

        Args:
            asides: what was found while pages were made, by their place.
        """
        routes = self._site.routes
        paths = ((page.path, asides.get(routes.url(page.path))) for page in self._site.docs.tree.pages)
        self._anchors.gather({path: _aside.decode(aside).anchors for path, aside in paths if aside})
        anchors = self._anchors.all
        return [
            Product(
                places.special(tag, Special.OVERVIEW),
                self._grounds.rules(tag, anchors),
                functools.partial(self._rules, tag),
            )
            for places in (self._site.rule_pages.places,)
            for tag in places.languages
        ]

    def searches(self, asides: Mapping[str, bytes]) -> list[Product]:
        """The index of each language.

        Args:
            asides: what was found while its pages were made, by their place.
        """
        found: list[Product] = []
        if self._site.docs.settings.site.search == "off":
            return found
        for tag, pages in self._by_language().items():
            place = search_place(self._site.routes.starts[tag])
            key = digest("search", *(self._keys[page.path] for page in pages))
            found.append(Product(place, key, functools.partial(self._search, place, pages, asides)))
        return found

    def pagefind(self, folder: Path) -> list[Product]:
        """The index of Pagefind, where it is wanted; after all pages are in their folder."""
        if self._site.docs.settings.site.search != "pagefind":
            return []
        key = digest("pagefind", release(PACKAGE), *sorted(self._keys.values()))
        return [Product(FOLDER, key, lambda: Files(pagefind_files(folder)))]

    def rest(self) -> list[Product]:
        """What is small, or changes with nearly everything."""
        files = {**dict(self._site.rest()), **dict(self._indexes())}
        files[RULES] = self._grounds.stated
        return [
            Product(place, digest("rest", data), functools.partial(Files, {place: data}), kept=False)
            for place, data in files.items()
        ]

    def carried(self, paths: Sequence[str]) -> list[Product]:
        """Pictures and documents of the docs folder."""
        root = self._site.docs.tree.root
        return [
            Product(
                path,
                digest("file", self._site.files.version(path)),
                functools.partial(_copy, f"{root}/{path}", path),
                kept=False,
            )
            for path in paths
        ]

    def _page(self, path: str, place: str) -> Files:
        page, reading = self._outlined.whole(path)
        written = self._site.page(page, reading)
        entry = msgspec.Raw(encoded(search_entry(page, place)))
        keys = self._site.docs.settings.front_matter
        problems = disproved(written.html, page, reading, self._site.docs.grammars[page.language], keys)
        messages = self._site.locales.get(page.language).messages
        mirror = write_markdown(page, messages, functools.partial(self._address, place))
        files = {place: written.html.encode(), place + SUFFIX: mirror.encode()}
        return Files(
            files, written.dead_links, written.files, problems, msgspec.msgpack.encode(Aside(entry, written.anchors))
        )

    def _address(self, place: str, written: str, source: str) -> str | None:
        link = self._site.links.resolve(written, source, place)
        return None if link.kind in (Kind.REFUSED, Kind.MISSING) else link.href

    def _stand_ins(self) -> list[Product]:
        found: list[Product] = []
        for page, original in self._site.routes.stand_ins.values():
            place = self._site.routes.url(page.path)
            key = self._grounds.stand_in(page, original)
            found.append(Product(place, key, functools.partial(self._stand_in, page, original.path, place)))
        return found

    def _stand_in(self, page: Page, path: str, place: str) -> Files:
        written = self._site.stand_in(page, self._outlined.whole(path)[0])
        return Files({place: written.html.encode()}, written.dead_links, written.files)

    def _rules(self, tag: str) -> Files:
        return Files({place: html.encode() for place, html in self._site.rules(tag)})

    def _stub(self, page: Page, place: str) -> Files:
        written = self._site.stub(page)
        return Files({place: written.html.encode()}, written.dead_links, written.files)

    def _search(self, place: str, pages: Sequence[Page], asides: Mapping[str, bytes]) -> Files:
        given = ((page.path, asides.get(self._site.routes.url(page.path))) for page in pages)
        new = {self._keys[path]: bytes(_aside.decode(aside).entry) if aside else b"" for path, aside in given}
        makers = {self._keys[page.path]: functools.partial(self._entry, page) for page in pages}
        return Files({place: search_index(self._entries.all(place, new, makers), place)})

    def _entry(self, page: Page) -> SearchEntry:
        return search_entry(self._outlined.whole(page.path)[0], self._site.routes.url(page.path))

    def _by_language(self) -> dict[str, list[Page]]:
        found: dict[str, list[Page]] = {tag: [] for tag in sorted(self._site.routes.starts)}
        for page in self._site.docs.tree.pages:
            if page.redirect is None:
                found[page.language].append(page)
        return found

    def _indexes(self) -> Iterator[tuple[str, bytes]]:
        site, routes = self._site, self._site.routes
        pages = self._by_language()
        about: dict[str, str] = {}
        for page in (page for listed in pages.values() for page in listed):
            description = page.front_matter.get("description")
            about[routes.url(page.path)] = description if isinstance(description, str) else ""
        url = site.docs.settings.site.url
        yield from llms_files(site.navigations, routes.starts, site.titles, about, site.locales, url)
        if url is not None:
            yield from sitemaps(url, {tag: [self._listed(page) for page in listed] for tag, listed in pages.items()})

    def _listed(self, page: Page) -> Listed:
        versions = self._site.routes.translations(page.key)
        places: Mapping[str, str] = {tag: self._site.routes.url(other.path) for tag, other in versions.items()}
        return Listed(self._site.routes.url(page.path), places)


def _copy(source: str, place: str) -> Files:
    with open(source, "rb") as file:
        return Files({place: file.read()})
