"""The case file of each code: what is found in its small trees of pages, and nothing more."""

import datetime as dt
import functools
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.checks.run import CHECKS, Check, run_checks
from engine.findings import CODES, Finding, UsageError
from engine.gate import judge
from engine.localedata import Locales, Messages
from engine.report.case_file import Case, read_case_file, unmet
from engine.rules import Docs, read_docs

DAY = dt.date(2026, 1, 1)
"""The day on which cases are read."""
FOLDER = Path(__file__).parent
FILES = {path.name.partition("-")[0]: path for path in sorted(FOLDER.glob("[A-Z][0-9]*.md"))}
CASES = [(code, case) for code, path in FILES.items() for case in read_case_file(path)]

each_case = pytest.mark.parametrize(("code", "case"), CASES, ids=[f"{code}:{case.line}" for code, case in CASES])
each_code = pytest.mark.parametrize("code", CODES)


class Reader:
    """Reads the tree of a case once."""

    def __init__(self, folder: Path, locales: Locales) -> None:
        self._folder, self._locales = folder, locales

    @functools.cache  # noqa: B019 - lives as long as the tests of this module
    def __call__(self, code: str, line: int) -> Docs:
        (case,) = (case for found, case in CASES if (found, case.line) == (code, line))
        docs = self._folder / f"{code}-{line}"
        shutil.rmtree(docs, ignore_errors=True)
        for name, content in case.files.items():
            path = docs / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        for name, target in case.links.items():
            (docs / name).parent.mkdir(parents=True, exist_ok=True)
            (docs / name).symlink_to(target)
        return read_docs(docs, self._locales)


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory, locales: Locales) -> Reader:
    return Reader(tmp_path_factory.mktemp("cases"), locales)


def rows(findings: tuple[Finding, ...]) -> Iterator[tuple[str, str, int, int, str]]:
    for f in findings:
        message = Messages().format(CODES[f.code].message, **f.arguments)
        yield f.code, f.span.path, f.span.line, f.span.column, message


def found_by(docs: Docs, checks: tuple[Check, ...] = CHECKS) -> tuple[Finding, ...]:
    return judge(docs, run_checks(docs, checks), DAY).findings


@each_case
def test_a_case_finds_what_it_lists(code: str, case: Case, read: Reader) -> None:
    assert unmet(case, code, rows(found_by(read(code, case.line)))) == []


@each_code
def test_every_code_has_a_file_named_and_titled_for_it(code: str) -> None:
    assert code in FILES, f"write tests/checks/{code}-{CODES[code].name}.md"
    assert FILES[code].stem == f"{code}-{CODES[code].name}"
    assert FILES[code].read_text(encoding="utf-8").startswith(f"# {CODES[code].name}\n\n")


def test_every_file_is_one_of_a_code() -> None:
    assert set(FILES) <= set(CODES)


@each_code
def test_every_code_is_found_by_a_bad_case_and_by_no_good_one(code: str) -> None:
    bad = [case for found, case in CASES if found == code and case.bad]
    good = [case for found, case in CASES if found == code and not case.bad]
    assert bad
    assert good
    assert all(code in {expected.code for expected in case.expected} for case in bad)
    assert not any(code in {expected.code for expected in case.expected} for case in good)


@pytest.mark.parametrize("check", CHECKS, ids=[check.__module__ for check in CHECKS])
def test_a_check_that_is_left_out_is_missed_by_a_case(check: Check, read: Reader) -> None:
    left = tuple(other for other in CHECKS if other is not check)
    assert any(unmet(case, code, rows(found_by(read(code, case.line), left))) for code, case in CASES if case.bad)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("# x\n\n## fine: y\n", ":3: the section"),
        ("## bad: y\n\n```md\n```\n", ":3: the block"),
        ("## bad: y\n\n```findings\nR001 x.md\n```\n", ":4: `R001 x.md`"),
        ("## bad: y\n\n```md en/x.md utf-99\n```\n", ":3: `utf-99`"),
    ],
)
def test_a_malformed_case_file_tells_its_line(text: str, where: str, tmp_path: Path) -> None:
    path = tmp_path / "R001-x.md"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as error:
        read_case_file(path)
    assert where in str(error.value)
