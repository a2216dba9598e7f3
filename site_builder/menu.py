"""The navigation as a page shows it."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from jinja2 import Environment
from markupsafe import Markup

from engine.localedata import Locale
from site_builder.navigation import Entry, Navigation
from site_builder.routes import relative


class Place(NamedTuple):
    """A link with its title."""

    title: str
    href: str | None
    children: tuple["Place", ...] = ()
    language: str = ""
    """Of the title, where it is not the page's."""


class Menus:
    """The navigation of each language, written once for all pages that see it alike."""

    def __init__(self, templates: Environment, navigations: Mapping[str, Navigation]) -> None:
        self._template = templates.get_template("navigation.html")
        self._navigations = navigations
        self._written: dict[tuple[int, str], str] = {}

    def of(self, locale: Locale, place: str) -> Markup:
        """The navigation as seen from a page: the groups around it open, itself marked.

        Pages of one folder and group share it but for the mark.
        """
        navigation = self._navigations[locale.tag]
        entry = navigation.entry(place)
        around = navigation.root
        if entry is not None:
            around = entry if entry.children or entry.parent is None else entry.parent
        key = (id(around), place.rpartition("/")[0])
        menu = self._written.get(key)
        if menu is None:
            menu = self._written[key] = self._template.render(
                locale=locale,
                entries=navigation.root.children,
                open=frozenset(_upwards(around)),
                href_of=lambda shown: _href(shown, place),
            )
        if entry is not None:
            link = f'class="leaf" href="{Markup.escape(relative(place, place))}"'
            menu = menu.replace(link, f'{link} aria-current="page"', 1)
        return Markup(menu)  # noqa: S704 (made by a template)


def place_of(entry: Entry, seen_from: str, children: int = 0) -> Place:
    """An entry as a link.

    Args:
        entry: the entry.
        seen_from: the place that has the link.
        children: how many entries below it to add.
    """
    below = tuple(place_of(child, seen_from) for child in entry.children[:children])
    return Place(entry.title, _href(entry, seen_from), below, entry.language)


def _upwards(entry: Entry | None) -> Iterator[Entry]:
    while entry is not None:
        yield entry
        entry = entry.parent


def _href(entry: Entry, place: str) -> str:
    target = entry.target
    return relative(place, target) if target is not None else ""
