"""The finder answers what the engine answers."""

import itertools
from pathlib import Path

import pytest
from playwright.sync_api import Page

import engine
from engine.model.rules import holdable_ids
from engine.model.rulesets import RuleSet
from tests.conftest import ROOT

Answer = tuple[str, list[list[str]]]
LICENCES = "admin/license/learn/index.html"


@pytest.fixture(scope="module")
def rules() -> RuleSet:
    return engine.load(ROOT / "docs")


def asked(rules: RuleSet) -> list[tuple[str, list[str], str]]:
    """Every capability with nothing, with each single licence, and with pairs, over no channel and over the web."""
    held = sorted({id for rule in rules.rules for id in holdable_ids(rule)} - rules.ids["class"])
    pairs = list(itertools.combinations(held, 2))
    holdings = [[], *([id] for id in held), *(list(pair) for pair in pairs[:: max(1, len(pairs) // 40)])]
    wishes = ["log-in", "superoffice-crm", "sale-module", "quote-module", "active-projects", "dashboards", "storage"]
    wishes += ["custom-objects", "active-marketing-flows", "mobile-crm", "marketing-automation", "satellite-databases"]
    wishes += ["page:project/learn/index", "page:marketing/flows/learn/index"]
    return [(wish, ids, over) for wish in wishes for ids in holdings for over in ("", "web")]


def by_the_engine(rules: RuleSet, wish: str, ids: list[str], over: str) -> Answer:
    decision = engine.decide(rules, wish, ids, channel=over or None)
    return str(decision.outcome), [list(group) for group in decision.missing]


def by_the_page(page: Page, questions: list[tuple[str, list[str], str]]) -> list[Answer]:
    """What the script of the page says. A channel of which the rules say nothing is no choice there."""
    found = page.evaluate(
        """(questions) => {
          const form = document.querySelector("form.finder");
          const data = JSON.parse(document.getElementById("finder-data").textContent);
          return questions.map(([wish, ids, over]) => {
            const found = form.decide(wish, ids, data.wishes[wish][over] ? over : "");
            return [found.outcome, found.missing];
          });
        }""",
        questions,
    )
    return [(outcome, missing) for outcome, missing in found]


def test_a_grid_of_questions_has_the_same_answers_in_both(page: Page, site: Path, rules: RuleSet) -> None:
    questions = asked(rules)
    page.goto(f"{(site / 'sv/rules/finder.html').as_uri()}")
    answers = by_the_page(page, questions)
    differing = [
        (question, mine, theirs)
        for question, mine in zip(questions, answers, strict=True)
        if mine != (theirs := by_the_engine(rules, *question))
    ]
    assert differing == []
    assert {outcome for outcome, _ in answers} == {"allowed", "not_licensed", "unknown"}


def test_where_languages_differ_both_say_that_it_is_disputed(page: Page, small_site: Path) -> None:
    rules = engine.load(small_site.parent / "docs")
    page.goto((small_site / "nl/rules/finder.html").as_uri())
    wishes = ("sale-module", "service-module", "standard-crm", "customer-centre")
    questions = [
        (wish, list(ids), "")
        for wish in wishes
        for count in (0, 1, 2)
        for ids in itertools.combinations(("sales-user", "customer-centre", "area-management"), count)
    ]
    for question, mine in zip(questions, by_the_page(page, questions), strict=True):
        assert mine == by_the_engine(rules, *question), question


def test_a_reader_ticks_and_is_answered_and_can_share_it(page: Page, site: Path) -> None:
    address = (site / "sv/rules/finder.html").as_uri()
    page.goto(address)
    page.get_by_label("Säljanvändare", exact=True).check()
    page.locator("select[name=wish]").select_option("sale-module")
    assert "Standard CRM-användare" in page.locator(".answer").inner_text()
    assert page.locator(".answer.not_licensed").count() == 1
    page.get_by_label("Standard CRM-användare", exact=True).check()
    assert page.locator(".answer.allowed").count() == 1
    assert page.url.endswith("#hold=standard-crm-user,sales-user&wish=sale-module") or page.url.endswith(
        "#hold=sales-user,standard-crm-user&wish=sale-module"
    )
    quote = page.locator(".answer .quote a").first
    assert quote.get_attribute("href") == f"../{LICENCES}#licence-sales-user"
    shared = page.url
    page.goto("about:blank")
    page.goto(shared)
    assert page.locator(".answer.allowed").count() == 1
    page.locator("button[type=reset]").click()
    page.wait_for_function("!location.hash")
    assert page.locator("input:checked").count() == 0


def test_the_script_is_small(site: Path) -> None:
    assert (site / "assets/finder.js").stat().st_size < 15_000
