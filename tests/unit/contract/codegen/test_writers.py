"""Ids as code: a misspelt one fails the type checker, a former one still works and says so."""

import importlib.util
import json
import shutil
import subprocess
import warnings
from pathlib import Path
from types import ModuleType

import msgspec
import pytest
from mypy import api

from engine.contract.codegen import WRITERS, TypedIds, typed_ids
from engine.localedata import Locales
from engine.localedata.vocabulary import Vocabulary
from engine.model.rulesets import RuleSet


def with_former(vocabulary: Vocabulary, kind: str, id: str, *former: str) -> Vocabulary:
    """A vocabulary in which an id had other names before."""
    ids = tuple(
        msgspec.structs.replace(entry, formerly=former) if (entry.kind, entry.id) == (kind, id) else entry
        for entry in vocabulary.ids
    )
    return msgspec.structs.replace(vocabulary, ids=ids)


@pytest.fixture(scope="module")
def ids(docs_rules: RuleSet, locales: Locales) -> TypedIds:
    vocabulary = with_former(locales.vocabulary, "capability", "active-projects", "open-projects")
    return typed_ids(docs_rules, vocabulary, locales.get("en"))


@pytest.fixture(scope="module")
def module(ids: TypedIds, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which the Python module stands."""
    folder = tmp_path_factory.mktemp("code")
    (folder / "ids.py").write_text(WRITERS["python"](ids), encoding="utf-8")
    return folder


def loaded(folder: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("charter_ids", folder / "ids.py")
    assert spec is not None
    assert spec.loader is not None
    found = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(found)
    return found


def test_each_id_is_a_member_whose_docstring_cites_its_pages(module: Path, ids: TypedIds) -> None:
    code = loaded(module)
    assert code.Capability.ACTIVE_PROJECTS == "active-projects"
    assert {str(member) for member in code.Plan} == {"starter", "core", "growth", "plus", "super"}
    text = (module / "ids.py").read_text(encoding="utf-8")
    assert (
        '    ACTIVE_PROJECTS = "active-projects"\n'
        '    """active projects (admin/license/learn/crm-suite.md, project/learn/index.md)"""\n' in text
    )
    for entries in ids.values():
        for entry in entries:
            assert entry.pages


def test_a_former_id_stands_for_the_one_of_today_and_is_deprecated(module: Path) -> None:
    code = loaded(module)
    with pytest.warns(DeprecationWarning, match="`open-projects` is now called `active-projects`"):
        assert code.Capability("open-projects") is code.Capability.ACTIVE_PROJECTS
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert code.Capability.OPEN_PROJECTS is code.Capability.ACTIVE_PROJECTS
    with pytest.raises(ValueError, match="nonsense"):
        code.Capability("nonsense")


GOOD = """
from ids import Capability, CapabilityId, Plan

def may(wish: CapabilityId) -> bool: ...
def holds(plan: Plan) -> bool: ...

may("active-projects")
holds(Plan.CORE)
wish: Capability = Capability.ACTIVE_PROJECTS
"""


def checked(folder: Path, source: str) -> tuple[str, int]:
    (folder / "use.py").write_text(source, encoding="utf-8")
    cache = str(folder / "cache")
    out, _, status = api.run(
        ["--strict", "--cache-dir", cache, "--config-file=", "--disable-error-code=empty-body", str(folder / "use.py")]
    )
    return out, status


def test_the_type_checker_passes_ids_that_exist_and_no_others(module: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MYPYPATH", str(module))
    assert checked(module, GOOD) == ("Success: no issues found in 1 source file\n", 0)
    misspelt = GOOD.replace('"active-projects"', '"activ-projects"').replace("Plan.CORE", "Plan.COR")
    misspelt = misspelt.replace("Capability.ACTIVE_PROJECTS", "Capability.ACTIV_PROJECTS")
    out, status = checked(module, misspelt)
    assert status == 1
    assert 'Argument 1 to "may" has incompatible type' in out
    assert '"type[Plan]" has no attribute "COR"' in out
    assert '"type[Capability]" has no attribute "ACTIV_PROJECTS"' in out
    former, status = checked(module, GOOD.replace('"active-projects"', '"open-projects"'))
    assert status == 1, former


def test_typescript_of_a_misspelt_id_fails_its_compiler(ids: TypedIds, tmp_path: Path) -> None:
    compiler = shutil.which("tsc")
    if compiler is None:
        pytest.skip("the TypeScript compiler `tsc` is not installed")
    (tmp_path / "ids.ts").write_text(WRITERS["typescript"](ids), encoding="utf-8")
    for member, fault in (("ActiveProjects", ""), ("ActivProjects", "Property 'ActivProjects' does not exist")):
        (tmp_path / "use.ts").write_text(
            f'import {{ Capability }} from "./ids";\nexport const x = Capability.{member};\n'
        )
        command = [compiler, "--noEmit", "--strict", "use.ts"]
        result = subprocess.run(command, cwd=tmp_path, check=False, capture_output=True, text=True)
        assert fault in result.stdout
        # Which number a fault gives differs between versions of the compiler.
        assert bool(result.returncode) == bool(fault)


def test_typescript_names_former_ids_as_deprecated(ids: TypedIds) -> None:
    text = WRITERS["typescript"](ids)
    assert '  ActiveProjects: "active-projects",\n' in text
    assert "@deprecated `open-projects` is now called `active-projects`; use ActiveProjects." in text
    assert "export type Capability = (typeof Capability)[keyof typeof Capability];" in text


def test_json_holds_the_same(ids: TypedIds) -> None:
    data = json.loads(WRITERS["json"](ids))
    assert {kind: [entry["id"] for entry in entries] for kind, entries in data["ids"].items()} == {
        kind: [entry.id for entry in entries] for kind, entries in ids.items()
    }
    (projects,) = (e for e in data["ids"]["capability"] if e["id"] == "active-projects")
    assert projects["formerly"] == ["open-projects"]
    assert projects["member"] == "ActiveProjects"


@pytest.mark.parametrize("form", WRITERS)
def test_the_same_ids_are_the_same_text(form: str, ids: TypedIds) -> None:
    assert WRITERS[form](ids) == WRITERS[form](ids)


def test_ids_whose_words_are_the_same_have_names_of_their_own(docs_rules: RuleSet, locales: Locales) -> None:
    from engine.contract.codegen.ids import TypedId, _distinct

    found = _distinct([TypedId(id, ("a", "b"), id, ("x.md",)) for id in ("a-b", "a/b")])
    assert [entry.words for entry in found] == [("a", "b"), ("a", "b", "2")]
