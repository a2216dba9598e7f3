"""Mending pages, and showing what would be mended."""

from collections.abc import Callable
from pathlib import Path

import pytest

from engine.cli.fix import fix_pages
from engine.localedata import Locales, Messages

PAGES = {"sv/x.md": "40 %\n85%\n", "nl/y.md": "| a | b |\n|---|---|\n| c | d", "en/z.md": "# Z\n"}


@pytest.fixture
def docs(make_docs: Callable[..., Path]) -> Path:
    return make_docs(PAGES)


def texts(docs: Path) -> dict[str, str]:
    return {name: (docs / name).read_bytes().decode() for name in PAGES}


def test_fixes_are_written_and_told(docs: Path, locales: Locales, capsys: pytest.CaptureFixture[str]) -> None:
    assert fix_pages(docs, locales, Messages(), languages=None, preview=False) == 2
    mended = {"sv/x.md": "40 %\n85\u00a0%\n", "nl/y.md": f"{PAGES['nl/y.md']} |", "en/z.md": "# Z\n"}
    assert texts(docs) == mended
    output = capsys.readouterr()
    assert output.out == ""
    assert output.err.splitlines() == [
        "nl/y.md:3:8: Y003 unclosed-row: ` |` added",
        "sv/x.md:2:3: Y001 percent-spacing: `\u00a0` added",
        "places mended: 2, in files: 2",
    ]


def test_the_preview_is_a_unified_diff_and_writes_nothing(
    docs: Path, locales: Locales, capsys: pytest.CaptureFixture[str]
) -> None:
    assert fix_pages(docs, locales, Messages(), languages=None, preview=True) == 2
    assert texts(docs) == PAGES
    output = capsys.readouterr()
    assert output.err == "places to mend: 2, in files: 2\n"
    assert output.out == (
        "--- a/nl/y.md\n+++ b/nl/y.md\n@@ -1,3 +1,3 @@\n | a | b |\n |---|---|\n-| c | d\n"
        "\\ No newline at end of file\n+| c | d |\n\\ No newline at end of file\n"
        "--- a/sv/x.md\n+++ b/sv/x.md\n@@ -1,2 +1,2 @@\n 40 %\n-85%\n+85\u00a0%\n"
    )


def test_only_the_languages_asked_for_are_mended(docs: Path, locales: Locales) -> None:
    assert fix_pages(docs, locales, Messages(), languages=["nl"], preview=False) == 1
    assert texts(docs)["sv/x.md"] == PAGES["sv/x.md"]
