"""What stands around the content of a page: the templates, filled."""

import base64
import hashlib
from collections.abc import Mapping, Sequence

from jinja2 import Environment

from engine.localedata import Locales
from engine.pages.blocks import Page
from site_builder.article import Article
from site_builder.banners import Difference
from site_builder.languages import Languages
from site_builder.menu import Menus, place_of
from site_builder.navigation import Navigation
from site_builder.routes import CHOOSER, Routes, relative
from site_builder.templating import asset

_CARD_LINES = 6


class Layout:
    """Writes whole pages of one site."""

    def __init__(
        self, templates: Environment, locales: Locales, routes: Routes, navigations: Mapping[str, Navigation]
    ) -> None:
        self._templates = templates
        self._routes = routes
        self._navigations = navigations
        self._menus = Menus(templates, navigations)
        self._languages = Languages({tag: locales.get(tag) for tag in sorted(routes.starts)}, routes)

    def page(self, page: Page, article: Article, differences: Sequence[Difference]) -> str:
        """A help page."""
        place = self._routes.url(page.path)
        navigation = self._navigations[page.language]
        before, after = navigation.neighbours(place)
        description = page.front_matter.get("description")
        title, mark, rest = article.html.partition("</h1>")
        return self._templates.get_template("page.html").render(
            **self._frame(page.language, place, page.key),
            title=page.title,
            description=description if isinstance(description, str) else "",
            article=article,
            # The banner stands below the title.
            lead=title + mark if mark else "",
            body=rest if mark else article.html,
            differences=differences,
            differing=tuple(dict.fromkeys(other.language for d in differences for other in d.others)),
            trail=[place_of(entry, place) for entry in navigation.trail(place)],
            previous=place_of(before, place) if before else None,
            next=place_of(after, place) if after else None,
        )

    def start(self, tag: str) -> str:
        """The first page of a language whose author wrote none: what there is, by group."""
        place = self._routes.starts[tag]
        cards = [place_of(entry, place, _CARD_LINES) for entry in self._navigations[tag].root.children]
        return self._templates.get_template("start.html").render(**self._frame(tag, place, None), cards=cards)

    def redirect(self, page: Page, target: str | None) -> str:
        """The page of a redirect stub. Without a target it only says that there was a page."""
        place = self._routes.url(page.path)
        return self._templates.get_template("redirect.html").render(
            locale=self._languages.locales[page.language],
            root=_root(place),
            title=page.title,
            target=target,
            start=relative(place, self._routes.starts[page.language]),
        )

    def chooser(self) -> str:
        """The first page of the site: which language?"""
        return self._templates.get_template("chooser.html").render(
            locale=self._languages.default, root="", languages=self._languages.starts(CHOOSER)
        )

    def not_found(self) -> str:
        """The page that a server shows for any address that leads nowhere; it cannot rely on its own place."""
        style = asset("not-found.css").decode()
        return self._templates.get_template("not-found.html").render(
            locale=self._languages.default,
            languages=self._languages.starts(CHOOSER),
            style=style,
            style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        )

    def _frame(self, tag: str, place: str, key: str | None) -> dict[str, object]:
        there = self._languages.same_page(place, key)
        locale = self._languages.locales[tag]
        return {
            "locale": locale,
            "root": _root(place),
            "start": relative(place, self._routes.starts[tag]),
            "site_title": self._languages.site_title(tag),
            "languages": self._languages.switcher(place, there),
            "alternates": self._languages.alternates(place, there),
            "navigation": self._menus.of(locale, place),
        }


def _root(place: str) -> str:
    return "../" * place.count("/")
