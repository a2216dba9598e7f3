"""Answers as plain data: every part that there is something to say of, and no other."""

import datetime as dt
from collections.abc import Callable, Mapping

from engine import Holding, decide, limits
from engine.entitlement.explanation import explained
from engine.localedata import Locales
from engine.report.answers import bound_data, decision_data, explained_data
from engine.rules import Docs

Read = Callable[[Mapping[str, str]], Docs]

ROWS = "## Systemlicenser\n\n| Licens | Beskrivning |\n|---|---|\n| Customer Centre | {} |\n"
SITE = "## Platslicenser\n\n| Licens | Beskrivning |\n|---|---|\n"
SITE += "| Satellite | Antal satellitdatabaser som ditt företag kan definiera. |\n"


def test_a_decision_has_five_parts_and_each_reason_six(read_files: Read) -> None:
    rules = read_files({"sv/x.md": ROWS.format("Åtkomst till offerter.")}).rules
    assert decision_data(decide(rules, "quotes", {"customer-centre"}), "sv") == {
        "capability": "quotes",
        "outcome": "allowed",
        "allowed": True,
        "missing": [],
        "because": [
            {
                "rule": {"kind": "Grants", "licence": "customer-centre", "capability": "quotes", "beside": None},
                "language": "sv",
                "path": "sv/x.md",
                "line": 5,
                "anchor": "systemlicenser",
                "quote": "Åtkomst till offerter.",
            }
        ],
    }


def test_what_else_there_is_to_say_is_named(read_files: Read) -> None:
    rules = read_files({"sv/x.md": ROWS.format("Åtkomst till offerter.") + "\n" + SITE}).rules
    assert decision_data(decide(rules, "qotes", ()), "sv")["nearest"] == "quotes"
    full = decide(rules, "satellite-databases", {"satellite": 2}, usage={"satellite-databases": 4})
    assert decision_data(full, "sv")["more"] == {"satellite": 3}
    wrong = decide(rules, "quotes", frozenset({Holding("customer-centre", by="user")}))
    assert decision_data(wrong, "sv")["misplaced"] == [{"id": "customer-centre", "by": "user", "scopes": ["system"]}]
    late = Holding("customer-centre", 1, dt.date(2026, 6, 30), grace=7)
    in_grace = decide(rules, "quotes", frozenset({late}), at=dt.date(2026, 7, 1))
    assert decision_data(in_grace, "sv")["in_grace"] == ["customer-centre"]


def test_each_side_of_a_dispute_is_named(read_files: Read) -> None:
    dutch = (
        "## Systeemlicenties\n\n| Licentie | Beschrijving |\n|---|---|\n| Customer Centre | Toegang tot offertes. |\n"
    )
    rules = read_files({"sv/x.md": ROWS.format("Ger tillgång till Kundcenter."), "nl/x.md": dutch}).rules
    data = decision_data(decide(rules, "quotes", {"customer-centre"}), "sv")
    assert data["disputed"] == {"nl": "allowed", "sv": "unknown"}


def test_an_explanation_is_a_tree_with_texts_and_citations(read_files: Read, locales: Locales) -> None:
    rules = read_files({"sv/x.md": ROWS.format("Åtkomst till offerter.")}).rules
    data = explained_data(explained(rules, decide(rules, "quotes", ()), "sv", locales))
    assert (data["kind"], data["about"], data["met"], data["need"]) == ("capability", "quotes", False, "all")
    (given,) = data["parts"]  # type: ignore[misc]
    (by,) = given["parts"]
    assert by["because"][0]["line"] == 5
    assert [part["text"] for part in by["parts"]] == ["Customer Centre saknas"]


def test_a_bound_tells_what_is_left(read_files: Read) -> None:
    rules = read_files({"sv/x.md": SITE}).rules
    (bound,) = limits(rules, {"satellite": 3}, usage={"satellite-databases": 1})
    data = bound_data(bound, "sv")
    assert {key: data[key] for key in ("metric", "bound", "used", "left", "metered", "status")} == {
        "metric": "satellite-databases",
        "bound": 3,
        "used": 1,
        "left": 2,
        "metered": False,
        "status": None,
    }
    assert [citation["line"] for citation in data["because"]] == [5]  # type: ignore[attr-defined]
