"""The wheel carries the languages, and works in an empty environment outside of the repository."""

import importlib.metadata
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the source tree as `pip` and `build` build it."""
    folder = tmp_path_factory.mktemp("dist")
    return Path(next(WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])))


@pytest.fixture(scope="module")
def names(wheel: Path) -> set[str]:
    """The files in the wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


class Installed:
    """An environment that holds the wheel, the dependencies that it declares, and nothing else."""

    def __init__(self, folder: Path) -> None:
        self.bin = folder / ("Scripts" if os.name == "nt" else "bin")
        self.outside = folder.parent / "elsewhere"
        self.outside.mkdir()

    def run(self, *command: str) -> str:
        """What a command of the environment prints, run outside of the repository."""
        environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "LANG", "LC_"))}
        result = subprocess.run(
            [str(self.bin / command[0]), *command[1:]],
            cwd=self.outside,
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert result.returncode == 0, result.stdout + result.stderr
        return result.stdout


def declared_dependencies() -> set[Path]:
    """What the dependencies that the project declares, and theirs, have installed here."""
    place = Path(sysconfig.get_path("purelib"))
    wanted, done = list(PROJECT["dependencies"]), set()
    entries: set[Path] = set()
    while wanted:
        requirement = Requirement(wanted.pop())
        if requirement.name in done or (requirement.marker and not requirement.marker.evaluate({"extra": ""})):
            continue
        done.add(requirement.name)
        distribution = importlib.metadata.distribution(requirement.name)
        tops = {file.parts[0] for file in distribution.files or ()}
        entries |= {place / top for top in tops if (place / top).exists() and top not in {"..", "__pycache__"}}
        wanted.extend(distribution.requires or ())
    return entries


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The wheel, installed by pip. This environment lends the dependencies that it declares: no network is needed."""
    folder = tmp_path_factory.mktemp("installed") / "venv"
    venv.create(folder, with_pip=False, symlinks=os.name != "nt")
    found = Installed(folder)
    purelib = Path(found.run("python", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip())
    pip = [sys.executable, "-m", "pip", "--python", str(found.bin / "python"), "install", "--quiet", "--no-deps"]
    subprocess.run([*pip, "--no-index", "--disable-pip-version-check", str(wheel)], check=True, cwd=found.outside)
    for entry in declared_dependencies():
        (purelib / entry.name).symlink_to(entry)
    return found


def test_the_wheel_carries_every_language_whole(names: set[str]) -> None:
    folders = {path.parent.name for path in (ROOT / "locales").glob("[!_.]*/terms.toml")}
    assert folders >= {"da", "de", "en", "nl", "no", "sv"}
    files = ("locale.toml", "grammar.toml", "terms.toml", "LC_MESSAGES/charter.po")
    assert {f"engine/locales/{folder}/{file}" for folder in folders for file in files} <= names
    assert "engine/locales/vocabulary.toml" in names


def test_the_wheel_carries_every_source_file_of_the_packages(names: set[str]) -> None:
    sources = {
        path.relative_to(ROOT).as_posix()
        for package in ("engine", "site_builder")
        for path in (ROOT / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert {"engine/py.typed", "site_builder/py.typed"} <= sources
    assert sources <= names


def test_the_wheel_carries_the_case_file_of_each_code_and_no_test(names: set[str]) -> None:
    cases = {path.name for path in (ROOT / "tests" / "checks").glob("[A-Z][0-9]*.md")}
    assert len(cases) > 20
    assert {name.removeprefix("engine/cases/") for name in names if name.startswith("engine/cases/")} == cases


def test_the_wheel_carries_nothing_else(names: set[str]) -> None:
    assert {name.split("/")[0] for name in names} == {
        "engine",
        "site_builder",
        f"charter-{PROJECT['version']}.dist-info",
    }
    assert not [name for name in names if re.search(r"__pycache__|\.pyc$|/tests?/|\.mo$", name)]


def test_the_environment_holds_nothing_that_the_project_does_not_declare(installed: Installed) -> None:
    code = "import importlib.metadata as m; print(*sorted(d.name.lower() for d in m.distributions()))"
    held = set(installed.run("python", "-c", code).split())
    assert {"charter", "babel", "click"} <= held
    assert not held & {"pytest", "hypothesis", "hatchling", "html5lib", "mypy"}


def test_the_package_is_imported_from_the_environment(installed: Installed) -> None:
    code = "import engine, site_builder; print(engine.__file__); print(*engine.__all__)"
    place, offered = installed.run("python", "-c", code).splitlines()
    assert Path(place).is_relative_to(installed.bin.parent)
    assert {"load", "decide", "explain"} <= set(offered.split())


def test_the_command_tells_its_version(installed: Installed) -> None:
    assert installed.run("charter", "--version").strip() == f"charter, version {PROJECT['version']}"


def test_the_command_offers_what_both_packages_do(installed: Installed) -> None:
    offered = installed.run("charter", "--help")
    assert all(re.search(rf"^  {name} ", offered, re.MULTILINE) for name in ("ask", "build", "check", "rules"))


def test_a_code_is_explained_with_the_example_of_the_wheel(installed: Installed) -> None:
    assert "Example:" in installed.run("charter", "explain", "rule-differs")


def test_the_schema_of_the_settings_is_in_the_wheel(installed: Installed, names: set[str]) -> None:
    assert "engine/charter.schema.json" in names
    published = (ROOT / "engine" / "charter.schema.json").read_text(encoding="utf-8")
    assert installed.run("charter", "schema") == published


def test_pages_are_read_with_the_languages_of_the_wheel(installed: Installed) -> None:
    docs = installed.outside / "pages"
    shutil.copytree(ROOT / "docs", docs)
    hashes = [installed.run("charter", "rules", str(docs), "--language", tag, "--hash") for tag in ("nl", "de")]
    assert hashes[0] == hashes[1]
    assert re.fullmatch(r"[0-9a-f]{64}\n", hashes[0])


def test_a_site_is_built_with_the_templates_of_the_wheel(installed: Installed) -> None:
    docs = installed.outside / "small"
    shutil.copytree(ROOT / "docs" / "sv", docs / "sv")
    installed.run("charter", "build", str(docs), "--out", str(installed.outside / "site"))
    page = (installed.outside / "site" / "sv" / "index.html").read_text(encoding="utf-8")
    assert '<html lang="sv"' in page


def test_deciding_works_from_python_with_the_languages_of_the_wheel(installed: Installed) -> None:
    docs = installed.outside / "few"
    shutil.copytree(ROOT / "docs" / "en", docs / "en")
    code = (
        "import engine; rules = engine.load('few'); "
        "print(engine.decide(rules, 'quotes', {'sales-quote-management'}).outcome, "
        "engine.decide(rules, 'quotes', set()).outcome)"
    )
    assert installed.run("python", "-c", code) == "allowed not_licensed\n"
