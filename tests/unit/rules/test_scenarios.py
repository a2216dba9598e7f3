"""Tables of examples: what a row says, in any language, and what cannot be read."""

import datetime as dt
from collections.abc import Callable, Mapping

import pytest

from engine.localedata import Locales
from engine.model.decisions import Holding, Outcome
from engine.model.scenarios import Scenario
from engine.rules import Docs

Read = Callable[[Mapping[str, str]], Docs]

HEADS = {
    "en": "## Examples: who can do what\n\n| Licences held | Wish | Number in use | Date | Access from | Answer |",
    "sv": "## Exempel: vem kan göra vad\n\n"
    "| Befintliga licenser | Önskemål | Antal som används | Datum | Åtkomst från | Svar |",
    "de": "## Beispiele: Wer darf was\n\n"
    "| Vorhandene Lizenzen | Wunsch | Anzahl in Nutzung | Datum | Zugriff über | Antwort |",
}


def page(language: str, *rows: str) -> dict[str, str]:
    return {f"{language}/x.md": "\n".join((HEADS[language], "|---|---|---|---|---|---|", *rows, ""))}


def only(docs: Docs) -> Scenario:
    assert [f.code for f in docs.findings] == []
    (scenario,) = docs.scenarios
    return scenario


def test_a_row_says_who_has_what_and_which_answer_to_expect(read_files: Read) -> None:
    row = "| 3 × Satellite, Sales user (until 2026-06-30) and log-in rights | Satellite databases "
    scenario = only(read_files(page("en", row + "| 1,200 | 2026-07-01 | a web client | Allowed, near the limit |")))
    assert scenario.holdings == (
        Holding("login-rights"),
        Holding("sales-user", 1, dt.date(2026, 6, 30)),
        Holding("satellite", 3),
    )
    assert (scenario.wish, scenario.expected) == ("satellite-databases", Outcome.NEAR_LIMIT)
    assert (scenario.channel, scenario.in_use, scenario.at) == ("web", 1200, dt.date(2026, 7, 1))
    assert (scenario.span.path, scenario.span.line, scenario.answer.line) == ("en/x.md", 5, 5)


@pytest.mark.parametrize(
    ("language", "row"),
    [
        ("sv", "3 × Satellite + Säljanvändare t.o.m. 2026-06-30 | satellitdatabaser | 1 200 | – | – | Tillåtet"),
        ("de", "3 Satellite und Verkaufsbenutzer (bis 2026-06-30) | Satellitendatenbanken | 1.200 | | | Erlaubt"),
    ],
)
def test_a_language_has_its_own_names_numbers_and_joining_words(read_files: Read, language: str, row: str) -> None:
    scenario = only(read_files(page(language, f"| {row} |")))
    assert scenario.holdings == (Holding("sales-user", 1, dt.date(2026, 6, 30)), Holding("satellite", 3))
    assert (scenario.wish, scenario.expected, scenario.in_use) == ("satellite-databases", Outcome.ALLOWED, 1200)


@pytest.mark.parametrize("nothing", ["nothing", "–", "-", "None"])
def test_somebody_may_have_nothing(read_files: Read, nothing: str) -> None:
    assert only(read_files(page("en", f"| {nothing} | quotes | | – | | Not licensed |"))).holdings == ()


@pytest.mark.parametrize("id", [outcome.value for outcome in Outcome])
@pytest.mark.parametrize("language", ["da", "de", "en", "nb", "nl", "sv"])
def test_every_outcome_has_a_word_in_every_language(locales: Locales, language: str, id: str) -> None:
    assert locales.get(language).term("outcome", id.replace("_", "-"))


def test_a_wish_may_be_a_page_or_a_feature(read_files: Read) -> None:
    rows = ("| Core | [Flows](../flows/x.md#top) | | | | Allowed |", "| Core | Sales guide | | | | Unknown |")
    docs = read_files({"en/a/x.md": page("en", *rows)["en/x.md"], "en/flows/x.md": "# Flows\n\nText.\n"})
    assert [s.wish for s in docs.scenarios] == ["page:flows/x", "sales-guide"]


@pytest.mark.parametrize(
    ("row", "unread"),
    [
        ("| Sale usr | quotes | | | | Allowed |", ["Sale usr"]),
        ("| Sales user Core | quotes | | | | Allowed |", []),
        ("| Sales user + | quotes | | | | Allowed |", []),
        ("| 3 | quotes | | | | Allowed |", ["3"]),
        ("| Sales user (until tomorrow) | quotes | | | | Allowed |", ["Sales user (until tomorrow)"]),
        ("| Sales user (until 2026-06-30 | quotes | | | | Allowed |", ["Sales user (until 2026-06-30"]),
        ("| Sales user | [x](https://example.org/x.md) | | | | Allowed |", ["x"]),
        ("| Sales user | [x](../../x.md) | | | | Allowed |", ["x"]),
        ("| Sales user | see [x](x.md) | | | | Allowed |", ["see x"]),
        ("| Sales user | quotes | -1 | | | Allowed |", ["-1"]),
        ("| Sales user | quotes | 1.5 | | | Allowed |", ["1.5"]),
        ("| Sales user | quotes | | 2026-02-30 | | Allowed |", ["2026-02-30"]),
        ("| Sales user | quotes | | | a fax | Allowed |", ["a fax"]),
        ("| Sales usr | quots | | | | Perhaps |", ["Sales usr", "quots", "Perhaps"]),
    ],
)
def test_a_cell_that_cannot_be_read_is_told_of_and_never_guessed(read_files: Read, row: str, unread: list[str]) -> None:
    docs = read_files(page("en", row))
    told = [finding.arguments["text"] for finding in docs.findings if finding.code == "E002"]
    assert sorted(told) == sorted(unread)
    assert len(docs.scenarios) == (0 if unread else 1)


def test_examples_end_with_their_section_and_state_no_rules(read_files: Read) -> None:
    table = "| Licence | Description |\n|---|---|\n| Customer Centre | Access to the Customer Centre. |\n"
    text = page("en", "| nothing | quotes | | | | Unknown |")["en/x.md"]
    docs = read_files({"en/x.md": f"{text}\n### Below\n\n{table}\n## System licences\n\n{table}"})
    assert [f.arguments["text"] for f in docs.findings] == ["Licence"]
    assert {s.span.line for s in docs.rules.statements} == {17}
