"""Codes, names and letters choose findings; a severity decides whether a run fails."""

import pytest

from engine.findings import Finding, UsageError
from engine.findings.naming import codes_named, nearest_code
from engine.gate.selection import fails, selected
from engine.model.spans import Span

FOUND = [Finding(code, Span("x.md", 1, 1, 1, 1)) for code in ("F003", "F006", "R005", "R006")]


@pytest.mark.parametrize(
    ("select", "ignore", "codes"),
    [
        ((), (), ["F003", "F006", "R005", "R006"]),
        (("R",), (), ["R005", "R006"]),
        (("r005",), (), ["R005"]),
        (("rule-differs", "F003"), (), ["F003", "R005"]),
        (("rule-differs, F003",), (), ["F003", "R005"]),
        ((), ("R",), ["F003", "F006"]),
        (("R",), ("rule-missing",), ["R005"]),
        (("R005",), ("R",), []),
    ],
)
def test_what_is_selected_and_not_ignored_stays(
    select: tuple[str, ...], ignore: tuple[str, ...], codes: list[str]
) -> None:
    assert [finding.code for finding in selected(FOUND, select, ignore)] == codes


@pytest.mark.parametrize("name", ["R0", "R00", "rule", "X", "", "RULE-DIFFERS"])
def test_a_name_of_no_code_is_misuse_and_suggests_one(name: str) -> None:
    assert codes_named(name) == frozenset()
    with pytest.raises(UsageError, match=f"`--ignore {name}` names no code") as error:
        selected((), (), (name,))
    assert nearest_code(name) in (error.value.help or "")


def test_the_nearest_name_is_the_one_spelt_alike() -> None:
    assert nearest_code("rule-diffrs") == "rule-differs"
    assert nearest_code("Missing-Include") == "missing-include"
    assert nearest_code("r05") == "R005"


@pytest.mark.parametrize(
    ("fail_on", "severities"),
    [("error", {"error"}), ("warning", {"error", "warning"}), ("note", {"error", "warning", "note"}), ("never", set())],
)
def test_a_run_fails_from_a_severity_on(fail_on: str, severities: set[str]) -> None:
    found = [Finding("R005", Span("x.md", 1, 1, 1, 1), level=level) for level in ("error", "warning", "note")]
    assert {finding.severity for finding in found if fails(finding, fail_on)} == severities
