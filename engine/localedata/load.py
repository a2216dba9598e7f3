"""Loading a `locales/` folder as a whole."""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from engine.findings import UsageError
from engine.localedata.grammar_file import load_entries
from engine.localedata.languages import normalise_tag
from engine.localedata.locale import Locale
from engine.localedata.messages import load_messages
from engine.localedata.terms import load_terms
from engine.localedata.toml import TomlFile
from engine.localedata.vocabulary import Vocabulary, load_vocabulary

_SETTINGS = {"tag", "name", "direction", "words", "forms"}


class Locales(msgspec.Struct, frozen=True):
    """The vocabulary and every language, by BCP 47 tag."""

    vocabulary: Vocabulary
    languages: Mapping[str, Locale]

    @property
    def folders(self) -> dict[str, str]:
        """Names that a language folder of a docs tree may have -> the tag: `no` and `nb` are both `nb`."""
        tags = {tag: tag for tag in self.languages}
        return tags | {locale.folder: locale.tag for locale in self.languages.values()}

    def get(self, tag: str) -> Locale:
        """A language by tag or folder name.

        Raises:
            UsageError: there is no such language.
        """
        found = self.languages.get(normalise_tag(tag))
        if found is None:
            raise UsageError(f"no locale for language `{tag}`", help=f"use one of: {', '.join(sorted(self.folders))}")
        return found


def load_locales(path: Path, *, incomplete: str | None = None) -> Locales:
    """Load and validate a locales folder.

    Args:
        path: the folder with `vocabulary.toml` and a folder per language; `_template` is skipped.
        incomplete: a language, by tag or folder, that may lack terms: its missing names match nothing.

    Raises:
        UsageError: no such folder.
        LocaleError: broken data, with file and line.
    """
    if not path.is_dir():
        raise UsageError(f"no locales folder `{path}`", help="name it with `--locales`")
    vocabulary = load_vocabulary(path / "vocabulary.toml")
    languages: dict[str, Locale] = {}
    for folder in sorted(p for p in path.iterdir() if p.is_dir() and not p.name.startswith(("_", "."))):
        drafted = incomplete is not None and normalise_tag(incomplete) == normalise_tag(folder.name)
        locale = load_locale(folder, vocabulary, complete=not drafted)
        if locale.tag in languages:
            other = languages[locale.tag].folder
            raise TomlFile(folder / "locale.toml").fail(f"`{locale.tag}` is also the language of `{other}`", "tag")
        languages[locale.tag] = locale
    if not languages:
        raise UsageError(f"`{path}` holds no language", help="copy `_template/` to a folder named by a language tag")
    return Locales(vocabulary, languages)


def load_locale(folder: Path, vocabulary: Vocabulary, *, complete: bool = True) -> Locale:
    """Load one language folder.

    Args:
        folder: the folder.
        vocabulary: the ids that exist.
        complete: False when ids may lack a term.

    Raises:
        LocaleError: broken data, with file and line.
    """
    file = TomlFile(folder / "locale.toml")
    extra = sorted(set(file.data) - _SETTINGS)
    if extra:
        raise file.fail(f"unknown setting `{extra[0]}`", extra[0])
    for setting in ("tag", "name"):
        if not isinstance(file.data.get(setting), str):
            raise file.fail(f"the setting `{setting}` is missing")
    direction = file.data.get("direction", "ltr")
    if direction not in ("ltr", "rtl"):
        raise file.fail("`direction` must be `ltr` or `rtl`", "direction")
    words, form_sets = _lists(file, "words"), _lists(file, "forms")
    for name in ("and", "or"):
        if name not in words:
            raise file.fail(f"the word list `{name}` is missing", "words", help=f"add `{name} = [...]`")
    return Locale(
        folder=folder.name,
        tag=normalise_tag(file.data["tag"]),
        name=file.data["name"],
        direction=direction,
        path=str(folder),
        word_lists=words,
        form_sets=form_sets,
        terms=load_terms(folder / "terms.toml", vocabulary, form_sets, complete=complete),
        entries=load_entries(folder / "grammar.toml"),
        messages=load_messages(folder / "LC_MESSAGES" / "charter.po"),
    )


def _lists(file: TomlFile, table: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, values in file.table(table).items():
        if not isinstance(values, list) or not values or not all(isinstance(value, str) for value in values):
            raise file.fail(f"`{name}` must be a list of texts", table, name)
        found[name] = tuple(values)
    return found
