"""The names of ids and the sentences behind rules, as readers of one language see them."""

import functools
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import NamedTuple, TypeAlias

from babel import UnknownLocaleError
from babel.numbers import format_decimal
from markupsafe import Markup, escape

from engine.findings.codes import N_
from engine.grammar.lists import join_names
from engine.localedata import Locale, Locales
from engine.localedata.vocabulary import HOLDABLE
from engine.model.rules import AnyRule
from engine.model.spans import Span
from engine.model.statements import Statement
from engine.rules import Docs
from site_builder.language_names import language_name
from site_builder.routes import Routes, relative
from site_builder.rule_pages.places import PAGE, RulePlaces

AnchorOf: TypeAlias = Callable[[str, Span], str | None]
"""Path of a page's file, and where in it something is stated -> its anchor."""
_CAPABILITIES = ("capability", "feature")


class Quote(NamedTuple):
    """A sentence of a page that states a rule."""

    text: str
    href: str
    """The page, at the paragraph or row where the sentence stands."""
    source: str
    """File and line."""
    tag: str
    direction: str
    language: str
    """The name of the language for itself; empty where it is the reader's."""


class Sentences:
    """The statements of a rule set by rule, each with its place on the site."""

    def __init__(self, docs: Docs, routes: Routes, locales: Locales, anchor_of: AnchorOf) -> None:
        """
        Args:
            docs: the docs folder. Of its pages only the outlines are used.
            routes: where they are found.
            locales: the languages.
            anchor_of: where on its page a quote leads to.
        """
        self._anchor_of = anchor_of
        self._routes = routes
        self._locales = locales
        self._by_rule: dict[AnyRule, list[Statement]] = {}
        for statement in docs.rules.statements:
            self._by_rule.setdefault(statement.rule, []).append(statement)
        self._paths = {(page.language, page.key): page.path for page in docs.tree.pages}

    def quotes(self, rules: Iterable[AnyRule], tag: str, place: str, *, among: Collection[str] = ()) -> list[Quote]:
        """The sentences that state rules: in the reader's language where it has them, else in another.

        Args:
            rules: the rules.
            tag: the reader's language.
            place: where on the site the quotes will stand.
            among: languages of which one is to be quoted where the reader's is not among them; empty for any.
        """
        found: dict[tuple[str, str], Quote] = {}
        for rule in rules:
            stated = [s for s in self._by_rule.get(rule, ()) if not among or s.language in among]
            own = [s for s in stated if s.language == tag] or stated[:1]
            for statement in own:
                quote = self._quote(statement, tag, place)
                found.setdefault((quote.source, quote.text), quote)
        return list(found.values())

    def _quote(self, statement: Statement, tag: str, place: str) -> Quote:
        locale = self._locales.get(statement.language)
        path = self._paths[statement.language, statement.page]
        anchor = self._anchor_of(path, statement.span)
        href = relative(place, self._routes.url(path)) + (f"#{anchor}" if anchor else "")
        source = f"{statement.span.path}:{statement.span.line}"
        foreign = "" if statement.language == tag else locale.name
        # A row of a table is read as its cells.
        text = statement.text.replace(" | ", " · ")
        return Quote(text, href, source, locale.tag, locale.direction, foreign)


class Words:
    """Names and links for the readers of one language."""

    def __init__(self, locale: Locale, places: RulePlaces, locales: Locales) -> None:
        self.locale = locale
        self._locales = locales
        self._places = places
        self.name = functools.cache(self._name)
        self.kind_of = functools.cache(self._kind_of)
        self._named = {(term.kind, term.id) for term in locale.terms}

    def say(self, message: str, **values: object) -> str:
        """An interface sentence."""
        return self.locale.messages.format(message, **values) if values else self.locale.messages.get(message)

    def say_with(self, message: str, **values: str) -> Markup:
        """An interface sentence with links or marks in it."""
        return Markup(self.locale.messages.get(message)).format(**values)  # noqa: S704 (of a catalogue)

    def language_name(self, tag: str) -> str:
        """The name of a language in the words of this one."""
        return language_name(self._locales.get(tag), self.locale.tag)

    def number(self, value: int) -> str:
        """A number as CLDR writes it."""
        try:
            return format_decimal(value, locale=self.locale.tag.replace("-", "_"))
        except (UnknownLocaleError, ValueError):
            return str(value)

    def bound(self, value: int | None) -> str:
        """What a plan bounds something to."""
        return self.say(N_("unlimited")) if value is None else self.number(value)

    def _kind_of(self, id: str) -> str:
        """The kind of what somebody can hold."""
        return next((kind for kind in HOLDABLE if self.locale.term(kind, id)), HOLDABLE[0])

    def _name(self, id: str) -> str:
        """The name of a licence, plan, right, class, capability, feature or page."""
        if id.startswith(PAGE):
            page = self._places.page(self.locale.tag, id)
            return page.title if page else id.removeprefix(PAGE)
        return next((self.locale.name_of(kind, id) for kind in (*HOLDABLE, *_CAPABILITIES) if self._has(kind, id)), id)

    def capability(self, id: str) -> str:
        """The name of a capability, whose id may also be that of a licence."""
        kind = next((kind for kind in _CAPABILITIES if self._has(kind, id)), None)
        return self.locale.name_of(kind, id) if kind else self.name(id)

    def title(self, name: str) -> str:
        """A name at the beginning of a line."""
        return name[:1].upper() + name[1:]

    def mark(self, kind: str, id: str) -> str:
        """A scope, edition or lifecycle, as a mark of one licence."""
        term = self.locale.term(kind, id)
        return (term and term.forms.get("noun")) or self.locale.name_of(kind, id)

    def holdable_link(self, id: str, place: str) -> Markup:
        """A link to the page of something to hold."""
        return _link(self.name(id), self._places.holdable(self.locale.tag, id), place)

    def capability_link(self, id: str, place: str, *, begins: bool = False) -> Markup:
        """A link to the page of a capability.

        Args:
            id: the capability.
            place: where the link will stand.
            begins: whether it begins a line.
        """
        name = self.capability(id)
        return _link(self.title(name) if begins else name, self._places.capability(self.locale.tag, id), place)

    def joined(self, parts: Sequence[str], join: str = "and") -> Markup:
        """A list as CLDR writes it."""
        return Markup(join_names(self.locale, [str(escape(part)) for part in parts], join))  # noqa: S704 (escaped)

    def holdables(self, ids: Iterable[str], place: str, join: str = "and") -> Markup:
        """Links to things to hold, as a list."""
        return self.joined([self.holdable_link(id, place) for id in ids], join)

    def _has(self, kind: str, id: str) -> bool:
        return (kind, id) in self._named


def _link(name: str, target: str | None, place: str) -> Markup:
    if target is None or target == place:
        return escape(name)
    return Markup('<a href="{}">{}</a>').format(relative(place, target), name)
