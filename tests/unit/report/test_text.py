"""Rules as text: tables of licences and requirements."""

import pytest
from rich.console import Console

from engine.localedata import Messages
from engine.model.rules import AnyRule, Describes, Grants, Licence, Needs, Quota, Requires
from engine.model.spans import Span
from engine.model.statements import Statement
from engine.report.text import needs_text, print_rules
from engine.rules import reconcile

from .conftest import written

PLACE = Span("sv/x.md", 3, 5, 4, 9)


def table_of(console: Console, *rules: AnyRule) -> list[str]:
    statements = [Statement(rule, "sv", "x.md", PLACE, "", "", "") for rule in rules]
    print_rules(console, reconcile(statements, {"sv": frozenset({"x.md"})}), Messages())
    return [" ".join(line.split()) for line in written(console).splitlines()]


@pytest.mark.parametrize(
    ("needs", "text"),
    [((), ""), ((("a",),), "a"), ((("a",), ("b", "c")), "a & (b | c)"), ((("a", "b"),), "(a | b)")],
)
def test_needs_are_written_in_ids(needs: Needs, text: str) -> None:
    assert needs_text(needs) == text


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (Describes("p", "topic"), "p user (topic)"),
        (Grants("p", "a", None), "p user a"),
        (Grants("p", "a", "b"), "p user a + b"),
        (Grants("p", "a", None, ("web", "phone"), True), "p user a via web, phone ..."),
        (Quota("p", "m", None), "p user N x m"),
        (Quota("p", "m", "site"), "p user N x m per site"),
    ],
)
def test_a_licence_is_a_row_with_what_it_gives(console: Console, rule: AnyRule, text: str) -> None:
    assert text in table_of(console, Licence("p", "user", None, None), rule)


def test_a_requirement_is_a_row_with_its_channel(console: Console) -> None:
    lines = table_of(console, Requires("a", "web", (("p",), ("q", "r"))))
    assert "a web p & (q | r)" in lines
    assert lines[-1] == "named but nowhere listed: p, q, r"


def test_edition_and_lifecycle_have_their_columns(console: Console) -> None:
    assert "p user windows legacy" in table_of(console, Licence("p", "user", "windows", "legacy"))
