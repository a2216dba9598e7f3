"""What stands around the content of a page: the templates, filled."""

import base64
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from engine.findings.codes import N_
from engine.localedata import Locale, Locales
from engine.pages.blocks import Page
from site_builder.banners import Difference
from site_builder.content_from_pages import Article
from site_builder.navigation import Entry, Navigation
from site_builder.routes import ASSETS, CHOOSER, Routes, relative

_HERE = Path(__file__).resolve().parent
_CARD_LINES = 6
ASSET_FILES = ("icon.svg", "style.css")
"""Files of `assets/` that every site carries."""


class Place(NamedTuple):
    """A link with its title."""

    title: str
    href: str | None
    children: tuple["Place", ...] = ()


class LanguageLink(NamedTuple):
    """A line of the language switcher."""

    tag: str
    name: str
    direction: str
    href: str
    same_page: bool
    title: str = ""
    not_found: str = ""


class Alternate(NamedTuple):
    """The same page in another language."""

    tag: str
    href: str


def environment() -> Environment:
    """The templates. Interface words come from the catalogue of the `locale` that a template is given."""
    found = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.install_gettext_callables(_gettext, _ngettext, newstyle=True)  # type: ignore[attr-defined]
    return found


@pass_context
def _gettext(context: Context, message: str) -> str:
    return str(context["locale"].messages.get(message))


@pass_context
def _ngettext(context: Context, singular: str, plural: str, number: int) -> str:
    return str(context["locale"].messages.get(singular if number == 1 else plural))


def asset(name: str) -> bytes:
    """A file of `assets/`."""
    return (_HERE / ASSETS / name).read_bytes()


class Layout:
    """Writes whole pages of one site."""

    def __init__(
        self,
        templates: Environment,
        locales: Locales,
        routes: Routes,
        navigations: Mapping[str, Navigation],
    ) -> None:
        self._templates = templates
        self._routes = routes
        self._navigations = navigations
        self._locales = {tag: locales.get(tag) for tag in sorted(routes.starts)}
        self._titles = {tag: self._site_title(locale) for tag, locale in self._locales.items()}
        self._menus: dict[tuple[int, str], str] = {}

    def page(self, page: Page, article: Article, differences: Sequence[Difference]) -> str:
        """A help page."""
        place = self._routes.url(page.path)
        navigation = self._navigations[page.language]
        before, after = navigation.neighbours(place)
        description = page.front_matter.get("description")
        # The banner stands below the title.
        title, mark, rest = article.html.partition("</h1>") if differences else ("", "", article.html)
        return self._templates.get_template("page.html").render(
            **self._frame(page.language, place, page.key),
            title=page.title,
            description=description if isinstance(description, str) else "",
            article=article,
            lead=title + mark if mark else "",
            body=rest if mark or not differences else article.html,
            differences=differences,
            differing=tuple(dict.fromkeys(other.language for d in differences for other in d.others)),
            trail=[_place(entry, place) for entry in navigation.trail(place)],
            previous=_place(before, place) if before else None,
            next=_place(after, place) if after else None,
        )

    def start(self, tag: str) -> str:
        """The first page of a language whose author wrote none: what there is, by group."""
        place = self._routes.starts[tag]
        cards = [
            _place(entry, place)._replace(children=tuple(_place(c, place) for c in entry.children[:_CARD_LINES]))
            for entry in self._navigations[tag].root.children
        ]
        return self._templates.get_template("start.html").render(**self._frame(tag, place, None), cards=cards)

    def redirect(self, page: Page, target: str | None) -> str:
        """The page of a redirect stub. Without a target it only says that there was a page."""
        place = self._routes.url(page.path)
        return self._templates.get_template("redirect.html").render(
            locale=self._locales[page.language],
            root=_root(place),
            title=page.title,
            target=target,
            start=relative(place, self._routes.starts[page.language]),
        )

    def chooser(self) -> str:
        """The first page of the site: which language?"""
        return self._templates.get_template("chooser.html").render(
            locale=self._default, root="", languages=self._starts(CHOOSER)
        )

    def not_found(self) -> str:
        """The page that a server shows for any address that leads nowhere; it cannot rely on its own place."""
        style = asset("not-found.css").decode()
        return self._templates.get_template("not-found.html").render(
            locale=self._default,
            languages=self._starts(CHOOSER),
            style=style,
            style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        )

    @property
    def _default(self) -> Locale:
        """The language of pages that have none: the one whose words the templates are written in, or the first."""
        return self._locales.get("en") or next(iter(self._locales.values()))

    def _frame(self, tag: str, place: str, key: str | None) -> dict[str, object]:
        translations = self._routes.translations(key) if key is not None else {}
        there = {other: self._routes.url(page.path) for other, page in translations.items()}
        if key is None or place in self._routes.starts.values():
            there = self._routes.starts
        switcher = [
            LanguageLink(
                locale.tag,
                locale.name,
                locale.direction,
                relative(place, there.get(locale.tag, self._routes.starts[locale.tag])),
                locale.tag in there,
            )
            for locale in self._locales.values()
        ]
        alternates = [Alternate(other, relative(place, url)) for other, url in sorted(there.items())]
        default = CHOOSER if there is self._routes.starts else there.get(self._default.tag, place)
        return {
            "locale": self._locales[tag],
            "root": _root(place),
            "start": relative(place, self._routes.starts[tag]),
            "site_title": self._titles[tag],
            "languages": sorted(switcher, key=lambda link: link.name.casefold()),
            "alternates": [*alternates, Alternate("x-default", relative(place, default))],
            "navigation": Markup(self._menu(tag, place)),  # noqa: S704 (made by a template)
        }

    def _menu(self, tag: str, place: str) -> str:
        """The navigation as seen from a page: the groups around it open, itself marked.

        Pages of one folder and group share it but for the mark.
        """
        navigation = self._navigations[tag]
        entry = navigation.entry(place)
        around: Entry = navigation.root
        if entry is not None:
            around = entry if entry.children or entry.parent is None else entry.parent
        key = (id(around), place.rpartition("/")[0])
        menu = self._menus.get(key)
        if menu is None:
            menu = self._menus[key] = self._templates.get_template("navigation.html").render(
                locale=self._locales[tag],
                entries=navigation.root.children,
                open=frozenset(_upwards(around)),
                href_of=lambda shown: _href(shown, place),
            )
        if entry is None:
            return menu
        link = f'class="leaf" href="{Markup.escape(relative(place, place))}"'
        return menu.replace(link, f'{link} aria-current="page"', 1)

    def _starts(self, place: str) -> list[LanguageLink]:
        links = [
            LanguageLink(
                tag,
                locale.name,
                locale.direction,
                relative(place, self._routes.starts[tag]),
                True,
                self._titles[tag],
                locale.messages.get(N_("There is no such page. Go to:")),
            )
            for tag, locale in self._locales.items()
        ]
        return sorted(links, key=lambda link: link.name.casefold())

    def _site_title(self, locale: Locale) -> str:
        """The title of the language's own first page, or the plain word."""
        start = self._routes.starts[locale.tag]
        page = self._routes.find(f"{start.removesuffix('.html')}.md")
        return page.title if page and page.redirect is None else locale.messages.get(N_("Help"))


def _upwards(entry: Entry | None) -> Iterable[Entry]:
    while entry is not None:
        yield entry
        entry = entry.parent


def _root(place: str) -> str:
    return "../" * place.count("/")


def _href(entry: Entry, place: str) -> str:
    target = entry.target
    return relative(place, target) if target is not None else ""


def _place(entry: Entry, place: str) -> Place:
    return Place(entry.title, _href(entry, place))
