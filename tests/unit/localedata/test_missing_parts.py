"""What is missing from `locales/` is an error that names where it should be."""

import shutil
from pathlib import Path

import pytest

from engine.findings import UsageError
from engine.localedata import load_locales

from .conftest import Broken

FILES = ("locale.toml", "terms.toml", "grammar.toml", "LC_MESSAGES/charter.po")


@pytest.mark.parametrize("name", [*(f"nl/{file}" for file in FILES), "vocabulary.toml"])
def test_a_missing_file_is_an_error_that_names_it(name: str, broken: Broken) -> None:
    (broken.folder / name).unlink()
    error = broken.error()
    assert (error.path, error.line) == (broken.folder / name, 1)
    assert "missing" in error.what
    assert error.help


@pytest.mark.parametrize("name", [*(f"nl/{file}" for file in FILES), "vocabulary.toml"])
def test_a_file_that_is_no_utf_8_is_an_error_that_names_it(name: str, broken: Broken) -> None:
    path = broken.folder / name
    path.write_bytes(path.read_bytes() + b"\n# \xff\xfe\n")
    assert broken.error().path == path


@pytest.mark.parametrize(
    ("setting", "instead", "said", "told"),
    [
        ("tag", "", "the setting `tag` is missing", False),
        ("name", "", "the setting `name` is missing", False),
        ("name", "name = 3", "the setting `name` is missing", False),
        ("direction", 'script = "Latn"', "unknown setting `script`", True),
        ("direction", 'direction = "up"', "`direction` must be `ltr` or `rtl`", True),
        ("direction", "direction = 1", "`direction` must be `ltr` or `rtl`", True),
    ],
)
def test_a_wrong_setting_is_an_error_that_names_it(
    setting: str, instead: str, said: str, told: bool, broken: Broken
) -> None:
    path = broken.folder / "nl/locale.toml"
    lines = broken.lines("nl/locale.toml")
    at = next(i for i, line in enumerate(lines) if line.startswith(f"{setting} ="))
    lines[at] = instead
    path.write_text("\n".join(lines), encoding="utf-8")
    error = broken.error()
    assert error.what == said
    assert (error.path, error.line) == (path, at + 1 if told else 1)


@pytest.mark.parametrize("name", ["and", "or"])
def test_a_missing_list_word_is_an_error_with_the_line_of_the_word_lists(name: str, broken: Broken) -> None:
    header, _ = broken.replace("nl/locale.toml", "words", name, "")
    error = broken.error()
    assert error.what == f"the word list `{name}` is missing"
    assert (error.path, error.line) == (broken.folder / "nl/locale.toml", header)


def test_a_missing_term_is_an_error_with_the_line_of_its_kind_and_the_note_for_translators(broken: Broken) -> None:
    header, _ = broken.replace("nl/terms.toml", "capability", "quotes", "")
    error = broken.error()
    assert error.what == "no term for the capability `quotes`"
    assert (error.path, error.line) == (broken.folder / "nl/terms.toml", header)
    assert "offers to customers" in (error.help or "")


def test_a_new_id_of_the_vocabulary_is_missing_in_a_language_until_it_is_named(broken: Broken) -> None:
    added = 'quotes = { note = "x", sort = "thing" }\nhologram = { note = "a picture in the air", sort = "thing" }'
    broken.replace("vocabulary.toml", "capability", "quotes", added)
    assert broken.error().what == "no term for the capability `hologram`"


def test_a_missing_meaning_is_an_error_that_names_its_table(broken: Broken) -> None:
    start, _ = broken.place("nl/grammar.toml", "need.right", None)
    end, _ = broken.place("nl/grammar.toml", "need.class", None)
    lines = broken.lines("nl/grammar.toml")
    path = broken.folder / "nl/grammar.toml"
    path.write_text("\n".join(lines[:start] + lines[end:]), encoding="utf-8")
    error = broken.error()
    assert error.what == "no patterns for `need.right`"
    assert error.path == path
    assert "[need.right]" in (error.help or "")


@pytest.mark.parametrize(
    ("catalogue", "line"),
    [
        ('msgid ""\nmsgstr ""\nnonsense\n', 3),
        ('msgid ""\nmsgstr ""\n\nmsgid "a\nmsgstr "b"\n', 4),
        ('msgid ""\nmsgstr ""\n\nmsgid "a"\nmsgstr "b\n', 5),
    ],
)
def test_a_malformed_catalogue_is_an_error_with_its_line(catalogue: str, line: int, broken: Broken) -> None:
    path = broken.folder / "nl/LC_MESSAGES/charter.po"
    path.write_text(catalogue, encoding="utf-8")
    error = broken.error()
    assert error.what.startswith("malformed catalogue: ")
    assert (error.path, error.line) == (path, line)


def test_one_language_in_two_folders_is_an_error(broken: Broken) -> None:
    shutil.copytree(broken.folder / "nl", broken.folder / "nld")
    error = broken.error()
    assert error.path == broken.folder / "nld/locale.toml"
    assert error.what == "`nl` is also the language of `nl`"
    assert broken.lines("nld/locale.toml")[error.line - 1].startswith("tag =")


def test_a_folder_without_languages_is_misuse(broken: Broken, tmp_path: Path) -> None:
    for language in ("en", "nl"):
        shutil.rmtree(broken.folder / language)
    with pytest.raises(UsageError, match="holds no language"):
        load_locales(broken.folder)
    with pytest.raises(UsageError, match="no locales folder"):
        load_locales(tmp_path / "nowhere")


def test_template_and_hidden_folders_are_no_languages(broken: Broken) -> None:
    (broken.folder / ".git").mkdir()
    (broken.folder / "_drafts").mkdir()
    assert set(load_locales(broken.folder).languages) == {"en", "nl"}
