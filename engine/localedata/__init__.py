"""Loads `locales/`: the vocabulary that every language names, and each language's words, patterns and messages."""

from engine.localedata.kept import load_kept_locales
from engine.localedata.languages import normalise_tag
from engine.localedata.load import Locales, load_locales
from engine.localedata.locale import Entry, Locale, Sourced, Term
from engine.localedata.messages import Messages
from engine.localedata.places import installed_locales, locales_beside
from engine.localedata.vocabulary import Id, Vocabulary

__all__ = [
    "Entry",
    "Id",
    "Locale",
    "Locales",
    "Messages",
    "Sourced",
    "Term",
    "Vocabulary",
    "installed_locales",
    "load_kept_locales",
    "load_locales",
    "locales_beside",
    "normalise_tag",
]
