"""What a language is called in another."""

from babel import Locale as Cldr
from babel import UnknownLocaleError

from engine.localedata import Locale


def language_name(language: Locale, readers: str) -> str:
    """The name of a language in the words of another, as CLDR has it; else the language's name for itself.

    Args:
        language: the language that is named.
        readers: tag of the language of those who read it.
    """
    try:
        name = Cldr.parse(language.tag, sep="-").get_display_name(readers.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        name = None
    return name or language.name
