"""A finding is known again after edits elsewhere, and is another one after an edit of what it says."""

from collections.abc import Callable

import pytest

from engine.checks import run_checks
from engine.findings import Finding, Related
from engine.gate.fingerprints import Fingerprints
from engine.model.spans import Span
from engine.rules import Docs

Read = Callable[[dict[str, str]], Docs]

NEEDS = "You need a licence for Remote Travel to use quotes.\n"
GAP = "[!include[T](none.md)]\n"


def prints(docs: Docs) -> dict[str, list[str]]:
    """Code -> the fingerprints of its findings in order of place."""
    findings = run_checks(docs)
    made = Fingerprints(findings, docs.tree.quote)
    found: dict[str, list[str]] = {}
    for finding in findings:
        found.setdefault(finding.code, []).append(made.of(finding))
    return found


def test_it_survives_moving_a_paragraph_and_rewrapping_it(read_files: Read) -> None:
    before = prints(read_files({"en/x.md": f"# A\n\n{NEEDS}\nText.\n\n{GAP}"}))
    moved = NEEDS.replace(" to use", "\nto use")
    after = prints(read_files({"en/x.md": f"# B\n\n{GAP}\nMore.\n\nText.\n\n{moved}"}))
    assert before == after
    assert set(before) == {"R004", "F006"}


@pytest.mark.parametrize(
    "files",
    [
        {"en/y.md": f"# A\n\n{NEEDS}"},
        {"en/x.md": f"# A\n\n{NEEDS.replace('quotes', 'Customer Centre')}"},
        {"en/x.md": f"# A\n\n{NEEDS.replace('Remote Travel', 'Pocket CRM')}"},
    ],
    ids=["another file", "another sentence", "another fact"],
)
def test_another_file_sentence_or_fact_is_another_finding(read_files: Read, files: dict[str, str]) -> None:
    (before,) = prints(read_files({"en/x.md": f"# A\n\n{NEEDS}"}))["R004"]
    after = prints(read_files({"en/x.md": "Text.\n", **files}))["R004"]
    assert before not in after


def test_equal_findings_are_told_apart_by_their_number(read_files: Read) -> None:
    one = prints(read_files({"en/x.md": f"{GAP}\nText.\n"}))["F006"]
    two = prints(read_files({"en/x.md": f"{GAP}\nText.\n\n{GAP}"}))["F006"]
    assert two[:1] == one
    assert len(set(two)) == 2


def test_neither_severity_nor_suggestion_nor_the_other_place_counts() -> None:
    span = Span("en/x.md", 1, 1, 1, 4)
    facts = {"name": "x", "suggestion": "a"}
    same = [
        Finding("R002", span, facts),
        Finding("R002", span, {"name": "x", "suggestion": "b"}),
        Finding("R002", span, facts, (Related(Span("sv/x.md", 9, 1, 9, 2), "y"),)),
        Finding("R002", span, facts, level="note"),
    ]
    assert len({Fingerprints([finding], lambda span: "text").of(finding) for finding in same}) == 1
