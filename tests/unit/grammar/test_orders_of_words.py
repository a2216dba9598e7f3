"""Requirements in the orders of words and with the verbs that German, Danish and Norwegian translators choose."""

from collections.abc import Callable

import pytest

from engine.grammar import Grammar
from engine.grammar.around import rules_around
from engine.grammar.parse import parse
from engine.grammar.tokens import tokenize
from engine.model.rules import UPGRADE, WITHOUT, AnyRule, Describes, Excludes, Limit, Requires

GrammarOf = Callable[[str], Grammar]
PAGE = "page:guide"
PART = f"{PAGE}#part"
BOTH = (("development-tools",), ("sales-premium",))


def read(grammar_of: GrammarOf, tag: str, text: str) -> set[AnyRule]:
    """What a sentence states: by a pattern, else around its only phrase."""
    grammar = grammar_of(tag)
    readings = parse(grammar, text, "sentence", PAGE)
    if readings:
        assert len(readings) == 1
        return set(readings[0].rules)
    return set(rules_around(grammar, tokenize(text), PAGE))


def needed(rules: set[AnyRule]) -> tuple[tuple[str, ...], ...]:
    (rule,) = rules
    assert isinstance(rule, Requires)
    return rule.needs


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "Charts open only with a Sales Premium licence or the Core plan and the CEP add-on, or the Super plan."),
        (
            "de",
            "Diagramme sind nur mit einer Sales Premium-Lizenz oder dem Core-Plan und CEP oder mit dem Super-Plan da.",
        ),
        (
            "da",
            "Diagrammer fås kun med en Sales Premium-licens eller Core-planen og tilvalget CEP eller med Super-planen.",
        ),
        (
            "nb",
            "Diagrammer fås kun med Sales Premium-lisens eller Core-planen og tillegget CEP eller med Super-planen.",
        ),
    ],
)
def test_an_or_before_a_preposition_said_again_binds_loosest(grammar_of: GrammarOf, tag: str, text: str) -> None:
    assert needed(read(grammar_of, tag, text)) == (("cep", "super"), ("core", "sales-premium", "super"))


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        (
            "en",
            "The chart editor requires a Sales Premium licence in addition to a Development Tools licence for all.",
        ),
        (
            "de",
            "Diagramme gibt es nur, wenn Sie zusätzlich zur Sales Premium-Lizenz die Development Tools-Lizenz haben.",
        ),
        ("da", "Diagrammer kræver, at I har en Development Tools-licens sammen med en Sales Premium-licens hos jer."),
        ("nb", "Diagrammer får dere hvis dere har en Development Tools-lisens i tillegg til en Sales Premium-lisens."),
    ],
)
def test_what_is_needed_beside_something_is_needed_too(grammar_of: GrammarOf, tag: str, text: str) -> None:
    assert needed(read(grammar_of, tag, text)) == BOTH


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("de", "Zum Zeichnen brauchen alle die Zeichenplattform und eine Sales Premium-Lizenz im Haus."),
        ("da", "Alle har brug for tegneplatformen og en Sales Premium-licens i huset."),
        ("nb", "Alle har bruk for tegneplattformen og en Sales Premium-lisens i huset."),
    ],
)
def test_the_end_of_a_list_of_unknown_things_is_not_the_whole_requirement(
    grammar_of: GrammarOf, tag: str, text: str
) -> None:
    assert read(grammar_of, tag, text) == set()


@pytest.mark.parametrize(
    ("tag", "text", "rule"),
    [
        ("de", "Im Starter-Plan der CRM Suite steht diese Funktion nicht zur Verfügung.", Excludes("starter", PAGE)),
        ("da", "Funktionen findes ikke i Starter-planen.", Excludes("starter", PAGE)),
        ("nb", "Med Starter-planen i CRM Suite er funksjonen ikke tilgjengelig.", Excludes("starter", PAGE)),
        ("de", "Mit dem Starter-Plan können Sie höchstens 3 Dashboards anlegen.", Limit("starter", "dashboards", 3)),
        ("da", "Med Starter-planen kan I have højst 3 dashboards ad gangen.", Limit("starter", "dashboards", 3)),
        ("nb", "Med Starter-planen kan dere ha maks. 3 dashbord samtidig.", Limit("starter", "dashboards", 3)),
        ("de", "Löschen Sie ein Diagramm oder wechseln Sie zur Super-Suite.", Describes("super", UPGRADE)),
        ("da", "Slet et diagram, før du starter et nyt, eller skift til Super-planen.", Describes("super", UPGRADE)),
        ("nb", "Slett et diagram før du starter et nytt, eller bytt til Super-planen.", Describes("super", UPGRADE)),
        ("de", "Haben Sie keine CEP-Lizenz, bleibt das Feld leer.", Describes("cep", WITHOUT)),
        ("da", "I har ikke adgang til denne funktion med Starter-planen.", Excludes("starter", PAGE)),
        ("nb", "Dere har ikke tilgang til funksjonen i Starter-planen.", Excludes("starter", PAGE)),
        ("da", "Uden en CEP-licens er feltet tomt.", Describes("cep", WITHOUT)),
        ("nb", "Dersom dere ikke har en CEP-lisens, er feltet tomt.", Describes("cep", WITHOUT)),
    ],
)
def test_bounds_and_remarks_are_read_in_any_order(grammar_of: GrammarOf, tag: str, text: str, rule: AnyRule) -> None:
    assert read(grammar_of, tag, text) == {rule}


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("de", "Voraussetzung für Diagramme ist der Core-Plan oder ein höherer Plan."),
        ("de", "Diagramme setzen den Core-Plan voraus und sind nicht druckbar."),
        ("da", "Diagrammer forudsætter Core-planen eller en højere plan."),
        ("da", "Diagrammer krævede mindst Core-planen."),
        ("nb", "Diagrammer forutsetter Core-planen og kan ikke skrives ut."),
        ("nb", "Det kreves minst Core-planen for å tegne diagrammer."),
    ],
)
def test_verbs_of_requiring(grammar_of: GrammarOf, tag: str, text: str) -> None:
    assert needed(read(grammar_of, tag, text)) == (("core",),)


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("de", "Für Diagramme ist keine Sales Premium-Lizenz erforderlich."),
        ("de", "Für Diagramme benötigen Sie weder eine Sales Premium-Lizenz noch den Core-Plan."),
        ("da", "Diagrammer forudsætter ikke Core-planen."),
        ("da", "Starter-planen er ikke begrænset til 3 dashboards."),
        ("nb", "Diagrammer krever verken Sales Premium-lisens eller Core-planen."),
        ("nb", "Starter-planen er ikke begrenset til 3 dashbord."),
        ("sv", "Starter-planen är inte begränsad till högst 3 dashboards."),
    ],
)
def test_what_is_denied_is_not_required_and_not_bounded(grammar_of: GrammarOf, tag: str, text: str) -> None:
    assert read(grammar_of, tag, text) == set()


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("de", "Für den Starter-Plan gilt: Sie legen dort nicht mehr als 3 Dashboards an."),
        ("da", "Starter-planen er begrænset til 3 dashboards."),
        ("nb", "Har dere Starter-planen, er det plass til ikke mer enn 3 dashbord."),
    ],
)
def test_not_more_than_is_a_bound(grammar_of: GrammarOf, tag: str, text: str) -> None:
    assert read(grammar_of, tag, text) == {Limit("starter", "dashboards", 3)}
