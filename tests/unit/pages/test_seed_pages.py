"""The law of exact places over the real seed pages, where they are at hand."""

from pathlib import Path

import pytest

from engine.pages import read_tree
from engine.pages.source import Source, read_source

from .walking import check_maps

_SEEDS = Path(__file__).parents[4] / "shared" / "help-pages" / "seeds"


@pytest.mark.skipif(not _SEEDS.is_dir(), reason="the real help pages are not beside this checkout")
def test_every_piece_stands_where_it_says() -> None:
    tree = read_tree(_SEEDS, {"sv": "sv", "nl": "nl"})
    assert [page.key for page in tree.pages] == ["admin/license/learn/index.md"] * 2
    assert {finding.code for finding in tree.findings} == {"F006"}
    sources: dict[str, Source] = {}
    for page in tree.pages:
        source, _ = read_source(_SEEDS, page.path)
        assert source is not None
        sources[page.path] = source
        assert check_maps(page.blocks, sources) > 50
