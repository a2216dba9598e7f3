"""Adding a language is adding data: it changes no line of code and no byte of what the other languages give."""

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from engine.cli.main import charter
from engine.grammar import load_grammar, parse, render
from engine.localedata import load_locales
from engine.model.rules import Grants
from tests.property.strategies import LANGUAGES, SUBJECT, read_cell
from tests.property.test_render_is_injective import every_single_rule

from .mirror import TAG, add_language, add_pages, mirrored
from .sources import ROOT

WITH_PAGES = ("en", "de", "sv")
OTHERS = frozenset({"da", "nl", "no"})
"""The folders of further languages: what holds for three, holds for six."""
SAMPLE = list(every_single_rule())[::7]
"""Every seventh rule of a row that the vocabulary allows."""


class Project:
    """Locales and docs, in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.locales, self.docs = folder / "locales", folder / "docs"

    def run(self, *arguments: str) -> str:
        """What a command prints."""
        result = CliRunner().invoke(
            charter, [*arguments, "--locales", str(self.locales)], standalone_mode=False, catch_exceptions=False
        )
        assert result.return_value == 0, result.output
        return result.output

    def build(self) -> dict[str, bytes]:
        """The files of the built site."""
        out = self.folder / "site"
        self.run("build", str(self.docs), "--out", str(out))
        return {
            path.relative_to(out).as_posix(): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()
        }


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The project as it is, with the pages of three languages."""
    project = Project(tmp_path_factory.mktemp("before"))
    shutil.copytree(ROOT / "locales", project.locales)
    shutil.copytree(ROOT / "docs", project.docs, ignore=lambda _, names: OTHERS.intersection(names))
    project.run("lock", str(project.docs))
    return project


@pytest.fixture(scope="module")
def after(before: Project, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The same, with a language more: its locale and its pages."""
    project = Project(tmp_path_factory.mktemp("after"))
    shutil.copytree(before.locales, project.locales)
    shutil.copytree(before.docs, project.docs)
    add_language(project.locales)
    add_pages(project.docs)
    return project


@pytest.fixture(scope="module")
def site_before(before: Project) -> dict[str, bytes]:
    """The site as it is."""
    return before.build()


@pytest.fixture(scope="module")
def site_after(after: Project) -> dict[str, bytes]:
    """The site with the language more."""
    return after.build()


def main_part(page: bytes) -> str:
    """What a page itself says, without the header in which one switches the language."""
    found = re.search(r"<main\b.*</main>", page.decode(), re.DOTALL)
    assert found is not None
    return found[0]


def test_the_language_is_an_invented_one() -> None:
    assert mirrored("Access to the Sale module") == "sseccA ot eht elaS eludom"
    assert TAG not in LANGUAGES


def test_only_data_is_added(before: Project, after: Project) -> None:
    def files(project: Project) -> set[Path]:
        return {path.relative_to(project.folder) for path in project.folder.rglob("*") if path.is_file()}

    added = {path for path in files(after) - files(before) if path.parts[0] in {"docs", "locales"}}
    assert {path.suffix for path in added} == {".toml", ".po", ".md"}
    assert {path.parts[1] for path in added} == {TAG}


def test_its_sentences_are_written_and_read(after: Project) -> None:
    locales = load_locales(after.locales)
    grammar = load_grammar(locales.get(TAG), locales.vocabulary)
    for rule in SAMPLE:
        assert read_cell(grammar, render(grammar, [rule], "cell")) == [{rule}]
    for rules in zip(SAMPLE, SAMPLE[5:], SAMPLE[9:], strict=False):
        assert read_cell(grammar, render(grammar, rules, "cell")) == [set(rules)]
    listed = [Grants(SUBJECT, id, None, ("audience", "web")) for id in ("quotes", "sale-module", "standard-crm")]
    assert render(grammar, listed, "cell").count(" dna ") == 1
    assert read_cell(grammar, render(grammar, listed, "cell")) == [set(listed)]
    (reading,) = parse(grammar, "sseccA ot dradnatS MRC, eht elaS eludom dna setouq.", "cell", SUBJECT)
    assert {rule.capability for rule in reading.rules} == {"standard-crm", "sale-module", "quotes"}
    assert parse(grammar, "Access to Standard CRM.", "cell", SUBJECT) == ()


def test_its_pages_alone_give_the_rules_that_every_language_gives(before: Project, after: Project) -> None:
    alone = after.run("rules", str(after.docs), "--language", TAG, "--hash")
    assert alone == after.run("rules", str(after.docs), "--hash") == before.run("rules", str(before.docs), "--hash")


def test_its_pages_have_no_error(after: Project) -> None:
    assert "0 errors" in after.run("check", str(after.docs), "--ignore", "L")


def test_its_pages_are_new_to_the_lock_and_change_no_rule_of_it(after: Project) -> None:
    before = (after.docs / "rules.lock.json").read_text(encoding="utf-8").splitlines()
    after.run("lock", str(after.docs))
    now = (after.docs / "rules.lock.json").read_text(encoding="utf-8").splitlines()
    changed = [new for old, new in zip(before, now, strict=True) if old != new]
    assert changed
    assert all(TAG in line and '"kind"' not in line for line in changed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sentences_of_the_other_languages_stay_as_they_are(language: str, before: Project, after: Project) -> None:
    written = []
    for project in (before, after):
        locales = load_locales(project.locales)
        grammar = load_grammar(locales.get(language), locales.vocabulary)
        written.append([render(grammar, [rule], "cell") for rule in SAMPLE])
    assert written[0] == written[1]


@pytest.mark.parametrize("arguments", [("rules", "--format", "json"), ("rules", "--format", "table")])
def test_the_rules_are_printed_as_they_were(arguments: tuple[str, ...], before: Project, after: Project) -> None:
    command, *options = arguments
    printed = [project.run(command, str(project.docs), *options) for project in (before, after)]
    assert printed[0] == printed[1]
    assert "sale-module" in printed[0]


@pytest.mark.parametrize("language", WITH_PAGES)
def test_each_language_is_checked_as_it_was(language: str, before: Project, after: Project) -> None:
    options = ("--language", language, "--format", "json")
    assert before.run("check", str(before.docs), *options) == after.run("check", str(after.docs), *options)


def test_a_language_without_pages_changes_no_byte_of_the_site(
    before: Project, site_before: dict[str, bytes], tmp_path: Path
) -> None:
    project = Project(tmp_path)
    shutil.copytree(before.locales, project.locales)
    shutil.copytree(before.docs, project.docs)
    add_language(project.locales)
    assert project.build() == site_before


def test_a_language_with_pages_changes_only_where_one_switches_the_language(
    site_before: dict[str, bytes], site_after: dict[str, bytes]
) -> None:
    site = site_after
    own = {path for path in site if path.startswith(f"{TAG}/")}
    assert len(own) == sum(path.startswith("en/") for path in site)
    assert set(site) - own == set(site_before)
    pages = [path for path in site_before if path.endswith(".html") and "/" in path]
    assert len(pages) > 30
    for path in pages:
        assert main_part(site[path]) == main_part(site_before[path]), path
    # What stands above the languages (`llms.txt`, `rules.json`) holds all of them.
    for path in sorted(path for path in site_before if not path.endswith((".html", ".xml")) and "/" in path):
        assert site[path] == site_before[path], path


def test_its_own_pages_are_written_in_it_and_in_its_direction(site_after: dict[str, bytes]) -> None:
    page = site_after[f"{TAG}/admin/license/learn/index.html"].decode()
    assert f'<html lang="{TAG}" dir="rtl">' in page
    assert "sseccA ot dradnatS MRC" in page
    assert "Access to Standard CRM" not in page
