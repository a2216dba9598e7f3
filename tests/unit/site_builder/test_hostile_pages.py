"""Pages made to exhaust the builder or to reach out of the docs folder."""

import time

from tests.unit.site_builder.conftest import Build

ROW = "| Area Management | Gör det möjligt att definiera områden under Inställningar och underhåll. |\n"


def test_deep_nesting_is_published(build: Build) -> None:
    deep = "# Deep\n\n" + "> " * 5000 + "x\n\n" + "<div>" * 5000 + "\n\n" + "- " * 5000 + "y\n"
    assert build({"sv/x.md": deep}).report.published


def test_a_long_licence_table_takes_linear_time(build: Build) -> None:
    started = time.perf_counter()
    table = "## Systemlicenser\n\n| Licens | Beskrivning |\n|---|---|\n" + ROW * 3000
    site = build({"sv/x.md": table})
    assert site.report.published
    assert site.article("sv/x.html").count("<tr ") == 3001
    assert time.perf_counter() - started < 30


def test_nothing_from_outside_the_docs_folder_is_shown(build: Build) -> None:
    text = "# P\n\n[!include[x](../../secret.md)]\n\n![secret](../../secret.png) [s](../../../secret.md)\n"
    site = build({"sv/x.md": text, "../secret.md": "SECRET", "../secret.png": "SECRET"})
    assert not any(b"SECRET" in data for data in site.files.values())
