"""Requirements, bounds and remarks in sentences that no pattern lists."""

import pytest

from engine.grammar import load_grammar
from engine.grammar.around import rules_around
from engine.grammar.tokens import tokenize
from engine.localedata import Locales
from engine.model.rules import UPGRADE, WITHOUT, AnyRule, Describes, Includes, Limit, Requires

PAGE = "page:guide"
CORE_OR_PREMIUM = (("core", "sales-premium"),)


def read(locales: Locales, tag: str, text: str) -> tuple[AnyRule, ...]:
    return rules_around(load_grammar(locales.get(tag), locales.vocabulary), tokenize(text), PAGE)


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "To compare charts, a Sales Premium license or the Core plan is what it needs."),
        ("sv", "Att jämföra diagram förutsätter en Sales Premium-licens eller Core-planen."),
        ("nl", "Wie grafieken wil vergelijken, heeft een Sales Premium-licentie of het Core-plan."),
        ("de", "Hat Ihr Unternehmen eine Sales Premium-Lizenz oder den Core-Plan, lassen sich Diagramme vergleichen."),
        ("da", "Har jeres virksomhed en Sales Premium-licens eller Core-planen, kan diagrammer sammenlignes."),
        ("nb", "Har bedriften en Sales Premium-lisens eller Core-planen, kan diagrammer sammenlignes."),
    ],
)
def test_one_phrase_beside_a_word_of_requiring_is_a_requirement(locales: Locales, tag: str, text: str) -> None:
    assert read(locales, tag, text) == (Requires(f"{PAGE}#part", None, CORE_OR_PREMIUM),)


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "For this feature to work, the Core plan is needed by all."),
        ("da", "Du skal mindst have Core-planen for at bruge funktionen."),
        ("de", "Damit diese Funktion verfügbar ist, benötigen alle den Core-Plan."),
    ],
)
def test_a_sentence_about_this_feature_is_one_about_the_page(locales: Locales, tag: str, text: str) -> None:
    assert read(locales, tag, text) == (Requires(PAGE, None, (("core",),)),)


@pytest.mark.parametrize(
    ("tag", "text", "rule"),
    [
        ("de", "CRM Suite (Starter-Plan): Im Starter-Plan sind maximal 3 Dashboards enthalten.", ("starter", 3)),
        ("nb", "Med Starter-planen kan du ha maksimalt 3 dashboards.", ("starter", 3)),
        ("sv", "Med Starter-planen går det att ha högst 3 dashboards.", ("starter", 3)),
    ],
)
def test_a_number_beside_what_it_counts_is_a_bound_of_the_plan(
    locales: Locales, tag: str, text: str, rule: tuple[str, int]
) -> None:
    assert read(locales, tag, text) == (Limit(rule[0], "dashboards", rule[1]),)


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("de", "Der Core-Plan umfasst die Development Tools."),
        ("da", "Core-planen omfatter Development Tools; du behøver ikke et særskilt abonnement."),
        ("nb", "Core-planen inneholder Development Tools."),
    ],
)
def test_a_plan_that_has_a_licence_in_it_includes_it(locales: Locales, tag: str, text: str) -> None:
    assert read(locales, tag, text) == (Includes("core", "development-tools"),)


@pytest.mark.parametrize(
    ("tag", "text", "rule"),
    [
        ("de", "Sollten Sie mehr brauchen, wechseln Sie zum Core-Plan.", Describes("core", UPGRADE)),
        ("da", "Uden en Sales Premium-licens er fanen tom.", Describes("sales-premium", WITHOUT)),
        ("en", "Without the Core plan the tab stays empty.", Describes("core", WITHOUT)),
    ],
)
def test_advice_and_what_others_see_are_remarks(locales: Locales, tag: str, text: str, rule: AnyRule) -> None:
    assert read(locales, tag, text) == (rule,)


@pytest.mark.parametrize(
    "text",
    [
        "The Core plan is what most of our customers chose last year.",
        "You never need the Core plan for that.",
        "You need the Core plan, and those with the Growth plan see more.",
        "The fields that Sales Premium has need no explanation.",
        "You need the Core plan or a Balloon licence.",
        "The Core plan includes up to 3 dashboards and 5 boards.",
        "The Core plan includes up to 3 balloons.",
        "",
    ],
)
def test_what_is_not_certain_is_not_read(locales: Locales, text: str) -> None:
    assert read(locales, "en", text) == ()
