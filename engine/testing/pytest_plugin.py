"""A pytest plugin: every row of a table of examples is a test.

It does nothing until the setting `charter_docs` names the docs folder:

    [tool.pytest.ini_options]
    testpaths = ["tests", "docs"]
    charter_docs = "docs"

`charter_locales` names another locales folder than the one that `charter check` would take. Nothing of Charter is
imported before a page is collected, for the plugin loads in every run of pytest.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from engine.localedata import Locales
    from engine.model.scenarios import Scenario
    from engine.rules import Docs

_DOCS, _LOCALES = "charter_docs", "charter_locales"
_SUFFIXES = (".md", ".mdx")
_READ = pytest.StashKey["Docs"]()
_UNREAD = "E002"


def pytest_addoption(parser: pytest.Parser) -> None:
    """The settings."""
    parser.addini(_DOCS, "docs folder whose tables of examples are tests, from the root of the project", default="")
    parser.addini(_LOCALES, "locales folder, where it is not beside the docs folder", default="")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> PageFile | None:
    """A page of the docs folder."""
    setting = str(parent.config.getini(_DOCS))
    if not setting or file_path.suffix not in _SUFFIXES:
        return None
    docs = parent.config.rootpath / setting
    return PageFile.from_parent(parent, path=file_path) if file_path.is_relative_to(docs) else None


class PageFile(pytest.File):
    """A help page; its tests are its examples."""

    def collect(self) -> Iterable[pytest.Item]:
        """One test for each row, named by its line; a row that cannot be read is a test that fails."""
        docs = _docs(self.config)
        path = self.path.relative_to(docs.tree.root).as_posix()
        for scenario in docs.scenarios:
            if scenario.span.path == path:
                yield ScenarioItem.from_parent(self, name=f"line {scenario.span.line}", scenario=scenario)
        for finding in docs.findings:
            if finding.code == _UNREAD and finding.span.path == path:
                line, text = finding.span.line, finding.arguments["text"]
                yield UnreadItem.from_parent(self, name=f"line {line}", line=line, text=text)


class ScenarioItem(pytest.Item):
    """An example that is held against the rules of all pages."""

    def __init__(self, *, scenario: Scenario, **rest: object) -> None:
        super().__init__(**rest)  # type: ignore[arg-type]
        self.scenario = scenario

    def runtest(self) -> None:
        """Ask for the decision.

        Raises:
            ScenarioError: it is not the one that the page promises.
        """
        from engine.entitlement.explain import explain
        from engine.entitlement.scenarios import answer

        docs = _docs(self.config)
        decision = answer(docs.rules, self.scenario)
        if decision.outcome is not self.scenario.expected:
            reasons = explain(decision, self.scenario.language, docs.locales)
            raise ScenarioError(
                f"{self.scenario.text}\nexpected {self.scenario.expected}, got {decision.outcome}:\n{reasons}"
            )

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: object = None) -> str:
        """The example, the two outcomes and the reasons, without a traceback."""
        if isinstance(excinfo.value, ScenarioError):
            return str(excinfo.value)
        return str(super().repr_failure(excinfo))

    def reportinfo(self) -> tuple[Path, int, str]:
        """The place of the row; pytest counts lines from 0."""
        return self.path, self.scenario.span.line - 1, f"{self.path.name}: {self.name}"


class UnreadItem(pytest.Item):
    """A row or heading of a table of examples that cannot be read."""

    def __init__(self, *, line: int, text: str, **rest: object) -> None:
        super().__init__(**rest)  # type: ignore[arg-type]
        self._line, self._text = line, text

    def runtest(self) -> None:
        """Fail.

        Raises:
            ScenarioError: always.
        """
        raise ScenarioError(f"`{self._text}` cannot be read in a table of examples; see `charter explain {_UNREAD}`")

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: object = None) -> str:
        """What cannot be read."""
        return str(excinfo.value)

    def reportinfo(self) -> tuple[Path, int, str]:
        """The place of the row; pytest counts lines from 0."""
        return self.path, self._line - 1, f"{self.path.name}: {self.name}"


class ScenarioError(AssertionError):
    """A page promises something else than the rules give."""


def _docs(config: pytest.Config) -> Docs:
    """The docs folder, read once in each process.

    Raises:
        CollectError: it cannot be read at all.
    """
    from engine.cache import open_cache
    from engine.findings import CharterError
    from engine.rules import read_docs

    if _READ not in config.stash:
        root = config.rootpath / str(config.getini(_DOCS))
        try:
            config.stash[_READ] = read_docs(root, _locales(config, root), store=open_cache(root))
        except CharterError as error:
            raise PageFile.CollectError(str(error)) from None
    return config.stash[_READ]


def _locales(config: pytest.Config, docs: Path) -> Locales:
    from engine.localedata import load_locales, locales_beside

    named = str(config.getini(_LOCALES))
    return load_locales(config.rootpath / named if named else locales_beside(docs))
