"""`charter ask`: the answer in the reader's language, with that language's own sentence."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.localedata import Locales

from ...conftest import SEED_PAGE
from .conftest import Result

Run = Callable[..., Result]


@pytest.fixture
def ask(charter: Run, seeds: Path) -> Run:
    return lambda *arguments: charter("ask", *arguments, "--docs", seeds)


@pytest.mark.parametrize(
    ("language", "other", "sentence"),
    [
        ("sv", "nl", "Åtkomst till säljmodulen, i tillägg till Standard CRM."),
        ("nl", "sv", "Toegang tot de Sale-module, in aanvulling op Standard CRM."),
    ],
)
def test_the_answer_quotes_the_readers_language_with_page_and_line(
    ask: Run, locales: Locales, language: str, other: str, sentence: str
) -> None:
    held = ("--hold", "sales-user", "--hold", "standard-crm-user")
    result = ask("sale-module", *held, "--language", language)
    assert (result.status, result.err) == (0, "")
    assert result.out.startswith(locales.get(language).name_of("capability", "sale-module") + ": ")
    licence = locales.get(language).name_of("licence", "sales-user")
    assert f"  {licence}: “{sentence}”\n    {language}/{SEED_PAGE}:59 #" in result.out
    assert f"{other}/{SEED_PAGE}" not in result.out


@pytest.mark.parametrize("language", ["sv", "nl"])
def test_json_has_the_five_parts_and_quotes_the_readers_language(ask: Run, language: str) -> None:
    result = ask("log-in", "--channel", "web", "--hold", "login-rights", "--language", language, "--format", "json")
    data = json.loads(result.out)
    assert (result.status, result.err) == (1, "")
    assert list(data) == ["capability", "outcome", "allowed", "missing", "because"]
    assert (data["capability"], data["outcome"], data["allowed"]) == ("log-in", "not_licensed", False)
    assert data["missing"] == [["standard-crm"]]
    (reason,) = data["because"]
    assert list(reason) == ["rule", "language", "path", "line", "anchor", "quote"]
    assert (reason["language"], reason["path"], reason["line"]) == (
        language, f"{language}/{SEED_PAGE}", 14,
    )  # fmt: skip
    assert reason["rule"]["kind"] == "Requires"
    assert len(reason["quote"].splitlines()) == 4


def test_what_no_licence_turns_has_nothing_missing(ask: Run) -> None:
    used = ("--hold", "satellite=3", "--usage", "satellite-databases=3")
    result = ask("satellite-databases", *used, "--format", "json", "--language", "sv")
    data = json.loads(result.out)
    assert (result.status, data["outcome"], data["missing"]) == (1, "limit_reached", [])


@pytest.mark.parametrize(
    ("hold", "status"),
    [
        ("outlook-synchronizer", 0),
        ("outlook-synchronizer=2", 0),
        ("outlook-synchronizer=0", 1),
        ("outlook-synchronizer@2025-02-01", 0),
        ("outlook-synchronizer=2@2025-01-31", 1),
        ("standard-crm-user", 1),
    ],
)
def test_a_holding_may_have_a_number_and_a_last_day(ask: Run, hold: str, status: int) -> None:
    assert ask("outlook-synchronization", "--hold", hold, "--at", "2025-02-01").status == status


def test_a_language_without_pages_gets_a_foreign_sentence_and_is_told_so(ask: Run) -> None:
    result = ask("quotes", "--hold", "sales-quote-management", "--language", "de")
    assert result.status == 0
    assert len(re.findall(r"admin/license/learn/index\.md:39 #\S+ \(", result.out)) == 1


def test_without_a_channel_the_answer_says_where_more_is_needed(ask: Run, locales: Locales) -> None:
    held = ("--hold", "superoffice-server", "--language", "sv")
    web = locales.get("sv").name_of("channel", "web")
    general = ask("superoffice-crm", *held)
    assert general.status == 0
    assert general.out.splitlines()[1].endswith(f": {web}")


def test_an_unknown_capability_is_no_yes_and_suggests_the_nearest(ask: Run) -> None:
    result = ask("sale-modul", "--language", "sv", "--format", "json")
    assert result.status == 1
    assert json.loads(result.out)["outcome"] == "unknown"
    assert result.err == "did you mean `sale-module`?\n"


def test_a_capability_that_is_near_to_none_gets_no_suggestion(ask: Run) -> None:
    assert ask("xyzzy", "--language", "sv").err == ""


@pytest.mark.parametrize(
    ("arguments", "what", "remedy"),
    [
        (("--hold", "sales-usr"), "unknown licence or right `sales-usr`", "did you mean `sales-user`?"),
        (("--channel", "wib"), "unknown channel `wib`", "did you mean `web`?"),
        (("--usage", "satelite-databases=1"), "unknown metric", "did you mean `satellite-databases`?"),
        (("--hold", "audience=many"), "`--hold audience=many` is malformed", "with a whole number"),
        (("--hold", "audience="), "`--hold audience=` is malformed", "with a whole number"),
        (("--hold", "audience=-1"), "`--hold audience=-1` is malformed", "with a whole number"),
        (("--hold", "audience=" + "9" * 5000), "is malformed", "with a whole number"),
        (("--hold", "=3"), "`--hold =3` is malformed", "with a whole number"),
        (("--hold", ""), "names nothing", "write `--hold ID`"),
        (("--hold", "@2025-01-01"), "names nothing", "write `--hold ID`"),
        (("--hold", "audience@"), "`` in `--hold` is no date", "write it as YYYY-MM-DD"),
        (("--hold", "audience@soon"), "`soon` in `--hold` is no date", "write it as YYYY-MM-DD"),
        (("--usage", "audience"), "`--usage audience` is malformed", "with a whole number"),
        (("--usage", "audience=½"), "`--usage audience=½` is malformed", "with a whole number"),
        (("--at", "2025-02-30"), "`2025-02-30` in `--at` is no date", "write it as YYYY-MM-DD"),
        (("--at", ""), "`` in `--at` is no date", "write it as YYYY-MM-DD"),
        (("--language", "xx"), "no locale for language `xx`", "use one of: da, de, en"),
    ],
)
def test_a_malformed_or_unknown_value_is_misuse_and_says_how_to_mend_it(
    ask: Run, arguments: tuple[str, ...], what: str, remedy: str
) -> None:
    result = ask("audience", *arguments)
    assert (result.status, result.out) == (2, "")
    assert what in result.err
    assert remedy in result.err.split("help: ")[1]


def test_a_disputed_answer_quotes_both_languages(charter: Run, edit_seeds: Callable[[str, str, str], Path]) -> None:
    docs = edit_seeds("sv", "säljmodulen, i tillägg till Standard CRM.", "säljmodulen.")
    asked = ("ask", "sale-module", "--hold", "sales-user", "--docs", docs)
    result = charter(*asked, "--language", "sv", "--format", "json")
    data = json.loads(result.out)
    assert (result.status, data["outcome"], data["allowed"]) == (1, "disputed", False)
    quotes = {reason["language"]: reason["quote"] for reason in data["because"] if reason["line"] == 59}
    assert quotes == {
        "sv": "Åtkomst till säljmodulen.",
        "nl": "Toegang tot de Sale-module, in aanvulling op Standard CRM.",
    }
    text = charter(*asked, "--language", "en").out
    assert all(quote in text for quote in quotes.values())
    assert {line.strip() for line in text.splitlines() if line.startswith("  as read")} == {
        "as read in nl: not licensed",
        "as read in sv: allowed",
    }


def test_why_shows_the_whole_tree_in_the_readers_language(ask: Run) -> None:
    asked = ("sale-module", "--hold", "sales-user", "--why")
    text = ask(*asked, "--language", "sv").out
    assert "✗ ges av något av följande" in text
    assert "✓ Säljanvändare finns" in text
    data = json.loads(ask(*asked, "--language", "nl", "--format", "json").out)
    assert (data["why"]["kind"], data["why"]["met"]) == ("capability", False)
    assert data["why"]["parts"][0]["parts"][0]["because"][0]["language"] == "nl"
