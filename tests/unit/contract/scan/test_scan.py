"""Ids in code: where they count as ids, where they do not, and what code and pages do not know of each other."""

from collections.abc import Callable
from pathlib import Path

import pytest

from engine.contract.codegen import WRITERS, typed_ids
from engine.contract.codegen.ids import upper
from engine.contract.scan import Known, gaps, known_ids, uses_in
from engine.findings import UsageError
from engine.localedata import Locales
from engine.model.rulesets import RuleSet

Write = Callable[[str, str], Path]


@pytest.fixture(scope="module")
def known(docs_rules: RuleSet, locales: Locales) -> Known:
    return known_ids(typed_ids(docs_rules, locales.vocabulary), {"open-projects": "active-projects"}, ("may",))


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write_file(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write_file


def found(path: Path, known: Known) -> list[tuple[str, bool]]:
    return [(use.id, use.certain) for use in uses_in([path], known)]


PYTHON = {
    'import engine\nengine.decide(r, "core", {"x-y"})': [("core", True), ("x-y", True)],
    'import engine as e\ne.allows(r, capability="quotes", holdings=["core"], at=day("2026"))': [
        ("quotes", True),
        ("core", True),
    ],
    'from engine import decide as ask, Holding\nask(r, w, {Holding("core", by="user"): 1})': [("core", True)],
    'from engine import needs\nneeds(r, "quotes", frozenset({"core"}))': [("quotes", True), ("core", True)],
    'from engine import needs\nneeds(r, "quotes", {"core": 5})': [("quotes", True), ("core", True)],
    'self.may("nonsense")': [("nonsense", True)],
    'may("No id at all")': [],
    'decide(r, "core")': [],
    'x = "core"': [],
    'x = "active-projects"': [("active-projects", False)],
    'x = "open-projects"': [("open-projects", False)],
    'x = "kebab-case"': [],
    '"""active-projects"""\ndef f():\n    "active-projects"': [],
    "from app.ids import Capability\nCapability.ACTIVE_PROJECTS": [("active-projects", True)],
    "from app.ids import Capability as C\nC.ACTIV_PROJECTS": [("activ-projects", True)],
    "from app.ids import Capability\nCapability.ACTIVE_PROJECTS.value.upper": [("active-projects", True)],
    "Capability.ACTIVE_PROJECTS": [],
    "from app.ids import Capability\nCapability.from_text": [],
}


@pytest.mark.parametrize("source", PYTHON)
def test_python_is_read_by_its_syntax(source: str, write: Write, known: Known) -> None:
    assert sorted(found(write("x.py", source), known)) == sorted(PYTHON[source])


TEXT = {
    'if (may("nonsense", user)) {': [("nonsense", True)],
    "if (may('core') || may('quotes')) {": [("core", True), ("quotes", True)],
    'const x = "active-projects";': [("active-projects", False)],
    "const x = `core`;": [],
    "// about active-projects": [],
    'import { Capability } from "./ids";\nask(Capability.ActiveProjects)': [("active-projects", True)],
    "ask(Capability.ActiveProjects)": [],
}


@pytest.mark.parametrize("source", TEXT)
def test_other_text_is_read_by_patterns(source: str, write: Write, known: Known) -> None:
    assert found(write("x.ts", source), known) == TEXT[source]


def test_a_place_counts_characters_from_1(write: Write, known: Known) -> None:
    path = write("x.py", 'å = 1; may("quotes")\n')
    (use,) = uses_in([path], known)
    assert str(use.span) == f"{path}:1:12"
    assert use.span.end_column == 20
    (use,) = uses_in([write("x.js", 'å = 1; may("quotes")\n')], known)
    assert (use.span.column, use.span.end_column) == (13, 19)


def test_python_that_cannot_be_parsed_is_read_as_text(write: Write, known: Known) -> None:
    assert found(write("x.py", 'print "x"\nmay("quotes"'), known) == []
    assert found(write("y.py", 'print "x"\nmay("quotes")'), known) == [("quotes", True)]


def test_what_others_wrote_and_tools_made_is_not_looked_at(write: Write, tmp_path: Path, known: Known) -> None:
    for name in ("node_modules/x.js", ".venv/x.py", "__pycache__/x.py", "x.md", "x.png"):
        write(name, 'may("quotes")')
    write("big.js", 'may("quotes")' + " " * 2_000_000)
    (tmp_path / "binary.js").write_bytes(b"\xff\xfe\x00")
    assert uses_in([tmp_path], known) == ()


def test_a_path_that_is_not_there_is_misuse(tmp_path: Path, known: Known) -> None:
    with pytest.raises(UsageError):
        uses_in([tmp_path / "none"], known)


def sorts(rules: RuleSet, path: Path, known: Known, *elsewhere: str) -> set[tuple[str, str]]:
    return {(str(gap.sort), gap.id) for gap in gaps(rules, uses_in([path], known), known, elsewhere)}


def test_both_directions_are_told(write: Write, known: Known, docs_rules: RuleSet) -> None:
    path = write("x.py", 'may("sale-modul")\nmay("open-projects")\nmay("quotes")\n')
    told = sorts(docs_rules, path, known)
    assert {("undocumented", "sale-modul"), ("renamed", "open-projects"), ("unenforced", "sale-module")} <= told
    assert ("unenforced", "quotes") not in told
    assert ("unenforced", "active-projects") not in told, "a former id asks about the one of today"
    assert not any(id.startswith("page:") for _, id in told)
    fewer = sorts(docs_rules, path, known, "sale-*", "log-in")
    assert told - fewer == {("unenforced", "sale-module"), ("unenforced", "log-in")}


@pytest.mark.parametrize("form", WRITERS)
def test_what_codegen_writes_scans_without_a_gap(
    form: str, write: Write, known: Known, docs_rules: RuleSet, locales: Locales
) -> None:
    ending = {"python": "py", "typescript": "ts", "json": "json"}[form]
    path = write(f"ids.{ending}", WRITERS[form](typed_ids(docs_rules, locales.vocabulary)))
    assert sorts(docs_rules, path, known) == set()


def test_code_that_uses_every_generated_member_has_no_gap_and_the_generated_file_alone_enforces_nothing(
    write: Write, tmp_path: Path, known: Known, docs_rules: RuleSet, locales: Locales
) -> None:
    ids = typed_ids(docs_rules, locales.vocabulary)
    write("ids.py", WRITERS["python"](ids))
    assert ("unenforced", "quotes") in sorts(docs_rules, tmp_path, known)
    members = "".join(f"Capability.{upper(entry.words)}\n" for entry in ids["capability"])
    write("use.py", f"from ids import Capability\n{members}")
    assert sorts(docs_rules, tmp_path, known) == set()
