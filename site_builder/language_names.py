"""What a language is called in another."""

import functools

from babel import Locale as Cldr
from babel import UnknownLocaleError

from engine.localedata import Locale


@functools.lru_cache(maxsize=1024)
def _display_name(tag: str, readers: str) -> str | None:
    try:
        return Cldr.parse(tag, sep="-").get_display_name(readers.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return None


def language_name(language: Locale, readers: str) -> str:
    """The name of a language in the words of another, as CLDR has it; else the language's name for itself.

    Args:
        language: the language that is named.
        readers: tag of the language of those who read it.
    """
    return _display_name(language.tag, readers) or language.name
