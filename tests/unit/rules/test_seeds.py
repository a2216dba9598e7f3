"""The two real pages: each alone gives the whole rule set, and together they agree."""

from collections import Counter
from pathlib import Path

import pytest

from engine.checks import run_checks
from engine.localedata import Locales
from engine.model.rules import Describes, Grants, Licence, Quota, Requires
from engine.report.data import rules_data
from engine.rules import Docs, read_docs, rules_hash

from ...conftest import SEED_PAGE

LANGUAGES = ("nl", "sv")


@pytest.fixture(scope="module")
def alone(seeds: Path, locales: Locales) -> dict[str, Docs]:
    return {tag: read_docs(seeds, locales, languages=[tag]) for tag in LANGUAGES}


@pytest.fixture(scope="module")
def together(seeds: Path, locales: Locales) -> Docs:
    return read_docs(seeds, locales)


def test_no_rule_sentence_is_unread_and_no_name_unknown(together: Docs) -> None:
    assert not {f.code for f in together.findings} & {"R001", "R002", "R003"}


def test_the_languages_do_not_disagree_and_give_one_reading(together: Docs) -> None:
    assert together.rules.disagreements == ()
    assert [reading.languages for reading in together.rules.readings] == [LANGUAGES]


def test_the_only_findings_are_the_missing_include_and_the_licence_that_no_table_lists(together: Docs) -> None:
    found = [f for f in run_checks(together) if f.code.startswith(("R", "P", "F006"))]
    assert [(f.code, f.span.path, f.span.line) for f in found] == [
        ("R004", f"nl/{SEED_PAGE}", 14),
        ("F006", f"nl/{SEED_PAGE}", 25),
        ("R004", f"sv/{SEED_PAGE}", 14),
        ("F006", f"sv/{SEED_PAGE}", 25),
    ]


def test_each_language_alone_has_the_hash_of_both_together(alone: dict[str, Docs], together: Docs) -> None:
    hashes = {rules_hash(docs.rules) for docs in (*alone.values(), together)}
    assert len(hashes) == 1
    assert all(len(digits) == 64 for digits in hashes)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_each_page_defines_nine_system_three_site_and_ten_user_licences(alone: dict[str, Docs], tag: str) -> None:
    licences = alone[tag].rules.licences.values()
    assert Counter(licence.scope for licence in licences) == {"system": 9, "site": 3, "user": 10}
    assert {(li.edition, li.lifecycle) for li in licences if li.scope == "user"} == {("windows", "legacy")}
    assert {(li.edition, li.lifecycle) for li in licences if li.scope != "user"} == {(None, None)}


@pytest.mark.parametrize("tag", LANGUAGES)
def test_only_standard_crm_is_named_and_nowhere_listed(alone: dict[str, Docs], tag: str) -> None:
    assert alone[tag].rules.undefined == ("standard-crm",)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_each_page_states_exactly_these_rules(alone: dict[str, Docs], tag: str) -> None:
    """Written from reading the pages, line by line."""
    stated = alone[tag].rules.rules
    assert {r for r in stated if not isinstance(r, Licence)} == {
        Requires("log-in", "web", (("login-rights",), ("standard-crm",)), (("standard-crm", "system"),)),
        Describes("system", "accessible-systems"),
        Requires("superoffice-crm", None, (("superoffice-server",),)),
        Requires("superoffice-crm", "web", (("online-web-services",),)),
        Grants("area-management", "define-areas", None),
        Grants("sales-intelligence", "saint-monitors", None),
        Grants("exchange-synchronizer", "synchronizer", None),
        Grants("expander-services", "external-user-functions", None, ("audience", "third-party-apps"), True),
        Grants("customer-centre", "customer-centre", None),
        Grants("sales-quote-management", "quotes", None),
        Quota("satellite", "satellite-databases", None),
        Quota("reporter-studio", "reporter-studio", "site"),
        Quota("audience", "audience", "site"),
        Grants("standard-crm-user", "standard-crm", None),
        Grants("marketing-user", "marketing-module", "standard-crm"),
        Grants("sales-user", "sale-module", "standard-crm"),
        Grants("service-user", "service-module", "standard-crm"),
        Grants("complete-crm-user", "standard-crm", None),
        Grants("complete-crm-user", "sale-module", None),
        Grants("complete-crm-user", "service-module", None),
        Grants("windows-app", "windows-client", None),
        Grants("remote-travel", "remote-travel", None),
        Grants("pocket-crm", "pocket-crm-app", None),
        Grants("outlook-synchronizer", "outlook-synchronization", None),
        Grants("sales-quote-access", "quote-module", "standard-crm"),
    }


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_clause_about_travelling_is_kept_as_a_note(alone: dict[str, Docs], tag: str) -> None:
    notes = {s.rule.licence: s.notes for s in alone[tag].rules.statements if isinstance(s.rule, Grants) and s.notes}
    assert list(notes) == ["remote-travel"]
    assert len(notes["remote-travel"]) == 1


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_quote_is_the_source_text_of_its_place(seeds: Path, alone: dict[str, Docs], tag: str) -> None:
    lines = (seeds / tag / SEED_PAGE).read_text(encoding="utf-8").splitlines()
    statements = alone[tag].rules.statements
    assert statements
    for statement in statements:
        span = statement.span
        if span.line == span.end_line:
            assert statement.quote == lines[span.line - 1][span.column - 1 : span.end_column - 1]
        else:
            assert statement.quote.splitlines()[1:-1] == lines[span.line : span.end_line - 1]
            assert lines[span.line - 1].endswith(statement.quote.splitlines()[0])


def test_the_data_has_the_four_parts_and_sorted_wordless_rules(together: Docs) -> None:
    data = rules_data(together.rules)
    assert list(data) == ["licences", "undefined", "rules", "disagreements"]
    assert data["licences"]["audience"] == {"scope": "site", "edition": None, "lifecycle": None}
    assert data["licences"]["sales-user"] == {"scope": "user", "edition": "windows", "lifecycle": "legacy"}
    assert data["undefined"] == ["standard-crm"]
    assert data["disagreements"] == []
    grant = {"kind": "Grants", "licence": "sales-user", "capability": "sale-module", "beside": "standard-crm"}
    assert grant in data["rules"]
    assert {frozenset(r) for r in data["rules"] if r["kind"] == "Grants" and r["licence"] != "expander-services"} == {
        frozenset({"kind", "licence", "capability", "beside"})
    }
    assert sum(r["kind"] == "Grants" and r["licence"] == "complete-crm-user" for r in data["rules"]) == 3
