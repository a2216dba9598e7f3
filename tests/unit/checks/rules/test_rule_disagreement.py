"""One fact changed in one of the real pages: exactly the findings of that change, at its line, with both quotes."""

from collections.abc import Callable
from pathlib import Path

import pytest

from engine.checks import run_checks
from engine.findings import Finding
from engine.localedata import Locales
from engine.rules import read_docs

from ....conftest import SEED_PAGE

Edit = Callable[[str, str, str], Path]

EVER = [("F006", "nl"), ("F006", "sv"), ("R004", "nl"), ("R004", "sv")]
"""What the untouched seeds have, once each: a missing include and the undefined licence of the log-in rule."""


def key(finding: Finding) -> tuple[str, str, int]:
    return finding.code, finding.span.path.removesuffix(f"/{SEED_PAGE}"), finding.span.line


def findings_of_rules(docs: Path, locales: Locales) -> list[Finding]:
    """What is found about rules, includes and pages; how the pages are linked and set is no matter here."""
    return [f for f in run_checks(read_docs(docs, locales)) if f.code.startswith(("R", "P", "F006"))]


def new_findings(docs: Path, locales: Locales) -> list[Finding]:
    found = findings_of_rules(docs, locales)
    assert sorted(key(f)[:2] for f in found if key(f)[:2] in EVER) == EVER
    return [f for f in found if key(f)[:2] not in EVER]


def quotes(finding: Finding) -> dict[tuple[str, int], str]:
    return {(r.span.path.removesuffix(f"/{SEED_PAGE}"), r.span.line): r.quote for r in finding.related}


HARMLESS = {
    "another wording": ("sv", "Ger tillgång till offerter.", "Åtkomst till offerter."),
    "another wording of a prerequisite": ("sv", "säljmodulen, i tillägg till", "säljmodulen, utöver"),
    "another order of a list": (
        "sv",
        "Standard CRM, säljmodulen och SuperOffice Service",
        "SuperOffice Service, Standard CRM och säljmodulen",
    ),
    "another order of channels": (
        "sv",
        "via SuperOffice Audience eller tredjepartsprogram",
        "via tredjepartsprogram eller SuperOffice Audience",
    ),
    "another order of the log-in list": (
        "sv",
        "* Inloggningsbehörighet till SuperOffice CRM\n* En systemlicens för Standard CRM",
        "* En systemlicens för Standard CRM\n* Inloggningsbehörighet till SuperOffice CRM",
    ),
    "another note": ("nl", "wanneer de gebruiker onderweg is", "wanneer u op reis bent"),
    "a closing pipe more": ("sv", "SuperOffice Synchronizer.\n", "SuperOffice Synchronizer. |\n"),
    "another order of rows": (
        "nl",
        "| Customer Centre | Maakt gebruik van het Customer Centre mogelijk. |\n"
        "| Verkoopoffertebeheer | Maakt het gebruik van offertes mogelijk. |\n",
        "| Verkoopoffertebeheer | Maakt het gebruik van offertes mogelijk. |\n"
        "| Customer Centre | Maakt gebruik van het Customer Centre mogelijk. |\n",
    ),
    "bold": ("sv", "Ger tillgång till offerter.", "Ger tillgång till **offerter**."),
    "another heading": ("sv", "## Relaterade ämnen", "## Läs också"),
}


@pytest.mark.parametrize("change", HARMLESS)
def test_a_change_that_changes_no_fact_is_silent(edit_seeds: Edit, locales: Locales, change: str) -> None:
    assert new_findings(edit_seeds(*HARMLESS[change]), locales) == []


DIFFERENT = {
    "another grant": ("sv", "Ger tillgång till offerter.", "Ger tillgång till Kundcenter.", 39),
    "another grant, in Dutch": (
        "nl",
        "Maakt het gebruik van offertes mogelijk.",
        "Maakt het gebruik van het Customer Centre mogelijk.",
        39,
    ),
    "a grant fewer": ("sv", "Standard CRM, säljmodulen och SuperOffice Service", "Standard CRM och säljmodulen", 61),
    "a grant more": ("sv", "Ger tillgång till offerter.", "Ger tillgång till offerter och Kundcenter.", 39),
    "another prerequisite": (
        "sv",
        "säljmodulen, i tillägg till Standard CRM",
        "säljmodulen, i tillägg till SuperOffice Service",
        59,
    ),
    "a prerequisite fewer": ("nl", "Sale-module, in aanvulling op Standard CRM", "Sale-module", 59),
    "a prerequisite more": (
        "sv",
        "Åtkomst till synkronisering med Outlook.",
        "Åtkomst till synkronisering med Outlook, i tillägg till Standard CRM.",
        65,
    ),
    "a channel fewer": ("sv", "SuperOffice Audience eller tredjepartsprogram", "SuperOffice Audience", 37),
    "another channel": ("sv", "SuperOffice Audience eller tredjepartsprogram", "en webbklient", 37),
    "another unit of a quota": (
        "sv",
        "Antal satellitdatabaser som ditt företag kan definiera.",
        "Det maximala antalet platser som kan använda satellitdatabaser.",
        47,
    ),
    "another metric of a quota": (
        "nl",
        "Het maximum aantal sites dat SuperOffice Audience kan gebruiken.",
        "Het maximum aantal sites dat SuperOffice Reporter Studio kan gebruiken.",
        49,
    ),
    "no more among other things": ("sv", ", bland annat. |", ". |", 37),
    "no more among other things, in Dutch": ("nl", "Maakt onder meer het", "Maakt het", 37),
    "another scope in the log-in list": (
        "sv",
        "En systemlicens för Standard CRM",
        "En platslicens för Standard CRM",
        14,
    ),
    "a right fewer in the log-in list": ("sv", "* Inloggningsbehörighet till SuperOffice CRM\n", "", 14),
    "a right fewer in the log-in list, in Dutch": ("nl", "* Aanmeldrechten voor SuperOffice CRM\n", "", 14),
}
"""Change -> (language, old, new, line): the same line of both pages says the fact."""


@pytest.mark.parametrize("change", DIFFERENT)
def test_a_changed_fact_is_one_finding_that_quotes_both_languages(
    edit_seeds: Edit, locales: Locales, change: str
) -> None:
    language, old, new, line = DIFFERENT[change]
    docs = edit_seeds(language, old, new)
    (finding,) = new_findings(docs, locales)
    assert (finding.code, finding.name, finding.severity) == ("R005", "rule-differs", "error")
    assert finding.span.line == line
    quoted = quotes(finding)
    assert set(quoted) == {("nl", line), ("sv", line)}
    for (tag, _), quote in quoted.items():
        assert quote in (docs / tag / SEED_PAGE).read_text(encoding="utf-8")
    assert new == "" or new.strip(" |") in (docs / language / SEED_PAGE).read_text(encoding="utf-8")
    assert quoted[language, line] != quoted["nl" if language == "sv" else "sv", line]


def test_the_finding_names_both_languages_and_their_sentences(edit_seeds: Edit, locales: Locales) -> None:
    docs = edit_seeds("sv", "Ger tillgång till offerter.", "Ger tillgång till Kundcenter.")
    (finding,) = new_findings(docs, locales)
    assert finding.arguments == {
        "language": "sv",
        "here": "Ger tillgång till Kundcenter.",
        "other": "nl",
        "there": "Maakt het gebruik van offertes mogelijk.",
    }
    assert list(quotes(finding).values()) == [finding.arguments["here"], finding.arguments["there"]]


DROPPED = {
    "a user licence": ("sv", "| Pocket CRM | Åtkomst till Pocket CRM-appen för SuperOffice CRM. |\n", 63, 64),
    "the last row": (
        "nl",
        "| Toegang verkoopofferte | Toegang tot de Offerte-module, in aanvulling op Standard CRM. |\n",
        65,
        66,
    ),
    "a system licence that is required": (
        "nl",
        "| SuperOffice Server | Vereist voor het gebruik van SuperOffice CRM. |\n",
        31,
        32,
    ),
    "a site licence": ("sv", "| Satellite | Antal satellitdatabaser som ditt företag kan definiera. |\n", 45, 47),
    "a licence that grants several": (
        "sv",
        "| Fullständig CRM-användare | Åtkomst till Standard CRM, säljmodulen och SuperOffice Service. |\n",
        60,
        61,
    ),
}
"""Change -> (language, row, line of what stood before it, line in the other language)."""


@pytest.mark.parametrize("change", DROPPED)
def test_a_dropped_row_is_one_finding_at_its_place_that_quotes_the_other_language(
    edit_seeds: Edit, locales: Locales, change: str
) -> None:
    language, row, before, there = DROPPED[change]
    other = "nl" if language == "sv" else "sv"
    docs = edit_seeds(language, row, "")
    (finding,) = new_findings(docs, locales)
    assert (finding.name, *key(finding)[1:]) == ("rule-missing", language, before)
    assert list(quotes(finding)) == [(other, there)]
    line = (docs / other / SEED_PAGE).read_text(encoding="utf-8").splitlines()[there - 1]
    assert line.startswith(f"| {quotes(finding)[other, there]} |")


def test_a_dropped_requirement_takes_its_other_finding_with_it(edit_seeds: Edit, locales: Locales) -> None:
    docs = edit_seeds("sv", "* En systemlicens för Standard CRM\n", "")
    found = {key(finding) for finding in findings_of_rules(docs, locales)}
    assert found == {("R004", "nl", 14), ("F006", "nl", 25), ("R005", "sv", 14), ("F006", "sv", 24)}


def test_a_fact_of_the_section_is_told_for_every_licence_in_it(edit_seeds: Edit, locales: Locales) -> None:
    docs = edit_seeds("sv", "(Windows – äldre)", "(Windows)")
    found = new_findings(docs, locales)
    assert [key(finding) for finding in found] == [("R005", "sv", line) for line in range(57, 67)]


def test_what_a_page_then_lacks_is_not_told_beside_an_unread_description(edit_seeds: Edit, locales: Locales) -> None:
    docs = edit_seeds("sv", "Ger tillgång till offerter.", "Målar huset blått.")
    found = new_findings(docs, locales)
    assert [(f.code, f.span.path[:2]) for f in found] == [("R001", "sv")]


def test_what_a_page_then_lacks_is_not_told_beside_an_unknown_name(edit_seeds: Edit, locales: Locales) -> None:
    docs = edit_seeds("sv", "| Säljanvändare |", "| Handelsman |")
    found = new_findings(docs, locales)
    assert [key(f) for f in found] == [("R002", "sv", 59)]
    assert found[0].arguments == {"name": "Handelsman", "suggestion": "sales-user"}


def test_of_three_languages_only_the_one_that_differs_is_told(locales: Locales, make_docs: Callable[..., Path]) -> None:
    docs = make_docs(
        {
            "sv/x.md": "## Systemlicenser\n\n| Licens | Beskrivning |\n|---|---|\n| Customer Centre | "
            "Åtkomst till offerter. |\n",
            "nl/x.md": "## Systeemlicenties\n\n| Licentie | Beschrijving |\n|---|---|\n| Customer Centre | "
            "Toegang tot het Customer Centre. |\n",
            "en/x.md": "## System licences\n\n| Licence | Description |\n|---|---|\n| Customer Centre | "
            "Access to Customer Centre. |\n",
        }
    )
    (finding,) = run_checks(read_docs(docs, locales))
    assert (finding.code, finding.span.path, finding.span.line) == ("R005", "sv/x.md", 5)
    assert [r.span.path for r in finding.related] == ["sv/x.md", "en/x.md"]


def test_a_page_in_one_language_only_disagrees_with_nothing(locales: Locales, make_docs: Callable[..., Path]) -> None:
    text = "## Systemlicenser\n\n| Licens | Beskrivning |\n|---|---|\n| Customer Centre | Åtkomst till offerter. |\n"
    found = run_checks(read_docs(make_docs({"sv/x.md": text, "nl/y.md": "Tekst.\n"}), locales))
    assert {finding.code for finding in found} == {"P001"}


PLANS = "| Plan | {text} |\n|---|---|\n| Starter | a |\n| Core | b |\n\n"
LIMITS = "| {limit} | Starter | Core |\n|---|---|---|\n| Dashboards | {first} | {second} |\n"


def test_an_order_of_plans_that_one_language_does_not_settle_is_told_once(
    make_docs: Callable[[dict[str, str]], Path], locales: Locales
) -> None:
    pages = {
        "en/x.md": PLANS.format(text="Description") + LIMITS.format(limit="Limit", first=1, second=2),
        "sv/x.md": PLANS.format(text="Beskrivning") + LIMITS.format(limit="Gräns", first=2, second=2),
    }
    found = run_checks(read_docs(make_docs(pages), locales))
    assert sorted(finding.code for finding in found) == ["R005", "R008"]


def test_plans_that_are_cumulative_in_one_language_only_are_told_whatever_their_order(
    make_docs: Callable[[dict[str, str]], Path], locales: Locales
) -> None:
    pages = {
        "en/x.md": "Plans are cumulative.\n\n" + PLANS.format(text="Description"),
        "sv/x.md": PLANS.format(text="Beskrivning"),
    }
    found = run_checks(read_docs(make_docs(pages), locales))
    assert sorted(finding.code for finding in found) == ["R005", "R005", "R008", "R008", "S009"]
