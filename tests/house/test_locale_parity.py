"""Every language has the same files, ids, patterns and interface sentences."""

import ast
import re
import tomllib

import pytest

from engine.grammar.meanings import BY_ID
from engine.localedata import load_locales

from .catalogues import FOLDERS, LOCALES, Message, catalogue, extracted, placeholders
from .sources import module_paths, tree_of

each_folder = pytest.mark.parametrize("folder", FOLDERS)
translated_folders = pytest.mark.parametrize("folder", [folder for folder in FOLDERS if folder != "en"])


def toml(folder: str, name: str) -> dict[str, dict[str, object]]:
    """A locale file."""
    return tomllib.loads((LOCALES / folder / name).read_text(encoding="utf-8"))


def tables(folder: str) -> set[str]:
    """The pattern tables of a language: `cell.grants`."""
    return {f"{form}.{name}" for form, names in toml(folder, "grammar.toml").items() for name in names}


def forms_of(message: Message) -> tuple[str, ...]:
    """A message with its plural, where it has one."""
    return (message,) if isinstance(message, str) else tuple(message)


def show(messages: set[Message]) -> list[str]:
    """Messages with the place that they come from."""
    return sorted(f"{extracted().get(message, 'nowhere')}: {message}" for message in messages)


def test_all_languages_of_the_project_are_there() -> None:
    assert set(FOLDERS) == {"da", "de", "en", "nl", "no", "sv"}
    assert set(load_locales(LOCALES).folders) >= set(FOLDERS)


@each_folder
def test_a_language_has_the_same_files_as_english(folder: str) -> None:
    def files(name: str) -> set[str]:
        return {str(path.relative_to(LOCALES / name)) for path in (LOCALES / name).rglob("*") if path.is_file()}

    assert files(folder) == files("en") == {"locale.toml", "grammar.toml", "terms.toml", "LC_MESSAGES/charter.po"}


def test_the_template_holds_every_file_that_a_language_writes_by_hand() -> None:
    assert {path.name for path in (LOCALES / "_template").iterdir()} == {"locale.toml", "grammar.toml", "README.md"}
    assert "terms.toml" in (LOCALES / "_template" / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", [*FOLDERS, "_template"])
def test_a_language_has_patterns_for_exactly_the_meanings_that_there_are(folder: str) -> None:
    assert tables(folder) == set(BY_ID)


@each_folder
def test_a_language_names_exactly_the_ids_of_the_vocabulary(folder: str) -> None:
    vocabulary = tomllib.loads((LOCALES / "vocabulary.toml").read_text(encoding="utf-8"))
    assert {kind: set(ids) for kind, ids in toml(folder, "terms.toml").items()} == {
        kind: set(ids) for kind, ids in vocabulary.items()
    }


@pytest.mark.parametrize("folder", [*FOLDERS, "_template"])
def test_a_language_has_the_word_lists_that_reading_uses(folder: str) -> None:
    assert set(toml(folder, "locale.toml")["words"]) == set(toml("en", "locale.toml")["words"])


def test_the_source_tree_has_interface_sentences() -> None:
    assert len(extracted()) > 40
    assert "allowed" in extracted()


@each_folder
def test_a_catalogue_holds_exactly_the_sentences_of_the_source_tree(folder: str) -> None:
    held = {
        message.id if isinstance(message.id, str) else tuple(message.id) for message in catalogue(folder) if message.id
    }
    assert show(set(extracted()) - held) == [], "missing: run `make messages`"
    assert show(held - set(extracted())) == [], "left over: run `make messages`"


@each_folder
def test_a_catalogue_holds_nothing_obsolete_or_doubtful(folder: str) -> None:
    assert list(catalogue(folder).obsolete) == []
    assert [message.id for message in catalogue(folder) if message.fuzzy and message.id] == []


@translated_folders
def test_every_sentence_is_translated(folder: str) -> None:
    held = {message.id: message.string for message in catalogue(folder) if isinstance(message.id, str)}
    assert show({id for id in extracted() if isinstance(id, str) and not held.get(id)}) == []
    plural = {tuple(m.id): m.string for m in catalogue(folder) if isinstance(m.id, (list, tuple))}
    assert show({id for id in extracted() if isinstance(id, tuple) and not all(plural.get(id, ("",)))}) == []


@each_folder
def test_a_translation_has_the_placeholders_of_its_sentence(folder: str) -> None:
    for message in catalogue(folder):
        strings = (message.string,) if isinstance(message.string, str) else tuple(message.string)
        wanted = [placeholders(form) for form in forms_of(message.id)] if message.id else []
        for string in strings:
            assert not (message.id and string) or placeholders(string) in wanted, f"{message.id!r} -> {string!r}"


@translated_folders
def test_a_translation_keeps_the_manner_of_its_sentence(folder: str) -> None:
    for message in catalogue(folder):
        if isinstance(message.id, str) and message.id and message.string:
            assert isinstance(message.string, str)
            assert message.string == message.string.strip()
            assert message.string.endswith((".", "!", "?")) == message.id.endswith((".", "!", "?")), message.string
            assert message.string.endswith(":") == message.id.endswith(":"), message.string


@each_folder
def test_a_catalogue_names_its_language(folder: str) -> None:
    text = (LOCALES / folder / "LC_MESSAGES" / "charter.po").read_text(encoding="utf-8")
    found = re.search(r'^"Language: ([\w-]+)\\n"$', text, re.MULTILINE)
    assert found is not None
    assert found[1].replace("_", "-") == toml(folder, "locale.toml")["tag"]


def test_every_marked_sentence_is_extracted() -> None:
    """What stands inside an f-string is marked and yet not seen by the extractor."""
    marked = {
        call.args[0].value
        for module in module_paths()
        for call in ast.walk(tree_of(module))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "N_"
        if call.args and isinstance(call.args[0], ast.Constant)
    }
    assert marked - set(extracted()) == set()
    assert len(marked) > 100
