"""The text of before: from git, else from what was kept when the page was confirmed."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from engine.cache import Store
from engine.change.freshness.kept_texts import KeptTexts
from engine.change.freshness.previous import Earlier
from engine.change.freshness.units import page_units
from engine.localedata import Locales
from engine.rules import Docs, read_docs

from ..history.git import GitDocs

FILES = {"en/a.md": "# Page\n\nThe first text.\n", "sv/a.md": "# Sida\n\nDen första texten.\n"}


def words_of(docs: Docs, kind: str = "paragraph") -> str:
    return next(u.said["en"].signature.words for u in page_units(docs)["a.md"].units if u.kind == kind)


def test_git_has_the_newest_version_that_says_it(tmp_path: Path, locales: Locales) -> None:
    git = GitDocs(tmp_path / "r", "help/docs")
    git.commit("2025-01-01", dict(FILES))
    words = words_of(read_docs(git.docs, locales))
    git.commit("2025-01-02", {"en/a.md": "# Page\n\nMoved.\n\nThe first\ntext.\n"})
    git.commit("2025-01-03", {"en/a.md": "# Page\n\nThe second text.\n"})
    docs = read_docs(git.docs, locales)
    found = Earlier(docs).blocks("en/a.md", (words, words_of(docs), "0000"))
    assert found[words].said.visible == "The first text."
    assert found[words].source.lines[4:6] == ("The first", "text.")
    assert set(found) == {words, words_of(docs)}


def test_without_git_what_was_kept_is_known(
    make_docs: Callable[..., Path], locales: Locales, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    root = make_docs(FILES)
    docs = read_docs(root, locales, store=Store(tmp_path / "cache"))
    words = words_of(docs)
    assert Earlier(docs).blocks("en/a.md", (words,)) == {}
    KeptTexts(docs.store).remember(root, ("en/a.md", "en/none.md"))
    (root / "en" / "a.md").write_text("# Page\n\nThe second text.\n")
    assert Earlier(docs).blocks("en/a.md", (words,))[words].said.visible == "The first text."
    assert Earlier(msgspec.structs.replace(docs, store=None)).blocks("en/a.md", (words,)) == {}


def test_versions_are_kept_once_the_newest_first_and_not_without_end(tmp_path: Path) -> None:
    kept = KeptTexts(Store(tmp_path / "cache"))
    for text in ("one", "two", "one", *map(str, range(30))):
        (tmp_path / "a.md").write_text(text)
        kept.remember(tmp_path, ("a.md",))
        if text == "one":
            assert kept.contents("a.md") in ((b"one",), (b"one", b"two"))
    assert len(kept.contents("a.md")) == 20
    assert kept.contents("a.md")[0] == b"29"
    assert KeptTexts(None).contents("a.md") == ()
