"""Findings, rules and decisions as plain data: exactly the fields that others rely on."""

import json
from collections.abc import Callable, Mapping

from engine.findings import CODES, Finding, Related
from engine.localedata import Messages
from engine.model.spans import Span
from engine.report.data import as_json, counts, finding_data, rules_data
from engine.rules import Docs, reconcile

Read = Callable[[Mapping[str, str]], Docs]

PLACE = Span("sv/x.md", 3, 5, 4, 9)


def test_an_empty_rule_set_has_all_four_parts() -> None:
    assert rules_data(reconcile([], {})) == {"licences": {}, "undefined": [], "rules": [], "disagreements": []}


def test_no_findings_are_counted_as_none_of_each_severity() -> None:
    assert counts([]) == {"error": 0, "warning": 0, "note": 0}


def test_findings_are_counted_by_severity_the_gravest_first() -> None:
    found = [Finding(code, PLACE) for code in ("F006", "R001", "P001", "R005", "R002", "R005")]
    assert list(counts(found).items()) == [("error", 3), ("warning", 2), ("note", 1)]


def test_a_finding_has_its_place_words_and_related_quotes() -> None:
    related = (Related(Span("nl/x.md", 7, 1, 7, 3), "Hé “zo”"),)
    finding = Finding("R004", PLACE, {"licence": "standard-crm"}, related)
    assert list(finding_data(finding, Messages(), "f00d").items()) == [
        ("code", "R004"),
        ("name", "undefined-licence"),
        ("severity", "warning"),
        ("path", "sv/x.md"),
        ("line", 3),
        ("column", 5),
        ("end_line", 4),
        ("end_column", 9),
        ("message", "the licence `standard-crm` is named here and no page lists it"),
        ("help", "list it on a licence page, or name the licence that is meant"),
        ("related", [{"path": "nl/x.md", "line": 7, "column": 1, "quote": "Hé “zo”"}]),
        ("fingerprint", "f00d"),
    ]


def test_a_brace_or_percent_sign_on_a_page_is_no_placeholder_of_a_message() -> None:
    finding = Finding("R001", PLACE, {"sentence": "100 % {sentence} {x}"})
    assert finding_data(finding, Messages(), "")["message"] == "no sentence pattern reads `100 % {sentence} {x}`"


def test_the_table_of_codes_is_in_order_and_its_names_are_unique() -> None:
    assert list(CODES) == sorted(CODES)
    assert len({code.name for code in CODES.values()}) == len(CODES)
    assert {code.severity for code in CODES.values()} <= set(counts([]))


def test_messages_are_lower_case_without_a_final_stop_and_help_begins_with_a_verb_apart_from_it() -> None:
    for code in CODES.values():
        assert code.message[0] in "`{" or code.message[0].islower(), code.code
        assert not code.message.endswith("."), code.code
        assert code.help[0].islower(), code.code
        assert not code.help.endswith("."), code.code


ROWS = "## Systemlicenser\n\n| Licens | Beskrivning |\n|---|---|\n| Customer Centre | {} |\n"
DUTCH = "## Systeemlicenties\n\n| Licentie | Beschrijving |\n|---|---|\n| Customer Centre | {} |\n"


def test_a_disagreement_shows_the_rules_and_quotes_of_each_side(read_files: Read) -> None:
    files = {"sv/x.md": ROWS.format("Åtkomst till offerter."), "nl/x.md": DUTCH.format("")}
    assert rules_data(read_files(files).rules)["disagreements"] == [
        {
            "topic": ["Row", "customer-centre"],
            "page": "x.md",
            "sides": [
                {"language": "nl", "path": "nl/x.md", "line": 5, "rules": [], "quotes": []},
                {
                    "language": "sv",
                    "path": "sv/x.md",
                    "line": 5,
                    "rules": [{"kind": "Grants", "licence": "customer-centre", "capability": "quotes", "beside": None}],
                    "quotes": ["Åtkomst till offerter."],
                },
            ],
        }
    ]


def test_json_keeps_letters_as_they_are_and_is_indented() -> None:
    text = as_json({"a": ["ö", None, True]})
    assert json.loads(text) == {"a": ["ö", None, True]}
    assert "ö" in text
    assert "\n  " in text
