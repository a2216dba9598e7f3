"""Rule sets that are read once for all tests of this folder."""

import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from engine.localedata import Locales
from engine.model.rulesets import RuleSet
from engine.rules import read_docs

from ...conftest import ROOT

HELP_PAGES = ROOT.parent / "shared" / "help-pages"


@pytest.fixture(scope="session")
def docs_rules(locales: Locales) -> RuleSet:
    """What the project's own pages state."""
    return read_docs(ROOT / "docs", locales).rules


@pytest.fixture(scope="session")
def licence_pages(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """A docs folder with copies of the licence pages of a year, and of what they include."""

    @cache
    def copy(year: str) -> Path:
        if not HELP_PAGES.is_dir():
            pytest.skip(f"the real help pages are not at {HELP_PAGES}")
        docs = tmp_path_factory.mktemp(year)
        for language in ("en", "nl", "sv"):
            for part in ("admin/license", "includes", "admin/includes"):
                source = HELP_PAGES / year / language / part
                if source.is_dir():
                    shutil.copytree(source, docs / language / part)
        return docs

    return copy


@pytest.fixture(scope="session")
def real_rules(licence_pages: Callable[[str], Path], locales: Locales) -> Callable[[str], RuleSet]:
    """What the licence pages of a year state."""

    @cache
    def read(year: str) -> RuleSet:
        return read_docs(licence_pages(year), locales).rules

    return read
