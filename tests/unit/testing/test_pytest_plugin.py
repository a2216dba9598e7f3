"""Examples on pages as tests: collected when asked for, red when the rules say otherwise."""

import pytest

pytest_plugins = ["pytester"]

PAGE = """## User licences

| Licence | Description |
|---|---|
| Standard CRM user | Access to Standard CRM. |
| Sales user | Access to the Sale module, in addition to Standard CRM. |

## Examples: who can do what

| Licences held | Wish | Answer |
|---|---|---|
| Standard CRM user | Standard CRM | Allowed |
| Sales user | the Sale module | Allowed |
| Sales usr | the Sale module | Allowed |
"""


@pytest.fixture
def project(pytester: pytest.Pytester) -> pytest.Pytester:
    page = pytester.mkdir("help") / "en" / "x.md"
    page.parent.mkdir()
    page.write_text(PAGE, encoding="utf-8")
    (page.parent / "other.md").write_text("# Nothing to test\n\nText.\n", encoding="utf-8")
    return pytester


def test_each_row_is_a_test_at_its_line(project: pytest.Pytester) -> None:
    project.makeini("[pytest]\ncharter_docs = help\ntestpaths = help\n")
    result = project.runpytest_inprocess("-p", "no:xdist", "-p", "no:randomly", "-rA")
    result.assert_outcomes(passed=1, failed=2)
    result.stdout.fnmatch_lines(
        [
            "*Sales user | the Sale module | Allowed",
            "expected allowed, got not_licensed:",
            "*missing: *",
            "*Access to the Sale module, in addition to Standard CRM.*",
            "*en/x.md:6*",
            "*`Sales usr` cannot be read*",
            "PASSED *x.md::line 12",
            "FAILED *x.md::line 13*",
            "FAILED *x.md::line 14*",
        ]
    )


def test_without_the_setting_pages_are_no_tests(project: pytest.Pytester) -> None:
    project.makeini("[pytest]\n")
    result = project.runpytest_inprocess("-p", "no:xdist", "help")
    result.assert_outcomes()


@pytest.mark.parametrize("broken", ["locales", "settings"])
def test_docs_that_cannot_be_read_at_all_stop_the_run(project: pytest.Pytester, broken: str) -> None:
    project.makeini("[pytest]\ncharter_docs = help\n" + ("charter_locales = none\n" if broken == "locales" else ""))
    if broken == "settings":
        (project.path / "help" / "charter.toml").write_text("[front_matter]\nplan = 3\n", encoding="utf-8")
    result = project.runpytest_inprocess("-p", "no:xdist", "help")
    result.assert_outcomes(errors=2)
    result.stdout.fnmatch_lines(["*help: *"])
    result.stdout.no_fnmatch_line("*Traceback*")
