"""Reasons as a tree in the reader's language: every outcome, with sentences that are there."""

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import engine
from engine import Decision, Holding, Outcome, RuleSet, decide
from engine.entitlement.citations import Citation
from engine.entitlement.explain import explain
from engine.entitlement.explanation import Explained, explained, explained_lines
from engine.localedata import Locales
from engine.rules import read_docs

from ...conftest import ROOT, SEED_PAGE

LANGUAGES = ("da", "de", "en", "nb", "nl", "sv")
SUITE = "admin/license/learn/crm-suite.md"
RAN_OUT = dt.date(2026, 6, 30)


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Our pages about licences and plans, with one Swedish sentence that says something else."""
    docs = tmp_path_factory.mktemp("explained") / "docs"
    for folder in ("da", "de", "en", "no", "nl", "sv"):
        for name in (SEED_PAGE, SUITE):
            (docs / folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / "docs" / folder / name, docs / folder / name)
    page = docs / "sv" / SEED_PAGE
    text = page.read_text(encoding="utf-8")
    changed = text.replace("Åtkomst till offertmodulen, utöver Standard CRM.", "Åtkomst till offertmodulen.")
    assert changed != text
    page.write_text(changed, encoding="utf-8")
    return docs


@pytest.fixture(scope="module")
def rules(docs: Path, locales: Locales) -> RuleSet:
    return read_docs(docs, locales).rules


def decision_of(rules: RuleSet, outcome: Outcome) -> Decision:
    match outcome:
        case Outcome.ALLOWED:
            decision = decide(rules, "sale-module", {"sales-user", "standard-crm-user"})
        case Outcome.NEAR_LIMIT:
            decision = decide(rules, "active-projects", {"core"}, usage={"active-projects": 90})
        case Outcome.NOT_LICENSED:
            decision = decide(rules, "log-in", {"login-rights"}, channel="web")
        case Outcome.LIMIT_REACHED:
            decision = decide(rules, "satellite-databases", {"satellite": 3}, usage={"satellite-databases": 3})
        case Outcome.EXPIRED:
            decision = decide(rules, "windows-client", [Holding("windows-app", 1, RAN_OUT)], at=dt.date(2026, 7, 1))  # type: ignore[arg-type]
        case Outcome.DISPUTED:
            decision = decide(rules, "quote-module", {"sales-quote-access"})
        case Outcome.UNKNOWN:
            decision = decide(rules, "sale-modul", {"sales-user"})
    assert decision.outcome is outcome
    return decision


def nodes(told: Explained) -> Iterator[Explained]:
    yield told
    for part in told.parts:
        yield from nodes(part)


def cited(told: Explained) -> list[Citation]:
    return [citation for node in nodes(told) for citation in node.citations]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("outcome", list(Outcome))
def test_every_outcome_is_explained_with_sentences_that_are_there(
    docs: Path, rules: RuleSet, locales: Locales, outcome: Outcome, language: str
) -> None:
    decision = decision_of(rules, outcome)
    told = explained(rules, decision, language, locales)
    assert told.met == decision.allowed
    assert cited(told)
    for citation in cited(told):
        statement = citation.statement
        lines = (docs / statement.span.path).read_text(encoding="utf-8").splitlines()
        assert statement.quote.splitlines()[0].strip() in lines[statement.span.line - 1]
        assert statement.anchor
        assert citation.foreign == (statement.language != language)
    assert outcome is Outcome.DISPUTED or not any(citation.foreign for citation in cited(told))
    assert all(node.text and "{" not in node.text for node in nodes(told))
    if language != "en":
        english = explained(rules, decision, "en", locales)
        assert not {node.text for node in nodes(told)} & {node.text for node in nodes(english)}


@pytest.mark.parametrize("outcome", list(Outcome))
def test_the_parts_that_are_met_make_the_whole(rules: RuleSet, locales: Locales, outcome: Outcome) -> None:
    decision = decision_of(rules, outcome)
    for node in nodes(explained(rules, decision, "sv", locales)):
        if node.parts and node.kind not in ("capability", "reading"):
            assert node.met == (all if node.need == "all" else any)(part.met for part in node.parts)


def test_the_tree_as_text_marks_what_is_met_and_cites_below_it(rules: RuleSet, locales: Locales) -> None:
    decision = decide(rules, "sale-module", {"sales-user"})
    told = explained(rules, decision, "en", locales)
    lines = list(explained_lines(told, locales.get("en"), locales))
    assert lines[0] == "✗ the Sale module: not licensed"
    assert "    ✗ given by Sales user" in lines
    assert "      ✓ Sales user is held" in lines
    assert "      ✗ in addition to Standard CRM" in lines
    place = lines.index("    ✗ given by Sales user")
    assert lines[place + 1].strip() == "Sales user: “Access to the Sale module, in addition to Standard CRM.”"
    assert lines[place + 2].strip().startswith(f"en/{SEED_PAGE}:63 #")


@pytest.mark.parametrize(
    ("used", "text"),
    [
        (98, "2 more of active projects fit"),
        (99, "1 more of active projects fits"),
        (100, "no more of active projects"),
    ],
)
def test_a_bound_tells_how_many_more_fit(rules: RuleSet, locales: Locales, used: int, text: str) -> None:
    decision = decide(rules, "active-projects", {"core"}, usage={"active-projects": used})
    assert any(node.text.startswith(text) for node in nodes(explained(rules, decision, "en", locales)))


def test_a_dispute_shows_each_reading_by_the_names_of_its_languages(rules: RuleSet, locales: Locales) -> None:
    told = explained(rules, decision_of(rules, Outcome.DISPUTED), "de", locales)
    readings = [node for node in nodes(told) if node.kind == "reading"]
    assert sorted(node.met for node in readings) == [False, True]
    (swedish,) = (node for node in readings if node.met)
    assert locales.get("sv").name in swedish.text
    assert " und " in next(node for node in readings if not node.met).text


def test_a_language_without_pages_is_shown_sentences_of_another_and_told_so(docs: Path, locales: Locales) -> None:
    rules = read_docs(docs, locales, languages=["nl", "sv"]).rules
    told = explained(rules, decide(rules, "quotes", ()), "de", locales)
    assert {(c.statement.language, c.foreign) for c in cited(told)} == {("nl", True)}
    lines = list(explained_lines(told, locales.get("de"), locales))
    assert any(locales.get("nl").name in line for line in lines)
    assert lines[0] == f"✗ Angebote: {locales.get('de').messages.get('not licensed')}"


def test_what_is_asked_of_another_channel_is_cited_as_nearest(rules: RuleSet, locales: Locales) -> None:
    decision = decide(rules, "log-in", ())
    assert decision.outcome is Outcome.UNKNOWN
    (part,) = explained(rules, decision, "sv", locales).parts
    assert (part.kind, part.about) == ("nearest", "log-in")
    assert [c.statement.span.line for c in part.citations] == [14]


def test_what_nothing_is_near_to_has_no_parts(rules: RuleSet, locales: Locales) -> None:
    assert explained(rules, decide(rules, "xyzzy", ()), "sv", locales).parts == ()


@pytest.mark.parametrize(
    ("language", "day"),
    [("en", "June 30, 2026"), ("de", "30. Juni 2026"), ("sv", "30 juni 2026"), ("nb", "30. juni 2026")],
)
def test_the_last_day_is_written_as_the_language_does(
    rules: RuleSet, locales: Locales, language: str, day: str
) -> None:
    assert day in explain(decision_of(rules, Outcome.EXPIRED), language, locales)


def test_numbers_to_add_are_told(rules: RuleSet, locales: Locales) -> None:
    decision = decide(rules, "satellite-databases", {"satellite": 3}, usage={"satellite-databases": 1203})
    assert decision.more
    assert "1.201 × Satellite" in explain(decision, "de", locales)


def test_what_is_held_by_the_wrong_holder_is_told(rules: RuleSet, locales: Locales) -> None:
    decision = decide(rules, "quotes", [Holding("sales-quote-management", by="user")])  # type: ignore[arg-type]
    assert decision.misplaced
    text = explain(decision, "en", locales)
    assert "does not count: held by the user, and it counts for the installation" in text


def test_days_of_grace_are_told(rules: RuleSet, locales: Locales) -> None:
    held = [Holding("windows-app", 1, RAN_OUT, grace=14)]
    decision = decide(rules, "windows-client", held, at=dt.date(2026, 7, 3))  # type: ignore[arg-type]
    assert decision.allowed
    assert "in its days of grace: Windows app" in explain(decision, "en", locales)


def test_the_public_explanation_finds_the_installed_locales(rules: RuleSet, locales: Locales) -> None:
    decision = decide(rules, "sale-module", ())
    assert engine.explanation(rules, decision, "nl") == explained(rules, decision, "nl", locales)
