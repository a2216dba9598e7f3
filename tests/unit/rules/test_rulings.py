"""A ruling picks the reading that holds; the disagreement stays, for the pages still differ."""

from pathlib import Path

import pytest

from engine import Outcome, decide
from engine.localedata import Locales
from engine.model.rules import AnyRule, Grants
from engine.model.rulesets import RuleSet, Ruling
from engine.model.spans import Span
from engine.model.statements import Statement
from engine.rules import read_docs, reconcile
from engine.rules.differences import differences

BESIDE, ALONE = Grants("p", "a", "b"), Grants("p", "a", None)


def ruled(*rulings: Ruling, **stated: tuple[AnyRule, ...]) -> RuleSet:
    statements = [
        Statement(rule, tag, "p.md", Span(f"{tag}/p.md", line, 1, line, 2), "", "", "")
        for tag, rules in stated.items()
        for line, rule in enumerate(rules, 1)
    ]
    ids = {"licence": frozenset("pq"), "capability": frozenset("ab")}
    return reconcile(statements, {tag: frozenset({"p.md"}) for tag in stated}, ids=ids, rulings=rulings)


def ruling(holds: str, about: str = "p", page: str = "p.md") -> Ruling:
    return Ruling(page, about, holds, "asked the product's owner", "2026-05-31")


@pytest.mark.parametrize(("holds", "outcome"), [("nl", Outcome.ALLOWED), ("sv", Outcome.NOT_LICENSED)])
def test_the_reading_that_is_ruled_right_decides(holds: str, outcome: Outcome) -> None:
    rules = ruled(ruling(holds), nl=(ALONE,), sv=(BESIDE, Grants("q", "b", None)))
    assert decide(rules, "a", {"p"}).outcome is outcome
    assert [d.topic for d in rules.disagreements] == [("Grants", "p"), ("Grants", "q")]


@pytest.mark.parametrize("other", [ruling("nl", about="q"), ruling("nl", page="other.md")])
def test_a_ruling_on_something_else_settles_nothing(other: Ruling) -> None:
    assert decide(ruled(other, nl=(ALONE,), sv=(BESIDE,)), "a", {"p"}).outcome is Outcome.DISPUTED


def test_what_the_right_language_does_not_state_is_stated_by_nobody() -> None:
    assert decide(ruled(ruling("sv"), nl=(ALONE,), sv=()), "a", {"p"}).outcome is Outcome.UNKNOWN


@pytest.mark.parametrize(("holds", "told"), [(None, "nl"), ("sv", "nl"), ("nl", "sv")])
def test_the_difference_is_told_on_the_page_that_has_to_be_mended(
    tmp_path: Path, locales: Locales, holds: str | None, told: str
) -> None:
    pages = {
        "sv": ("Användarlicenser", "| Licens | Beskrivning |", "| Säljanvändare | Åtkomst till säljmodulen. |"),
        "nl": (
            "Gebruikerslicenties",
            "| Licentie | Beschrijving |",
            "| Verkoopgebruiker | Toegang tot Standard CRM. |",
        ),
        "en": ("User licences", "| Licence | Description |", "| Sales user | Access to the sale module. |"),
    }
    for tag, (heading, columns, row) in pages.items():
        (tmp_path / tag).mkdir()
        (tmp_path / tag / "p.md").write_text(f"# X\n\n## {heading}\n\n{columns}\n|---|---|\n{row}\n", encoding="utf-8")
    table = '[[ruling]]\npage = "p.md"\nabout = "sales-user"\nholds = "{}"\nreason = "asked"\nsince = 2026-05-31\n'
    (tmp_path / "charter.toml").write_text(table.format(holds) if holds else "", encoding="utf-8")
    docs = read_docs(tmp_path, locales)
    found = {difference.language for difference in differences(docs)}
    assert told in found
    assert holds not in found
    if holds:
        assert decide(docs.rules, "sale-module", {"sales-user"}).allowed == (holds == "sv")
