"""Interface sentences: gettext catalogues, read by Babel."""

import functools
import gettext
import re
from collections.abc import Callable
from pathlib import Path

import msgspec

from engine.findings import LocaleError

_LINE = re.compile(r'\s*(#.*|((msgctxt|msgid|msgid_plural|msgstr(\[\d+\])?)\s+)?"([^"\\]|\\.)*"\s*)?')
"""A line of a PO file. Babel itself reads a text without its closing quotation mark as another text."""


_ENGLISH = "(n != 1)"
"""The rule for plural forms of English, as gettext writes it."""


class Messages(msgspec.Struct, frozen=True, dict=True):
    """The catalogue of a language. A message without translation is shown in English, the source language."""

    translations: dict[str, str] = {}
    """Source message -> translation; empty where there is none."""
    plurals: dict[tuple[str, str], tuple[str, ...]] = {}
    """Singular and plural -> the forms of the language."""
    plural_form: str = _ENGLISH
    """Which form a number takes: an expression of gettext's. Not its function, which processes cannot be given."""

    @functools.cached_property
    def _form(self) -> Callable[[int], int]:
        return gettext.c2py(self.plural_form)

    def get(self, message: str) -> str:
        """The translation of a source message."""
        return self.translations.get(message) or message

    def format(self, message: str, **values: object) -> str:
        """The translation of a message with its `{placeholders}` filled."""
        return self.get(message).format_map({name: str(value) for name, value in values.items()})

    def ngettext(self, singular: str, plural: str, number: int, **values: object) -> str:
        """The translation that a number takes, with `{count}` and other placeholders filled."""
        forms = self.plurals.get((singular, plural), ())
        form = self._form(number)
        message = forms[form] if form < len(forms) and forms[form] else (singular, plural)[number != 1]
        return message.format_map({"count": str(number)} | {name: str(value) for name, value in values.items()})

    @property
    def untranslated(self) -> tuple[str, ...]:
        """Messages of the catalogue that have no translation."""
        return tuple(sorted(key for key, value in self.translations.items() if not value))

    @property
    def all(self) -> dict[str, str]:
        """Source message -> translation."""
        return dict(self.translations)


def load_messages(path: Path) -> Messages:
    """Read a PO file.

    Raises:
        LocaleError: the file is missing or malformed, with its line.
    """
    # Loaded where it is needed: most runs do without.
    from babel.messages.pofile import PoFileError, read_po

    try:
        for number, line in enumerate(path.read_text(encoding="utf-8-sig").split("\n"), 1):
            if not _LINE.fullmatch(line):
                raise LocaleError("malformed catalogue: neither a comment nor a quoted text", path=path, line=number)
        with path.open("rb") as file:
            catalog = read_po(file, abort_invalid=True)
    except FileNotFoundError:
        raise LocaleError("the catalogue is missing", path=path, help="run `make messages`") from None
    except PoFileError as error:
        raise LocaleError(f"malformed catalogue: {error}", path=path, line=getattr(error, "lineno", 1) + 1) from None
    except UnicodeDecodeError as error:
        raise LocaleError(f"not UTF-8: {error}", path=path) from None
    translations: dict[str, str] = {}
    plurals: dict[tuple[str, str], tuple[str, ...]] = {}
    for message in catalog:
        if message.fuzzy or not message.id:
            continue
        if isinstance(message.id, str) and isinstance(message.string, str):
            translations[message.id] = message.string
        elif not isinstance(message.id, str) and isinstance(message.string, list | tuple):
            plurals[message.id[0], message.id[1]] = tuple(message.string)
    return Messages(translations, plurals, str(catalog.plural_expr))
