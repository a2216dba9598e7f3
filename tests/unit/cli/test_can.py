"""`charter can`: all that is allowed, with names and bounds in the reader's language."""

import json
from collections.abc import Callable

import pytest

from ...conftest import ROOT
from .conftest import Result

Run = Callable[..., Result]


@pytest.fixture
def can(charter: Run) -> Run:
    return lambda *arguments: charter("can", *arguments, "--docs", ROOT / "docs")


def test_everything_that_is_allowed_has_a_line_with_its_name(can: Run) -> None:
    result = can("--hold", "complete-crm-user", "--language", "sv")
    lines = dict(line.split(maxsplit=1) for line in result.out.splitlines())
    assert (result.status, result.err) == (0, "")
    assert lines["sale-module"] == "säljmodulen"
    assert {"service-module", "standard-crm"} < set(lines)
    assert "marketing-module" not in lines


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "(85 of 100 in use)"), ("nl", "(85 van 100 in gebruik)"), ("da", "(85 af 100 i brug)")],
)
def test_bounds_are_told_in_the_readers_language(can: Run, language: str, text: str) -> None:
    result = can("--hold", "core", "--usage", "active-projects=85", "--language", language)
    (line,) = (line for line in result.out.splitlines() if line.startswith("active-projects "))
    assert line.endswith(text)


def test_a_page_is_named_by_its_title(can: Run) -> None:
    lines = [line.split(maxsplit=1) for line in can("--hold", "plus", "--language", "sv").out.splitlines()]
    assert ["page:marketing/flows/learn/index", "Marknadsflöden"] in lines


def test_what_is_metered_and_what_has_no_bound_is_told(can: Run) -> None:
    lines = can("--hold", "super").out.splitlines()
    assert any(line.startswith("storage ") and line.endswith("(billed by use)") for line in lines)
    assert any(line.startswith("dashboards ") and line.endswith("(any number)") for line in lines)


def test_json_has_ids_and_bounds_with_their_sentences(can: Run) -> None:
    data = json.loads(can("--hold", "starter", "--format", "json", "--language", "de").out)
    (bound,) = (bound for bound in data["limits"] if bound["metric"] == "dashboards")
    assert (bound["bound"], bound["left"]) == (3, 3)
    assert [reason["language"] for reason in bound["because"]] == ["de"]
    assert "dashboards" in data["allowed"]
    assert "active-projects" not in data["allowed"]


def test_a_channel_closes_what_asks_for_more_there(can: Run) -> None:
    held = ("--hold", "superoffice-server", "--format", "json")
    assert "superoffice-crm" in json.loads(can(*held).out)["allowed"]
    assert "superoffice-crm" not in json.loads(can(*held, "--channel", "web").out)["allowed"]


def test_an_unknown_id_is_misuse_and_suggests_the_nearest(can: Run) -> None:
    result = can("--hold", "complete-crm-usr")
    assert (result.status, result.out) == (2, "")
    assert "did you mean `complete-crm-user`?" in result.err


def test_who_may_do_nothing_gets_status_1(charter: Run, make_docs: Callable[..., object]) -> None:
    table = "## Systemlicenser\n\n| Licens | Beskrivning |\n|---|---|\n"
    table += "| Customer Centre | Ger tillgång till Kundcenter. |\n"
    assert charter("can", "--docs", make_docs({"sv/x.md": table})) == (1, "", "")
