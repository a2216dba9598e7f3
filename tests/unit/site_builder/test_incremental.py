"""A build that takes over what it can gives the bytes of one that makes everything, and makes no more than it must."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.cache import Store
from engine.localedata import Locales, installed_locales
from site_builder import BuildReport, build_site, writing
from tests.unit.site_builder.conftest import LICENCES_NL, LICENCES_SV, Write

FILES: dict[str, str | bytes] = {
    "sv/index.md": "# Hjälp\n\n[x](x.md) [bild](bild.png) [ny](ny.md)",
    "sv/x.md": LICENCES_SV,
    "sv/a/one.md": "---\ntitle: Ett\ndescription: Om ett\n---\n## Del\n\n[!include[n](../includes/n.md)]\n",
    "sv/a/two.md": "---\ntitle: Två\n---\nText.\n",
    "sv/b/three.md": "---\ntitle: Tre\nredirect_from: /gammal.md\n---\nText om [x](../x.md).\n",
    "sv/includes/n.md": "Inkluderat.\n",
    "nl/index.md": "# Hulp\n",
    "nl/x.md": LICENCES_NL,
    "nl/a/one.md": "---\ntitle: Een\n---\nTekst.\n",
    "nl/old.md": "---\nredirect_url: x.md\n---\n",
    "charter.toml": '[site]\nurl = "https://help.example.com/"\n',
}
Edit = tuple[str, str | None]
"""A file and its new content; None when it is deleted."""
EDITS: dict[str, Edit] = {
    "a text": ("sv/a/two.md", "---\ntitle: Två\n---\nAnnan text.\n"),
    "a title": ("sv/a/two.md", "---\ntitle: Zwei\n---\nText.\n"),
    "a title of the first page": ("sv/index.md", "# Stöd\n\n[x](x.md)"),
    "an include": ("sv/includes/n.md", "Nytt innehåll.\n"),
    "a rule": ("nl/x.md", LICENCES_NL.replace("Sale-module", "Marketing-module")),
    "lines above a rule": ("nl/x.md", "\n\nTekst.\n\n" + LICENCES_NL),
    "a heading above a table": ("sv/x.md", LICENCES_SV.replace("## Systemlicenser", "## Platslicenser")),
    "a new page": ("sv/ny.md", "# Ny\n"),
    "a new page of a language": ("nl/a/two.md", "# Twee\n"),
    "a page deleted": ("sv/b/three.md", None),
    "a list of contents": ("sv/a/toc.yml", "- name: Först\n  href: two.md\n- name: Sedan\n  href: one.md\n"),
    "a picture": ("sv/bild.png", "PNG"),
    "a redirect": ("nl/old.md", "---\nredirect_url: a/one.md\n---\n"),
    "the settings": ("charter.toml", '[site]\nurl = "https://elsewhere.example/"\n'),
    "a template": ("templates/redirect.html", "<!doctype html><title>{{ title }}</title>{{ target }}"),
    "a theme": ("templates/theme.css", ":root { --accent: red; }"),
}


EVERY_PAGE = {f"sv/{name}.md" for name in ("index", "x", "a/one", "a/two", "b/three")} | {
    f"nl/{name}.md" for name in ("index", "x", "a/one")
}


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def edit(docs: Path, change: Edit) -> None:
    path, text = change
    if text is None:
        (docs / path).unlink()
        return
    (docs / path).parent.mkdir(parents=True, exist_ok=True)
    (docs / path).write_text(text, "utf-8")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "cache")


@pytest.fixture
def docs(make_docs: Write) -> Path:
    return make_docs(FILES)


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that are written, as they are."""
    found: list[str] = []
    write = writing.SiteWriter.page

    def noted(self: writing.SiteWriter, page: object, reading: object) -> writing.Output:
        found.append(page.path)  # type: ignore[attr-defined]
        return write(self, page, reading)  # type: ignore[arg-type]

    monkeypatch.setattr(writing.SiteWriter, "page", noted)
    return found


Build = Callable[[], BuildReport]


@pytest.mark.parametrize("name", EDITS)
def test_after_an_edit_every_byte_is_that_of_a_build_from_nothing(
    name: str, docs: Path, locales: Locales, store: Store, tmp_path: Path
) -> None:
    build_site(docs, tmp_path / "site", locales, store=store)
    edit(docs, EDITS[name])
    after = build_site(docs, tmp_path / "site", locales, store=store)
    anew = build_site(docs, tmp_path / "anew", locales)
    assert files(tmp_path / "site") == files(tmp_path / "anew")
    assert (after.dead_links, after.findings) == (anew.dead_links, anew.findings)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a text", {"sv/a/two.md"}),
        ("an include", {"sv/a/one.md"}),
        ("lines above a rule", {"nl/x.md"}),
        # Another capability has a page of its own now, and any page may lead to it.
        ("a rule", EVERY_PAGE),
        # Its neighbours in the navigation, those that see the same lines, and where it stands in for a translation.
        ("a title", {"sv/a/one.md", "sv/a/two.md", "sv/b/three.md", "nl/a/one.md"}),
    ],
)
def test_an_edit_writes_only_what_depends_on_it(
    name: str, expected: set[str], docs: Path, locales: Locales, store: Store, tmp_path: Path, written: list[str]
) -> None:
    build_site(docs, tmp_path / "site", locales, store=store)
    written.clear()
    edit(docs, EDITS[name])
    build_site(docs, tmp_path / "site", locales, store=store)
    assert set(written) == expected


def test_nothing_is_written_where_nothing_changed(
    docs: Path, locales: Locales, store: Store, tmp_path: Path, written: list[str]
) -> None:
    build_site(docs, tmp_path / "site", locales, store=store)
    before = {path: (data, (tmp_path / "site" / path).stat().st_ino) for path, data in files(tmp_path / "site").items()}
    written.clear()
    report = build_site(docs, tmp_path / "site", locales, store=store)
    assert (written, report.written) == ([], 0)
    after = {path: (data, (tmp_path / "site" / path).stat().st_ino) for path, data in files(tmp_path / "site").items()}
    assert {path for path in after if after[path] != before[path]} <= {".charter-site"}


def test_an_empty_folder_is_filled_from_the_cache(
    docs: Path, locales: Locales, store: Store, tmp_path: Path, written: list[str]
) -> None:
    build_site(docs, tmp_path / "site", locales, store=store)
    written.clear()
    build_site(docs, tmp_path / "other", locales, store=store)
    assert written == []
    assert files(tmp_path / "other") == files(tmp_path / "site")


@pytest.mark.parametrize("place", ["sv/x.html", "assets/style.css", "sv/search-index.js", "rules.json"])
def test_a_published_file_that_somebody_changed_is_mended(
    place: str, docs: Path, locales: Locales, store: Store, tmp_path: Path
) -> None:
    build_site(docs, tmp_path / "site", locales, store=store)
    before = files(tmp_path / "site")
    (tmp_path / "site" / place).write_text("tampered")
    build_site(docs, tmp_path / "site", locales, store=store)
    assert files(tmp_path / "site") == before


def test_a_link_in_the_old_site_is_not_taken_over(docs: Path, locales: Locales, store: Store, tmp_path: Path) -> None:
    build_site(docs, tmp_path / "site", locales, store=store)
    before = files(tmp_path / "site")
    (tmp_path / "secret").write_text("SECRET")
    (tmp_path / "site/sv/x.html").unlink()
    (tmp_path / "site/sv/x.html").symlink_to(tmp_path / "secret")
    build_site(docs, tmp_path / "site", locales, store=store)
    assert files(tmp_path / "site") == before
    assert (tmp_path / "secret").read_text() == "SECRET"


def test_where_files_cannot_be_shared_they_are_written(
    docs: Path, locales: Locales, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_site(docs, tmp_path / "site", locales, store=store)
    before = files(tmp_path / "site")

    def refuse(*_: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(os, "link", refuse)
    build_site(docs, tmp_path / "site", locales, store=store)
    assert files(tmp_path / "site") == before


def test_a_lost_cache_costs_time_and_nothing_else(docs: Path, locales: Locales, store: Store, tmp_path: Path) -> None:
    build_site(docs, tmp_path / "site", locales, store=store)
    before = files(tmp_path / "site")
    shutil.rmtree(tmp_path / "cache")
    build_site(docs, tmp_path / "site", locales, store=store)
    assert files(tmp_path / "site") == before


def test_another_hash_seed_changes_no_key(docs: Path, tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from engine.cache import Store; "
        "from engine.localedata import load_locales; from site_builder import build_site; "
        "docs, out, cache, locales = map(Path, sys.argv[1:]); "
        "print(build_site(docs, out, load_locales(locales), store=Store(cache)).written)"
    )
    arguments = [str(docs), str(tmp_path / "site"), str(tmp_path / "cache"), str(installed_locales())]

    def built(seed: str) -> int:
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", code, *arguments]
        return int(subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout)

    assert built("1") > 0
    assert built("2") == 0
