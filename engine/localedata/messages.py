"""Interface sentences: gettext catalogues, read by Babel."""

import gettext
import re
from collections.abc import Callable
from pathlib import Path

from babel.messages.pofile import PoFileError, read_po

from engine.findings import LocaleError

_LINE = re.compile(r'\s*(#.*|((msgctxt|msgid|msgid_plural|msgstr(\[\d+\])?)\s+)?"([^"\\]|\\.)*"\s*)?')
"""A line of a PO file. Babel itself reads a text without its closing quotation mark as another text."""


def _english_form(number: int) -> int:
    return int(number != 1)


class _PluralForm:
    """A catalogue's rule for plural forms, which processes can be given: gettext's own function cannot be pickled."""

    def __init__(self, expression: str) -> None:
        self._expression = expression
        self._form = gettext.c2py(expression)

    def __call__(self, number: int) -> int:
        return int(self._form(number))

    def __reduce__(self) -> tuple[type["_PluralForm"], tuple[str]]:
        return (_PluralForm, (self._expression,))


class Messages:
    """The catalogue of a language. A message without translation is shown in English, the source language."""

    def __init__(
        self,
        translations: dict[str, str] | None = None,
        plurals: dict[tuple[str, str], tuple[str, ...]] | None = None,
        plural_form: Callable[[int], int] = _english_form,
    ) -> None:
        self._translations = translations or {}
        self._plurals = plurals or {}
        self._plural_form = plural_form

    def get(self, message: str) -> str:
        """The translation of a source message."""
        return self._translations.get(message) or message

    def format(self, message: str, **values: object) -> str:
        """The translation of a message with its `{placeholders}` filled."""
        return self.get(message).format_map({name: str(value) for name, value in values.items()})

    def ngettext(self, singular: str, plural: str, number: int, **values: object) -> str:
        """The translation that a number takes, with `{count}` and other placeholders filled."""
        forms = self._plurals.get((singular, plural), ())
        form = self._plural_form(number)
        message = forms[form] if form < len(forms) and forms[form] else (singular, plural)[_english_form(number)]
        return message.format_map({"count": str(number)} | {name: str(value) for name, value in values.items()})

    @property
    def untranslated(self) -> tuple[str, ...]:
        """Messages of the catalogue that have no translation."""
        return tuple(sorted(key for key, value in self._translations.items() if not value))

    @property
    def all(self) -> dict[str, str]:
        """Source message -> translation."""
        return dict(self._translations)


def load_messages(path: Path) -> Messages:
    """Read a PO file.

    Raises:
        LocaleError: the file is missing or malformed, with its line.
    """
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
    return Messages(translations, plurals, _PluralForm(catalog.plural_expr))
