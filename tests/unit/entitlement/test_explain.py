"""A decision in words: the reader's own sentences, each reason once, foreign ones marked."""

import datetime as dt
from collections.abc import Callable, Mapping

import pytest

from engine import Decision, Holding, UsageError, decide
from engine.entitlement.citations import citations
from engine.entitlement.explain import explain
from engine.localedata import Locales
from engine.model.rules import Grants
from engine.model.rulesets import RuleSet
from engine.model.spans import Span
from engine.model.statements import Statement
from engine.rules import Docs, reconcile

Read = Callable[[Mapping[str, str]], Docs]

SWEDISH = """## Användarlicenser

| Licens | Beskrivning |
|---|---|
| Säljanvändare | Åtkomst till säljmodulen, utöver Standard CRM. |
| Fullständig CRM-användare | Åtkomst till Standard CRM, säljmodulen och SuperOffice Service. |
"""

DUTCH = """## Gebruikerslicenties

| Licentie | Beschrijving |
|---|---|
| Verkoopgebruiker | Toegang tot de Sale-module, in aanvulling op Standard CRM. |
| Complete CRM-gebruiker | Toegang tot Standard CRM, Sale en SuperOffice Service. |
"""


@pytest.fixture
def rules(read_files: Read) -> RuleSet:
    return read_files({"sv/x.md": SWEDISH, "nl/x.md": DUTCH}).rules


def cited(decision: Decision, language: str) -> list[tuple[str, int, bool]]:
    return [(c.statement.language, c.statement.span.line, c.foreign) for c in citations(decision, language)]


def test_an_unknown_decision_cites_nothing(rules: RuleSet, locales: Locales) -> None:
    decision = decide(rules, "nonsense", ())
    assert citations(decision, "sv") == ()
    assert explain(decision, "en", locales).splitlines() == ["nonsense: unknown: no page speaks of it"]


@pytest.mark.parametrize("language", ["sv", "nl"])
def test_each_reason_is_cited_once_from_the_readers_language(rules: RuleSet, language: str) -> None:
    decision = decide(rules, "sale-module", {"sales-user", "complete-crm-user"})
    assert len(decision.because) == 2 * len(decision.rules)
    assert cited(decision, language) == [(language, 6, False)]


def test_a_sentence_that_gives_two_reasons_is_shown_once() -> None:
    place = Span("sv/x.md", 5, 1, 5, 9)
    both = [Statement(r, "sv", "x.md", place, "q", "t", "") for r in (Grants("p", "a", "b"), Grants("p", "b", None))]
    rules = reconcile(both, {"sv": frozenset({"x.md"})}, ids={"licence": frozenset({"p"})})
    decision = decide(rules, "a", {"p"})
    assert len(decision.rules) == 2
    assert cited(decision, "sv") == [("sv", 5, False)]


def test_a_reader_whose_language_does_not_say_it_is_shown_another(rules: RuleSet, locales: Locales) -> None:
    decision = decide(rules, "service-module", {"complete-crm-user"})
    assert cited(decision, "de") == [("nl", 6, True)]
    assert locales.get("nl").name in explain(decision, "de", locales).splitlines()[-1]


def test_the_text_names_what_is_asked_what_is_missing_and_where_it_is_said(rules: RuleSet, locales: Locales) -> None:
    sv = locales.get("sv")
    lines = explain(decide(rules, "service-module", {"sales-user"}), "sv", locales).splitlines()
    complete = sv.name_of("licence", "complete-crm-user")
    assert lines[0].startswith(sv.name_of("capability", "service-module") + ": ")
    assert lines[1].endswith(f": {complete}")
    assert lines[2:] == [
        f"  {complete}: “Åtkomst till Standard CRM, säljmodulen och SuperOffice Service.”",
        "    sv/x.md:6 #användarlicenser",
    ]


def test_several_missing_sets_are_alternatives_and_each_is_a_list_in_the_readers_language(
    read_files: Read, locales: Locales
) -> None:
    more = SWEDISH + "| Standard CRM-användare | Åtkomst till Standard CRM. |\n"
    decision = decide(read_files({"sv/x.md": more}).rules, "sale-module", ())
    lines = explain(decision, "sv", locales).splitlines()[1:3]
    name = {id: locales.get("sv").name_of("licence", id) for id in ("complete-crm-user", "standard-crm-user")}
    assert lines[0].endswith(f": {name['complete-crm-user']}")
    assert " och " in lines[1]
    assert name["standard-crm-user"] in lines[1]


def test_an_expired_licence_is_told_apart_from_one_never_held(rules: RuleSet, locales: Locales) -> None:
    held = [Holding("complete-crm-user", 1, dt.date(2025, 1, 31))]
    expired = explain(decide(rules, "service-module", held, at=dt.date(2025, 2, 1)), "nl", locales)
    never = explain(decide(rules, "service-module", (), at=dt.date(2025, 2, 1)), "nl", locales)
    assert expired.splitlines()[0] != never.splitlines()[0]
    assert expired.splitlines()[2] == "  Complete CRM-gebruiker is verlopen na 31 januari 2025"
    assert expired.splitlines()[3:] == never.splitlines()[2:]


def test_a_disputed_decision_cites_every_language_whoever_reads(read_files: Read, locales: Locales) -> None:
    changed = DUTCH.replace(", in aanvulling op Standard CRM", "")
    rules = read_files({"sv/x.md": SWEDISH, "nl/x.md": changed}).rules
    decision = decide(rules, "sale-module", {"sales-user"})
    assert decision.outcome == "disputed"
    for language in ("sv", "nl", "de"):
        foreign = {tag: tag != language for tag in ("nl", "sv")}
        assert set(cited(decision, language)) == {(tag, line, foreign[tag]) for tag in foreign for line in (5, 6)}
        text = explain(decision, language, locales)
        assert "“Toegang tot de Sale-module.”" in text
        assert "“Åtkomst till säljmodulen, utöver Standard CRM.”" in text


def test_the_public_explain_finds_the_installed_locales(rules: RuleSet, locales: Locales) -> None:
    import engine

    decision = decide(rules, "service-module", ())
    assert engine.explain(decision, "nl") == explain(decision, "nl", locales)


def test_an_unknown_language_is_refused_with_those_there_are(rules: RuleSet, locales: Locales) -> None:
    with pytest.raises(UsageError, match="no locale for language `xx`") as caught:
        explain(decide(rules, "sale-module", ()), "xx", locales)
    assert "sv" in (caught.value.help or "")
