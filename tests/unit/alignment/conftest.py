"""Pages of several languages, read from text."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from engine.alignment import AlignablePage
from engine.grammar import Grammar, load_grammar
from engine.localedata import Locales
from engine.pages import read_page

ReadPages = Callable[[Mapping[str, str]], list[AlignablePage]]


@pytest.fixture(scope="session")
def grammars(locales: Locales) -> dict[str, Grammar]:
    """Three languages, compiled once."""
    return {tag: load_grammar(locales.languages[tag], locales.vocabulary) for tag in ("en", "nl", "sv")}


@pytest.fixture(scope="session")
def read_pages(grammars: dict[str, Grammar], tmp_path_factory: pytest.TempPathFactory) -> ReadPages:
    """Reads one page in the languages of a mapping from tag to text, in its order."""
    root: Path = tmp_path_factory.mktemp("pages")

    def read(texts: Mapping[str, str]) -> list[AlignablePage]:
        found: list[AlignablePage] = []
        for tag, text in texts.items():
            path = root / tag / "x.md"
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
            page, _, _ = read_page(root, f"{tag}/x.md", tag, tag)
            assert page is not None
            found.append(AlignablePage(page, grammars[tag]))
        return found

    return read
