"""JUnit XML: a suite per language, well formed whatever a page holds."""

from collections.abc import Callable
from xml.etree import ElementTree

import pytest

from engine.findings import Finding
from engine.gate.places import Places
from engine.gate.selection import fails
from engine.localedata import Messages
from engine.model.spans import Span
from engine.report.junit import junit_xml
from engine.rules import Docs

PLACE = Span("sv/x.md", 3, 2, 3, 9)


@pytest.fixture
def places(read_files: Callable[[dict[str, str]], Docs]) -> Places:
    return Places(read_files({"sv/x.md": "Text.\n", "nl/x.md": "Tekst.\n"}).tree.pages)


def parsed(findings: list[Finding], places: Places, fail_on: str = "error") -> ElementTree.Element:
    text = junit_xml(findings, ("nl", "sv"), places, Messages(), lambda finding: fails(finding, fail_on))
    return ElementTree.fromstring(text.encode())


def test_a_language_without_findings_has_one_case_that_passes(places: Places) -> None:
    root = parsed([], places)
    assert (root.tag, root.get("tests"), root.get("failures")) == ("testsuites", "2", "0")
    assert [suite.get("name") for suite in root] == ["nl", "sv"]
    assert [len(case) for suite in root for case in suite] == [0, 0]


@pytest.mark.parametrize(("fail_on", "failures"), [("error", 1), ("warning", 2), ("note", 3), ("never", 0)])
def test_what_fails_the_run_fails_its_case_and_the_rest_is_output(places: Places, fail_on: str, failures: int) -> None:
    found = [
        Finding("F006", PLACE, {"target": "a.md"}),
        Finding("F003", PLACE),
        Finding("F002", PLACE, {"encoding": "utf-16"}),
    ]
    root = parsed(found, places, fail_on)
    assert (root.get("tests"), root.get("failures")) == ("4", str(failures))
    (suite,) = (suite for suite in root if suite.get("name") == "sv")
    assert (suite.get("tests"), suite.get("failures")) == ("3", str(failures))
    assert len(suite.findall("testcase/failure")) == failures
    assert len(suite.findall("testcase/system-out")) == 3 - failures


def test_a_case_names_the_place_and_tells_what_to_do(places: Places) -> None:
    case = parsed([Finding("F006", PLACE, {"target": "a.md"})], places).find("testsuite/testcase[@file]")
    assert case is not None
    assert (case.get("classname"), case.get("name")) == ("sv/x.md", "F006 missing-include 3:2")
    assert case[0].get("message") == "the included file `a.md` does not exist"
    assert case[0].text == (
        "sv/x.md:3:2: the included file `a.md` does not exist\nhelp: create it, or remove the include"
    )


def test_markup_quotes_and_control_characters_of_a_page_are_text(places: Places) -> None:
    hostile = 'a<b> & "c"\x00\x1b]]>\ud800'
    case = parsed([Finding("F006", PLACE, {"target": hostile})], places).find("testsuite/testcase/failure")
    assert case is not None
    assert case.get("message") == 'the included file `a<b> & "c"\ufffd\ufffd]]>\ufffd` does not exist'
