"""What stands around the content of a page: the templates, filled."""

import base64
import hashlib
from collections.abc import Mapping, Sequence

from jinja2 import Environment
from markupsafe import Markup, escape

from engine.findings.codes import N_
from engine.grammar.lists import join_names
from engine.localedata import Locales
from engine.pages.blocks import Page
from engine.rules.settings import SiteSettings
from site_builder.article import Article
from site_builder.banners import Difference
from site_builder.languages import Languages
from site_builder.menu import Menus, place_of
from site_builder.navigation import Navigation
from site_builder.outdated import Newer
from site_builder.routes import CHOOSER, Routes, absolute, relative
from site_builder.rule_pages import RulePages
from site_builder.rule_pages.pages import Written
from site_builder.rule_pages.places import Special
from site_builder.search import search_place
from site_builder.templating import asset

_CARD_LINES = 6
_DEFAULTS = SiteSettings()


class Layout:
    """Writes whole pages of one site."""

    def __init__(
        self,
        templates: Environment,
        locales: Locales,
        routes: Routes,
        navigations: Mapping[str, Navigation],
        rule_pages: RulePages,
        settings: SiteSettings = _DEFAULTS,
    ) -> None:
        self._templates = templates
        self._settings = settings
        self._routes = routes
        self._navigations = navigations
        self._rule_pages = rule_pages
        self._menus = Menus(templates, navigations)
        self._languages = Languages({tag: locales.get(tag) for tag in sorted(routes.starts)}, routes)

    @property
    def titles(self) -> dict[str, str]:
        """What the site is called in each language."""
        return {tag: self._languages.site_title(tag) for tag in self._routes.starts}

    def page(
        self,
        page: Page,
        article: Article,
        differences: Sequence[Difference],
        needs: Sequence[Markup] = (),
        original: Page | None = None,
        newer: Sequence[Newer] = (),
    ) -> str:
        """A help page.

        Args:
            page: the page, with the language of its readers.
            article: its content.
            differences: where it says other than its translations.
            needs: the plans and licences that its topic asks for: each entry must be met.
            original: what is shown in place of a missing translation.
            newer: the languages that have changed parts of it since.
        """
        place = self._routes.url(page.path)
        navigation = self._navigations[page.language]
        before, after = navigation.neighbours(place)
        description = page.front_matter.get("description")
        title, mark, rest = article.html.partition("</h1>")
        shown = original or page
        frame = self._frame(page.language, place, page.key)
        if original is not None:
            source = self._routes.url(original.path)
            frame["canonical"] = absolute(self._settings.url, source) or relative(place, source)
        return self._templates.get_template("page.html").render(
            **frame,
            title=page.title,
            description=description if isinstance(description, str) else "",
            article=article,
            shown=self._languages.locales[shown.language],
            shown_name=self._languages.language_name(shown.language, page.language),
            original=relative(place, self._routes.url(original.path)) if original else None,
            # The banner stands below the title.
            lead=title + mark if mark else "",
            body=rest if mark else article.html,
            needs=needs,
            differences=differences,
            outdated=self._outdated(page.language, place, newer),
            differing=tuple(dict.fromkeys(other.language for d in differences for other in d.others)),
            trail=[place_of(entry, place) for entry in navigation.trail(place)],
            previous=place_of(before, place) if before else None,
            next=place_of(after, place) if after else None,
        )

    def _outdated(self, tag: str, place: str, newer: Sequence[Newer]) -> Markup | None:
        """What a page says of the languages that have changed parts of it since."""
        if not newer:
            return None
        locale = self._languages.locales[tag]
        links = [self._translation(each, place) for each in newer]
        said = locale.messages.get(
            N_("Since they were last compared, rules or numbers have changed in other languages: {languages}.")
        )
        # Joining leaves the escaped links as they are.
        return escape(said).format(languages=Markup(join_names(locale, links)))  # noqa: S704

    def _translation(self, newer: Newer, place: str) -> str:
        locale = self._languages.locales[newer.language]
        href = relative(place, self._routes.url(newer.path))
        link = Markup('<a href="{}" hreflang="{}" lang="{}">{}</a>')
        return str(link.format(href, locale.tag, locale.tag, locale.name))

    def rules(self, written: Written) -> str:
        """A page that is written from the rules."""
        places = self._rule_pages.places
        return self._templates.get_template(written.template).render(
            **self._frame(written.tag, written.place, None, places.there(written.place)),
            title=written.title,
            overview=relative(written.place, places.special(written.tag, Special.OVERVIEW)),
            **written.values,
        )

    def start(self, tag: str) -> str:
        """The first page of a language whose author wrote none: what there is, by group."""
        place = self._routes.starts[tag]
        cards = [place_of(entry, place, _CARD_LINES) for entry in self._navigations[tag].root.children]
        return self._templates.get_template("start.html").render(**self._frame(tag, place, None), cards=cards)

    def moved(self, page: Page, place: str) -> str:
        """What stands where a page once was."""
        return self.redirect(page, relative(place, self._routes.url(page.path)), place)

    def redirect(self, page: Page, target: str | None, place: str = "") -> str:
        """The page of a redirect stub. Without a target it only says that there was a page.

        Args:
            page: the stub, or the page that has moved.
            target: where it leads, as seen from there.
            place: where it stands; where the page stands, unless given.
        """
        place = place or self._routes.url(page.path)
        return self._templates.get_template("redirect.html").render(
            locale=self._languages.locales[page.language],
            root=_root(place),
            canonical="",
            title=page.title,
            target=target,
            start=relative(place, self._routes.starts[page.language]),
        )

    def chooser(self) -> str:
        """The first page of the site: which language?"""
        return self._templates.get_template("chooser.html").render(
            locale=self._languages.default,
            root="",
            canonical=absolute(self._settings.url, CHOOSER),
            languages=self._languages.starts(CHOOSER),
        )

    def not_found(self, tag: str | None = None) -> str:
        """The page that a server shows for any address that leads nowhere; it cannot rely on its own place.

        Args:
            tag: the language to begin with, for servers that have such a page per folder; None for the whole site.
        """
        style = asset("not-found.css").decode()
        links = self._languages.starts(CHOOSER)
        return self._templates.get_template("not-found.html").render(
            locale=self._languages.locales[tag] if tag else self._languages.default,
            own=[link for link in links if tag in (None, link.tag)],
            others=[link for link in links if tag not in (None, link.tag)],
            style=style,
            style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        )

    def _frame(
        self, tag: str, place: str, key: str | None, there: Mapping[str, str] | None = None
    ) -> dict[str, object]:
        readable = there or self._languages.readable(place, key)
        there = there or self._languages.same_page(place, key)
        locale = self._languages.locales[tag]
        return {
            "locale": locale,
            "root": _root(place),
            "canonical": absolute(self._settings.url, place),
            "start": relative(place, self._routes.starts[tag]),
            "pagefind": self._settings.search == "pagefind",
            "search": "" if self._settings.search == "off" else relative(place, search_place(self._routes.starts[tag])),
            "site_title": self._languages.site_title(tag),
            "languages": self._languages.switcher(place, there, readable),
            "alternates": self._languages.alternates(place, there, self._settings.url),
            "navigation": self._menus.of(locale, place),
            "tools": self._rule_pages.tools(tag, place),
        }


def _root(place: str) -> str:
    return "../" * place.count("/")
