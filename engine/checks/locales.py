"""The languages of the docs that are checked, as `locales/` describes them."""

from engine.localedata import Locale
from engine.rules import Docs


def locales_of(docs: Docs) -> dict[str, Locale]:
    """Tag -> locale, of every language that has a page."""
    return {tag: docs.locales.get(tag) for tag in docs.rules.languages}
