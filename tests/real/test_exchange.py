"""Every text of the real help pages goes to PO and back without one byte lost.

`make test` sends each text of one tree, and of every fourth page of the others, through by itself. `make
exchange` takes every page, and also exports and imports the whole trees as the command does, with all
that aligning them takes.
"""

import os
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from engine.change.exchange.front_texts import front_texts
from engine.change.exchange.passages import Passages
from engine.change.exchange.placeholders import Writer, message, pieces, written_back
from engine.cli.main import charter
from engine.grammar import load_grammar
from engine.localedata import Locales
from engine.pages import markdown
from engine.pages.discovery import page_files
from engine.pages.source import Source, read_source

from .reading import PAGES

TREES = (("2023", "nl"), ("2026", "en"), ("2026-mdx", "en"))
WHOLE = os.environ.get("CHARTER_TESTS") == "exchange"


def sources(tree: str) -> Iterator[Source]:
    root = PAGES / tree
    if not root.is_dir():
        pytest.skip(f"the real help pages are not at {root}")
    files, _ = page_files(root, {"sv": "sv"})
    for file in files[:: 1 if WHOLE or tree == TREES[0][0] else 4]:
        source, _ = read_source(root, file.path)
        if source is not None:
            yield source


@pytest.mark.parametrize("tree", [tree for tree, _ in TREES])
def test_every_text_comes_back_as_it_was(tree: str, locales: Locales) -> None:
    grammar = load_grammar(locales.get("sv"), locales.vocabulary)
    counted: Counter[str] = Counter()
    for source in sources(tree):
        writer = Writer(grammar, source.path, "sv", frozenset(("sv", "en")), markdown.is_mdx(source.path))
        passages = Passages(source)
        for passage in passages.all:
            made = message(pieces(passage.written, writer))
            back = written_back(made.text, (made,), lambda name: None)
            start, end = passages.offsets(passage)
            assert passage.source(back) == source.text[start:end], f"{source.path}:{passage.first}"
            counted["texts"] += 1
            counted["placeholders"] += len(made.locks)
        for text in front_texts(source):
            line = source.lines[text.line - 1]
            assert text.source(text.text) == line[text.start : text.end], f"{source.path}:{text.line}"
            counted["values"] += 1
    assert counted["texts"] > 3_000
    assert counted["placeholders"] > 1_000
    assert counted["values"] > 200


@pytest.mark.skipif(not WHOLE, reason="takes minutes: run `make exchange`")
@pytest.mark.parametrize(("tree", "original"), TREES)
def test_an_export_of_a_whole_tree_comes_back_without_a_change(tree: str, original: str, tmp_path: Path) -> None:
    if not (PAGES / tree).is_dir():
        pytest.skip(f"the real help pages are not at {PAGES}")
    docs, out = shutil.copytree(PAGES / tree, tmp_path / "docs"), tmp_path / "po"
    before = {path: path.read_bytes() for path in docs.rglob("*") if path.is_file()}
    for command in (
        ("export", docs, "--language", "sv", "--from", original, "--out", out),
        ("import", docs, out),
    ):
        result = CliRunner().invoke(charter, ["po", *map(str, command)], catch_exceptions=False, standalone_mode=False)
        assert result.exit_code == 0
    assert "0 texts of 0 pages taken, 0 refused" in result.stdout
    assert {path: path.read_bytes() for path in docs.rglob("*") if path.is_file()} == before
