"""The names of ids in a language, as answers show them."""

from collections.abc import Iterable

from engine.grammar.lists import join_names
from engine.localedata import Locale
from engine.localedata.vocabulary import HOLDABLE

WISHES = ("capability", "feature")
"""The kinds of what somebody may wish for, beside pages."""


def holdable_name(locale: Locale, id: str) -> str:
    """The name of something to hold; the id itself where it has none."""
    return _name(locale, HOLDABLE, id)


def wish_name(locale: Locale, id: str) -> str:
    """The name of a capability or feature; the id itself for a page, and where there is no name."""
    return _name(locale, WISHES, id)


def holdable_names(locale: Locale, ids: Iterable[str], join: str = "and") -> str:
    """Names of things to hold as a list of the language (CLDR)."""
    return join_names(locale, [holdable_name(locale, id) for id in ids], join)


def _name(locale: Locale, kinds: Iterable[str], id: str) -> str:
    term = next((t for kind in kinds if (t := locale.term(kind, id))), None)
    return next(iter(term.forms.values())) if term else id
