"""Imports run one way.

model < findings < cache < {localedata, pages} < grammar < alignment < rules < entitlement < contract < checks < change
< gate < report < {cli, testing}, and engine < site_builder. Packages of one rank do not import each other.
"""

import ast
import subprocess
import sys

import pytest

from .sources import imports_in, imports_of, module_paths

RANKS = (
    ("model",),
    ("findings",),
    ("cache",),
    ("localedata", "pages"),
    ("grammar",),
    ("alignment",),
    ("rules",),
    ("entitlement",),
    ("contract",),
    ("checks",),
    ("change",),
    ("gate",),
    ("report",),
    ("cli", "testing"),
)
RANK_OF = {package: rank for rank, packages in enumerate(RANKS) for package in packages}
DECIDING = (
    "case",
    "compile",
    "conditions",
    "decide",
    "holdings",
    "minimal",
    "needs",
    "parts",
    "population",
    "questions",
    "verdict",
    "ways",
    "why",
)
"""The modules of `engine.entitlement` that deciding runs through."""

MODULES = sorted(module_paths())


def rank_of(module: str) -> int:
    """The rank of the package that a module belongs to; site_builder stands above, the public door above its rooms."""
    top, _, rest = module.partition(".")
    if top == "site_builder":
        return len(RANKS) + 1
    return RANK_OF[rest.partition(".")[0]] if rest else len(RANKS)


def package_of(module: str) -> str:
    """`engine.grammar` for `engine.grammar.parse`."""
    return ".".join(module.split(".")[:2]) if module.startswith("engine.") else module.split(".")[0]


def offences(module: str, imported: frozenset[str]) -> list[str]:
    """The imports of a module that do not run downwards."""
    return sorted(
        other for other in imported if package_of(other) != package_of(module) and rank_of(other) >= rank_of(module)
    )


def test_every_module_of_the_engine_stands_in_a_layer() -> None:
    homeless = [module for module in MODULES if module.startswith("engine.") and module.split(".")[1] not in RANK_OF]
    assert homeless == []


def test_layers_name_no_package_twice() -> None:
    assert len(RANK_OF) == sum(len(packages) for packages in RANKS)


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_only_from_layers_below_its_own(module: str) -> None:
    assert offences(module, imports_of(module)) == []


@pytest.mark.parametrize("module", [f"engine.entitlement.{name}" for name in DECIDING])
def test_deciding_imports_only_the_model_and_findings(module: str) -> None:
    allowed = {"engine.model", "engine.findings", "engine.entitlement"}
    assert {package_of(other) for other in imports_of(module)} <= allowed
    assert {other for other in imports_of(module) if package_of(other) == "engine.entitlement"} <= {
        f"engine.entitlement.{name}" for name in DECIDING
    }


def test_importing_the_engine_loads_nothing_that_reads_pages_or_languages() -> None:
    code = "import sys, engine; print(*sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    heavy = {"babel", "markdown_it", "jinja2", "nh3", "rich", "click", "engine.grammar", "engine.localedata"}
    assert "engine.entitlement.decide" in loaded
    assert heavy & set(loaded) == set()


def test_no_module_reaches_itself_through_its_imports() -> None:
    done: set[str] = set()

    def walk(module: str, above: tuple[str, ...]) -> None:
        assert module not in above, f"cycle: {' -> '.join((*above[above.index(module) :], module))}"
        if module not in done:
            for other in sorted(imports_of(module) - {module}):
                walk(other, (*above, module))
            done.add(module)

    for module in MODULES:
        walk(module, ())
    assert done == set(MODULES)


def test_no_room_of_the_engine_goes_through_its_public_door() -> None:
    assert [module for module in MODULES if module.startswith("engine.") and "engine" in imports_of(module)] == []


@pytest.mark.parametrize(
    ("module", "source", "guilty"),
    [
        ("engine.grammar.parse", "from engine.rules import read_docs", ["engine.rules"]),
        ("engine.pages.tree", "def f():\n    from engine.localedata import load", ["engine.localedata.load"]),
        ("engine.cli.main", "import site_builder", ["site_builder"]),
        ("engine.report.text", "from engine.model import rules\nfrom engine.report import data", []),
        ("site_builder.build", "import engine", []),
    ],
)
def test_an_import_that_runs_upwards_is_noticed(module: str, source: str, guilty: list[str]) -> None:
    assert offences(module, frozenset(imports_in(ast.parse(source), frozenset(MODULES)))) == guilty
