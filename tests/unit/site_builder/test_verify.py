import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.localedata import Locales, Messages
from engine.pages.blocks import Page
from engine.rules import PageReading, read_docs
from site_builder import build_site, verify, writing
from tests.unit.site_builder.conftest import LICENCES_NL, LICENCES_SV, Build, Write


@pytest.fixture
def tampered(build: Build, locales: Locales) -> Callable[[str, str], tuple[verify.Problem, ...]]:
    """Builds, replaces a text in the Swedish page, and reads it back."""
    site = build({"sv/x.md": LICENCES_SV, "nl/x.md": LICENCES_NL})
    docs = read_docs(site.folder.parent / "docs", locales)
    page, reading = next(found for found in zip(docs.tree.pages, docs.readings, strict=True) if found[0].folder == "sv")

    def tamper(old: str, new: str) -> tuple[verify.Problem, ...]:
        text = site.text("sv/x.html")
        assert old in text
        grammar, keys = docs.grammars["sv"], docs.settings.front_matter
        return verify.disproved(text.replace(old, new), page, reading, grammar, keys)

    return tamper


def test_an_untouched_site_holds(tampered: Callable[[str, str], tuple[verify.Problem, ...]]) -> None:
    assert tampered("Licenser", "Licenser") == ()


def test_a_changed_sentence_is_a_rule_lost_and_one_added(
    tampered: Callable[[str, str], tuple[verify.Problem, ...]],
) -> None:
    problems = tampered("säljmodulen", "SuperOffice Service")
    assert {(p.language, p.page, p.lost) for p in problems} == {("sv", "sv/x.md", True), ("sv", "sv/x.md", False)}
    lost = next(problem for problem in problems if problem.lost)
    assert lost.words == "Säljanvändare: Åtkomst till säljmodulen, utöver Standard CRM."
    assert lost.message(Messages()).startswith("sv/x.md: the built page no longer says: Säljanvändare:")


def test_a_changed_heading_changes_the_licences(tampered: Callable[[str, str], tuple[verify.Problem, ...]]) -> None:
    problems = tampered("Systemlicenser<", "Platslicenser<")
    assert "Area Management (Systemlicenser)" in {problem.words for problem in problems}


def test_a_row_that_is_there_and_not_the_authors_is_lost(
    tampered: Callable[[str, str], tuple[verify.Problem, ...]],
) -> None:
    problems = tampered('<td class="licence">', "<td data-charter-generated>")
    assert {problem.lost for problem in problems} == {True}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<tr", "<tr data-charter-generated"),
        ("<table", "<blockquote></table><table"),
        ("<h2", "<h3"),
        ("Åtkomst till", "Ingen åtkomst till"),
        ("Standard CRM", "Service"),
        ("<article ", "<section "),
    ],
)
def test_whatever_changes_a_rule_is_noticed(
    tampered: Callable[[str, str], tuple[verify.Problem, ...]], old: str, new: str
) -> None:
    assert tampered(old, new)


def test_a_page_that_shows_its_source_is_not_read_again_and_any_other_is(
    make_docs: Write, locales: Locales, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    docs_path = make_docs({"sv/x.md": LICENCES_SV, "sv/y.md": "# Y\n\nFör detta krävs en Säljanvändare-licens.\n"})
    build_site(docs_path, tmp_path / "site", locales)
    docs = read_docs(docs_path, locales)
    pages = {page.key: (page, reading) for page, reading in zip(docs.tree.pages, docs.readings, strict=True)}
    read: list[str] = []
    again = verify.from_page

    def noted(page: Page, *arguments: object) -> PageReading:
        read.append(page.key)
        return again(page, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(verify, "from_page", noted)
    source = random.Random(7)
    for key, (page, reading) in pages.items():
        html = (tmp_path / "site/sv" / key.replace(".md", ".html")).read_text("utf-8")
        assert verify.disproved(html, page, reading, docs.grammars["sv"], docs.settings.front_matter) == ()
        assert read == []
        words = [found.span() for found in re.finditer(r"(?<=[>\s])[^\W\d]+(?=[<\s])", html[html.index("<article") :])]
        for begin, end in source.sample(words, min(12, len(words))):
            # One word less, anywhere: the same is told as by reading the whole page.
            begin, end = begin + html.index("<article"), end + html.index("<article")
            less = html[:begin] + html[end:]
            told = verify.disproved(less, page, reading, docs.grammars["sv"], docs.settings.front_matter)
            said = verify.rules_of_built_page(less, page, docs.grammars["sv"], docs.settings.front_matter)
            assert {problem.rule for problem in told} == said ^ {s.rule for s in reading.statements}
        assert set(read) == {key}
        read.clear()


def test_nothing_is_published_when_a_rule_is_lost(
    make_docs: Write, locales: Locales, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    docs, out = make_docs({"sv/x.md": LICENCES_SV}), tmp_path / "site"
    assert build_site(docs, out, locales).published
    before = {p: p.read_bytes() for p in out.rglob("*") if p.is_file()}
    write = writing.SiteWriter.page

    def forgetful(self: writing.SiteWriter, page: Page, reading: PageReading) -> writing.Output:
        written = write(self, page, reading)
        return written._replace(html=written.html.replace("Kundcenter", "något"))

    monkeypatch.setattr(writing.SiteWriter, "page", forgetful)
    report = build_site(docs, out, locales)
    assert not report.published
    assert report.problems
    assert {p: p.read_bytes() for p in out.rglob("*") if p.is_file()} == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["docs", "site"]
