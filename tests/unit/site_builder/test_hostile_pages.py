"""Pages made to exhaust the builder or to reach out of the docs folder."""

import sys

from tests.unit.site_builder.conftest import Build

ROW = "| Area Management | Gör det möjligt att definiera områden under Inställningar och underhåll. |\n"


def test_deep_nesting_is_published(build: Build) -> None:
    deep = "# Deep\n\n" + "> " * 5000 + "x\n\n" + "<div>" * 5000 + "\n\n" + "- " * 5000 + "y\n"
    assert build({"sv/x.md": deep}).report.published


def test_a_long_licence_table_is_linear_work(build: Build) -> None:
    """Work is counted, not timed: the calls of functions that building makes."""

    def work(rows: int) -> int:
        calls = 0

        def count(*_: object) -> None:
            nonlocal calls
            calls += 1

        table = "## Systemlicenser\n\n| Licens | Beskrivning |\n|---|---|\n" + ROW * rows
        sys.setprofile(count)
        try:
            site = build({"sv/x.md": table}, f"site-{rows}")
        finally:
            sys.setprofile(None)
        assert site.report.published
        assert site.article("sv/x.html").count("<tr") == rows + 1
        return calls

    work(1)
    few, many = work(50), work(100)
    assert work(200) - many < 2.5 * (many - few)


def test_nothing_from_outside_the_docs_folder_is_shown(build: Build) -> None:
    text = "# P\n\n[!include[x](../../secret.md)]\n\n![secret](../../secret.png) [s](../../../secret.md)\n"
    site = build({"sv/x.md": text, "../secret.md": "SECRET", "../secret.png": "SECRET"})
    assert not any(b"SECRET" in data for data in site.files.values())
