"""Lists about plans and licences: combinations, metered services, products of a section, features."""

from collections.abc import Callable, Mapping

import pytest

from engine.model.rules import AnyRule, Combination, Includes, Licence, Metered
from engine.rules import Docs

Read = Callable[[Mapping[str, str]], Docs]


def rules_of(docs: Docs) -> set[AnyRule]:
    return set(docs.rules.rules)


def names(docs: Docs) -> list[tuple[str, str, int]]:
    return [(f.code, f.arguments.get("name", ""), f.span.line) for f in docs.findings]


@pytest.mark.parametrize("folder", ["en", "sv", "nl", "da", "no", "de"])
def test_a_list_of_names_joined_by_plus_signs_is_a_list_of_combinations(read_files: Read, folder: str) -> None:
    text = "* **Service Premium** + Sales Essentials\n* Sales-Essentials + Marketing-Premium + Service-Essentials\n"
    docs = read_files({f"{folder}/x.md": text})
    assert docs.findings == ()
    assert rules_of(docs) == {
        Combination(("sales-essentials", "service-premium")),
        Combination(("marketing-premium", "sales-essentials", "service-essentials")),
    }


@pytest.mark.parametrize("item", ["Sales Essentials + coffee", "Sales Essentials", "Ctrl + S"])
def test_one_item_of_another_kind_makes_the_list_something_else(read_files: Read, item: str) -> None:
    docs = read_files({"en/x.md": f"* Sales Essentials + Service Premium\n* {item}\n"})
    assert rules_of(docs) == set()


@pytest.mark.parametrize(
    "item", ["Sales Essentials + not Marketing Premium", "Sales Essentials", "Sales Essentials + tea"]
)
def test_one_unknown_item_leaves_the_other_combinations_as_they_are(read_files: Read, item: str) -> None:
    others = "* Sales Essentials + Service Premium\n* Sales Premium + Service Premium\n"
    docs = read_files({"en/x.md": f"{others}* {item}\n"})
    assert rules_of(docs) == {
        Combination(("sales-essentials", "service-premium")),
        Combination(("sales-premium", "service-premium")),
    }
    assert [(f.code, f.arguments["sentence"], f.span.line) for f in docs.findings] == [("R001", item, 3)]


METERED = {
    "en": ("Areas subject to scaling pricing include:", "Marketing emails sent", "Resolved service requests"),
    "sv": ("Områden som omfattas av skalering inkluderar:", "Skickade marknadsföringsmejl", "Lösta ärenden"),
    "nl": ("De volgende services worden naar verbruik gefactureerd:", "Marketing-e-mails", "Opgeloste verzoeken"),
}


@pytest.mark.parametrize("folder", list(METERED))
@pytest.mark.parametrize("introduced", [True, False], ids=["introduced", "by its items"])
def test_a_list_of_metered_services_is_known_by_its_introduction_or_its_items(
    read_files: Read, folder: str, introduced: bool
) -> None:
    introduction, *items = METERED[folder]
    text = (introduction if introduced else "Text.") + "\n\n" + "".join(f"* {item}\n" for item in items)
    docs = read_files({f"{folder}/x.md": text})
    assert docs.findings == ()
    assert rules_of(docs) == {Metered("marketing-emails", None), Metered("resolved-requests", None)}


def test_what_is_metered_is_so_in_the_market_that_the_page_is_about(read_files: Read) -> None:
    docs = read_files({"en/x.md": "# SuperOffice CRM Suite\n\nText:\n\n* Marketing emails sent\n* Storage\n"})
    assert rules_of(docs) == {Metered("marketing-emails", "crm-suite"), Metered("storage", "crm-suite")}


def test_an_item_of_a_metered_list_that_no_term_names_is_a_finding(read_files: Read) -> None:
    introduction, *items = METERED["en"]
    docs = read_files({"en/x.md": f"{introduction}\n\n* {items[0]}\n* Cups of coffee\n"})
    assert rules_of(docs) == {Metered("marketing-emails", None)}
    assert names(docs) == [("R002", "Cups of coffee", 4)]


@pytest.mark.parametrize(
    "items", ["* Storage\n", "* Storage\n* Screens\n* Chairs\n"], ids=["one item", "mostly others"]
)
def test_a_list_that_mostly_names_other_things_is_no_metered_list(read_files: Read, items: str) -> None:
    docs = read_files({"en/x.md": f"Text.\n\n{items}"})
    assert (rules_of(docs), docs.findings) == (set(), ())


@pytest.mark.parametrize(
    ("folder", "heading", "introduction"),
    [
        ("en", "User licences (plans)", "This applies amongst others to the following products:"),
        ("en", "User licences", "These are sold by the dozen."),
        ("sv", "Användarlicenser (planer)", "Detta gäller bland annat följande produkter:"),
        ("nl", "Gebruikerslicenties (plannen)", "Dit is onder meer van toepassing op de volgende producten:"),
    ],
)
def test_the_products_listed_in_a_section_are_licences_of_its_scope(
    read_files: Read, folder: str, heading: str, introduction: str
) -> None:
    text = f"## {heading}\n\n{introduction}\n\n* CRM Suite\n* Sales-Essentials\n* Service-Premium\n"
    docs = read_files({f"{folder}/x.md": text})
    assert docs.findings == ()
    assert rules_of(docs) == {
        Licence("sales-essentials", "user", None, None),
        Licence("service-premium", "user", None, None),
    }


def test_a_product_that_no_term_names_is_a_finding(read_files: Read) -> None:
    text = "## User licences\n\nThis applies amongst others to the following products:\n\n* Sales Premium\n* Sails\n"
    docs = read_files({"en/x.md": text})
    assert rules_of(docs) == {Licence("sales-premium", "user", None, None)}
    assert names(docs) == [("R002", "Sails", 6)]


FEATURES = {
    "en": ("Common features of all plans and tiers", "Contact management", "Companies and contacts", "Relations"),
    "sv": ("Gemensamma funktioner i alla planer", "Kontakthantering", "Företag och kontakter", "Relationer"),
    "nl": ("Gemeenschappelijke functies in alle plannen", "Contactbeheer", "Bedrijven en contactpersonen", "Relaties"),
}


@pytest.mark.parametrize("folder", list(FEATURES))
def test_a_feature_list_includes_its_items_and_those_nested_below(read_files: Read, folder: str) -> None:
    heading, *features = FEATURES[folder]
    docs = read_files({f"{folder}/x.md": "## {}\n\n* {}\n  * {}\n    * {}\n".format(heading, *features)})
    assert docs.findings == ()
    assert rules_of(docs) == {
        Includes("user-plan", id) for id in ("contact-management", "companies-and-contacts", "relations")
    }


@pytest.mark.parametrize(
    ("folder", "features"),
    [
        ("en", ("Currency support", "Stakeholders")),
        ("sv", ("Valutastöd", "Intressenter")),
    ],
)
def test_a_level_between_the_solution_and_a_list_says_whose_features_they_are(
    read_files: Read, folder: str, features: tuple[str, str]
) -> None:
    text = "## Sales\n\n**Essentials**\n\n* {}\n\n**Premium:**\n\n* {}\n\nText.\n\n* Apples\n".format(*features)
    docs = read_files({f"{folder}/x.md": text})
    assert rules_of(docs) == {
        Includes("sales-essentials", "currency-support"),
        Includes("sales-premium", "stakeholders"),
    }
    assert docs.findings == ()


def test_a_feature_that_no_term_names_is_a_finding_with_the_nearest_id(read_files: Read) -> None:
    docs = read_files({"en/x.md": "## Common features of all plans\n\n* Relations\n* Contact managment\n"})
    assert rules_of(docs) == {Includes("user-plan", "relations")}
    assert [(f.code, f.span.line, f.arguments["suggestion"]) for f in docs.findings] == [
        ("R002", 4, "contact-management")
    ]


def test_a_list_under_the_next_heading_names_no_features(read_files: Read) -> None:
    text = "## Common features of all plans\n\n* Relations\n\n## See also\n\n* Companies and contacts\n"
    docs = read_files({"en/x.md": text})
    assert (rules_of(docs), docs.findings) == ({Includes("user-plan", "relations")}, ())
