"""Links between the languages of a site."""

from collections.abc import Mapping
from typing import NamedTuple

from engine.findings.codes import N_
from engine.localedata import Locale
from site_builder.language_names import language_name
from site_builder.routes import CHOOSER, Routes, absolute, relative


class LanguageLink(NamedTuple):
    """A line of the language switcher."""

    tag: str
    name: str
    direction: str
    href: str
    translated: bool
    """Whether the page is there in this language, and not only what stands in for it."""
    title: str = ""
    not_found: str = ""


class Alternate(NamedTuple):
    """The same page in another language."""

    tag: str
    href: str


class Languages:
    """The languages of one site."""

    def __init__(self, locales: Mapping[str, Locale], routes: Routes) -> None:
        self.locales = locales
        self.default = locales.get("en") or next(iter(locales.values()))
        """The language of pages that belong to none: the one of the templates, or the first."""
        self._routes = routes
        self._titles = {tag: self._site_title(locale) for tag, locale in locales.items()}

    def site_title(self, tag: str) -> str:
        """What the site is called in a language."""
        return self._titles[tag]

    def same_page(self, place: str, key: str | None) -> dict[str, str]:
        """Language -> where it has the page; for a start page, where each language begins.

        Args:
            place: where the page is.
            key: its path below its language folder; None for a start page that no author wrote.
        """
        if key is None or place in self._routes.starts.values():
            return self._routes.starts
        return {tag: self._routes.url(page.path) for tag, page in self._routes.translations(key).items()}

    def readable(self, place: str, key: str | None) -> dict[str, str]:
        """As `same_page`, with the pages that stand in for translations."""
        if key is None or place in self._routes.starts.values():
            return self._routes.starts
        return self._routes.readable(key)

    def language_name(self, tag: str, readers: str) -> str:
        """The name of a language in the words of another."""
        return language_name(self.locales[tag], readers)

    def switcher(
        self, place: str, there: Mapping[str, str], readable: Mapping[str, str] | None = None
    ) -> list[LanguageLink]:
        """A link to every language, sorted by name: to the page, else to what stands in for it or to the first page.

        Args:
            place: where the links will stand.
            there: language -> where it has the page.
            readable: the same, with what stands in for a translation.
        """
        shown = {**self._routes.starts, **(readable or {}), **there}
        links = [
            LanguageLink(
                tag,
                locale.name,
                locale.direction,
                relative(place, shown[tag]),
                tag in there,
                self._titles[tag],
                locale.messages.get(N_("There is no such page. Go to:")),
            )
            for tag, locale in self.locales.items()
        ]
        return sorted(links, key=lambda link: link.name.casefold())

    def starts(self, place: str) -> list[LanguageLink]:
        """A link to where each language begins."""
        return self.switcher(place, self._routes.starts)

    def alternates(self, place: str, there: Mapping[str, str], site: str | None = None) -> list[Alternate]:
        """The page in every language that has it, and the one for readers of any other language.

        The same for each of these pages, so that each names the others and itself.

        Args:
            place: where the page is.
            there: language -> where it has the page.
            site: the address of the site; addresses are relative without it.
        """
        default = CHOOSER if there is self._routes.starts else there.get(self.default.tag, min(there.values()))
        places = [*sorted(there.items()), ("x-default", default)]
        return [Alternate(tag, absolute(site, target) or relative(place, target)) for tag, target in places]

    def _site_title(self, locale: Locale) -> str:
        """The title of the language's own first page, or the plain word."""
        start = self._routes.starts[locale.tag]
        page = self._routes.find(f"{start.removesuffix('.html')}.md")
        return page.title if page and page.redirect is None else locale.messages.get(N_("Help"))
