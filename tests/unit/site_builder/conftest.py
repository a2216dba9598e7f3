"""A docs folder in `tmp_path`, built into a site beside it."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from engine.localedata import Locales
from site_builder import BuildReport, build_site

Write = Callable[[Mapping[str, str | bytes]], Path]
"""The fixture `make_docs`."""

LICENCES_SV = """# Licenser

## Systemlicenser

| Licens | Beskrivning |
|---|---|
| Area Management | Gör det möjligt att definiera områden under Inställningar och underhåll. |
| Customer Centre | Ger tillgång till **Kundcenter**. |

## Användarlicenser (Windows – äldre)

| Licens | Beskrivning |
|---|---|
| Säljanvändare | Åtkomst till säljmodulen, i tillägg till Standard CRM.
"""
LICENCES_NL = """# Licenties

## Systeemlicenties

| Licentie | Beschrijving |
|---|---|
| Area Management | Hiermee kunt u gebieden definiëren in Instellingen en onderhoud. |
| Customer Centre | Maakt gebruik van het Customer Centre mogelijk. |

## Gebruikerslicenties (Windows - verouderd)

| Licentie | Beschrijving |
|---|---|
| Verkoopgebruiker | Toegang tot de Sale-module, in aanvulling op Standard CRM. |
"""


class Site:
    """A built site."""

    def __init__(self, folder: Path, report: BuildReport) -> None:
        self.folder = folder
        self.report = report

    def text(self, place: str) -> str:
        return (self.folder / place).read_text("utf-8")

    def article(self, place: str) -> str:
        found = re.search(r"<article .*?>(.*)</article>", self.text(place), re.DOTALL)
        assert found is not None
        return found[1]

    @property
    def files(self) -> dict[str, bytes]:
        return {str(p.relative_to(self.folder)): p.read_bytes() for p in self.folder.rglob("*") if p.is_file()}


Build = Callable[..., Site]


@pytest.fixture
def build(make_docs: Write, locales: Locales, tmp_path: Path) -> Build:
    """Writes files and builds them into `tmp_path / "site"`."""

    def build_files(files: Mapping[str, str | bytes], out: str = "site") -> Site:
        report = build_site(make_docs(files), tmp_path / out, locales)
        return Site(tmp_path / out, report)

    return build_files
