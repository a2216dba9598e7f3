"""Outlines say what whole pages say, and whole pages are there when they are asked for."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec
import pytest

from engine.cache import Store
from engine.localedata import Locales
from engine.pages import workers
from engine.pages.blocks import Heading
from engine.rules import read_docs
from engine.rules.outlines import read_outlines
from tests.unit.rules.test_file_cache import FILES, was_read

Make = Callable[[Mapping[str, str | bytes]], Path]
__all__ = ["was_read"]
PAGES = sorted(path for path in FILES if "includes" not in path)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "cache")


def test_rules_findings_and_titles_are_those_of_the_whole_pages(
    make_docs: Make, locales: Locales, store: Store
) -> None:
    docs = make_docs(FILES)
    whole = read_docs(docs, locales, html=True)
    for _ in range(2):
        outlined = read_outlines(docs, locales, store).docs
        assert outlined.rules == whole.rules
        assert outlined.findings == whole.findings
        assert [(p.path, p.title, p.redirect) for p in outlined.tree.pages] == [
            (p.path, p.title, p.redirect) for p in whole.tree.pages
        ]
        assert all(isinstance(block, Heading) and not block.html for p in outlined.tree.pages for block in p.blocks)


def test_a_whole_page_is_what_reading_gives(make_docs: Make, locales: Locales, store: Store) -> None:
    docs = make_docs(FILES)
    whole = read_docs(docs, locales, html=True)
    outlined = read_outlines(docs, locales, store)
    for page, reading in zip(whole.tree.pages, whole.readings, strict=True):
        assert outlined.whole(page.path) == (page, reading)


def test_only_what_changed_or_includes_it_is_read_again(
    make_docs: Make, locales: Locales, store: Store, was_read: list[str]
) -> None:
    docs = make_docs(FILES)
    read_outlines(docs, locales, store)
    assert sorted(was_read) == PAGES
    was_read.clear()
    read_outlines(docs, locales, store)
    assert [path for path in was_read if path != "en/broken.md"] == []
    was_read.clear()
    (docs / "en/includes/b.md").write_text("Other words.\n")
    found = read_outlines(docs, locales, store)
    assert [path for path in was_read if path != "en/broken.md"] == ["en/x.md"]
    assert "Other words." in found.whole("en/x.md")[0].blocks[-1].html


def test_a_lost_cache_entry_is_read_again(make_docs: Make, locales: Locales, store: Store, tmp_path: Path) -> None:
    docs = make_docs(FILES)
    outlined = read_outlines(docs, locales, store)
    expected = outlined.whole("en/y.md")
    shutil.rmtree(tmp_path / "cache")
    assert outlined.whole("en/y.md") == expected


def test_equal_identities_are_equal_pages(make_docs: Make, locales: Locales, store: Store) -> None:
    docs = make_docs(FILES)
    before = read_outlines(docs, locales, store).docs.identities
    assert read_outlines(docs, locales, store).docs.identities == before
    (docs / "en/includes/a.md").write_text("Something else.\n")
    after = read_outlines(docs, locales, store).docs.identities
    assert {path for path in after if after[path] != before[path]} == {"en/x.md"}
    assert msgspec.json.encode(dict(after)) != msgspec.json.encode(dict(before))


def test_pages_of_other_languages_are_not_read_again_for_a_new_one(
    make_docs: Make, locales: Locales, store: Store, was_read: list[str]
) -> None:
    docs = make_docs({"en/a.md": "# A\n", "sv/a.md": "# A\n"})
    read_outlines(docs, locales, store)
    was_read.clear()
    (docs / "de").mkdir()
    (docs / "de/a.md").write_text("# A\n")
    read_outlines(docs, locales, store)
    assert was_read == ["de/a.md"]


def test_processes_that_are_not_forked_keep_whole_pages(
    make_docs: Make, locales: Locales, store: Store, was_read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    docs = make_docs({f"en/{n}.md": FILES["en/y.md"] for n in range(50)})
    monkeypatch.setattr(workers, "_PARALLEL_FROM", 1)
    monkeypatch.setattr(workers, "forks", lambda: False)
    outlined = read_outlines(docs, locales, store)
    assert outlined.whole("en/7.md") == read_outlines(docs, locales, store).whole("en/7.md")
    assert was_read == []
