"""Every module is small, says what it is, and has a name that can be guessed."""

import ast
import io
import re
import statistics
import tokenize
from pathlib import Path

import pytest

from engine.checks import run

from .sources import PACKAGES, ROOT, module_paths, tree_of

MODULES = sorted(module_paths())
NO_NAMES = {"utils", "util", "helpers", "helper", "misc", "common", "manager", "managers", "base", "stuff"}
MOST_LINES = 400
MEDIAN_LINES = 80
P90_LINES = 250
ATTIC = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")

LINES = {module: len(path.read_text(encoding="utf-8").splitlines()) for module, path in module_paths().items()}


def test_no_module_is_longer_than_a_reader_can_hold() -> None:
    assert {module: lines for module, lines in LINES.items() if lines > MOST_LINES} == {}


def test_half_of_the_modules_fit_on_two_screens() -> None:
    assert statistics.median(LINES.values()) <= MEDIAN_LINES


def test_nine_tenths_of_the_modules_are_of_moderate_size() -> None:
    assert statistics.quantiles(LINES.values(), n=10)[-1] <= P90_LINES


@pytest.mark.parametrize("module", MODULES)
def test_a_module_begins_by_saying_what_it_is(module: str) -> None:
    docstring = ast.get_docstring(tree_of(module)) or ""
    first = docstring.partition("\n\n")[0].strip()
    assert first, "no docstring"
    assert first[-1] in ".:", first


@pytest.mark.parametrize("module", MODULES)
def test_a_module_is_named_for_what_it_holds(module: str) -> None:
    assert not NO_NAMES & set(re.split(r"[._]", module))


def all_texts() -> list[str]:
    """Every source, template and locale file, by its path in the project."""
    folders = [ROOT / name for name in (*PACKAGES, "locales")]
    suffixes = {".py", ".html", ".css", ".js", ".toml", ".po", ".xml"}
    return sorted(
        str(path.relative_to(ROOT)) for folder in folders for path in folder.rglob("*") if path.suffix in suffixes
    )


@pytest.mark.parametrize("path", all_texts())
def test_nothing_is_left_for_later(path: str) -> None:
    assert ATTIC.findall((ROOT / path).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("module", MODULES)
def test_no_code_is_kept_as_a_comment(module: str) -> None:
    source = module_paths()[module].read_text(encoding="utf-8")
    comments = [t.string for t in tokenize.generate_tokens(io.StringIO(source).readline) if t.type == tokenize.COMMENT]
    code = re.compile(r"#\s*((from \w[\w.]* )?import \w|def \w+\(|class \w+[(:]|return\b.*[()\[\]]|\w+ = \w+\()")
    assert [comment for comment in comments if code.match(comment)] == []


def test_the_table_of_checks_is_the_folders_of_checks() -> None:
    for family in run.FAMILIES:
        folder = Path(str(family.__file__)).parent
        modules = [check.__module__ for check in family.CHECKS]
        assert modules == sorted(f"{family.__name__}.{path.stem}" for path in folder.glob("[!_]*.py"))
    folders = {path.parent.name for path in (ROOT / "engine" / "checks").glob("*/__init__.py")}
    assert folders == {family.__name__.rpartition(".")[2] for family in run.FAMILIES}
    assert all(check.__name__ == "check" for check in run.CHECKS)
