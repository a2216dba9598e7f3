"""Sentences as pages write them: circumfixes, stray marks, "among other things", and free remainders."""

import pytest

from engine.model.rules import Describes, Grants, Quota, Requires

from .conftest import ROW, Read

USERS = "external-user-functions"


@pytest.mark.parametrize(
    ("language", "text", "rule"),
    [
        ("nl", "Maakt Remote Travel mogelijk.", Grants(ROW, "remote-travel", None)),
        ("nl", "Maakt het gebruik van Remote Travel mogelijk.", Grants(ROW, "remote-travel", None)),
        (
            "nl",
            "Maakt onder meer functies voor anonieme en externe gebruikers mogelijk via SuperOffice Audience.",
            Grants(ROW, USERS, None, ("audience",), open_ended=True),
        ),
        ("de", "Fügt Angebote hinzu.", Grants(ROW, "quotes", None)),
        (
            "de",
            "Fügt unter anderem Funktionen für anonyme und externe Benutzer über SuperOffice Audience hinzu.",
            Grants(ROW, USERS, None, ("audience",), open_ended=True),
        ),
        ("de", "Stellt das Kundencenter zur Verfügung.", Grants(ROW, "customer-centre", None)),
    ],
)
def test_a_verb_in_two_parts_encloses_what_it_speaks_of(language: str, text: str, rule: Grants, read: Read) -> None:
    assert read(language, text) == [((rule,), ())]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Access to Remote Travel, among other things."),
        ("nl", "Toegang tot Remote Travel, onder andere."),
        ("nl", "Maakt onder andere Remote Travel mogelijk."),
        ("de", "Ermöglicht unter anderem Remote Travel."),
        ("de", "Zugriff auf Remote Travel, unter anderem."),
        ("da", "Giver bl.a. adgang til Remote Travel."),
        ("da", "Giver adgang til Remote Travel, bl.a."),
        ("no", "Gir blant annet tilgang til Remote Travel."),
        ("no", "Gir tilgang til Remote Travel, blant annet."),
        ("sv", "Åtkomst till Remote Travel, bland annat."),
    ],
)
def test_among_other_things_may_stand_at_either_end(language: str, text: str, read: Read) -> None:
    assert read(language, text) == [((Grants(ROW, "remote-travel", None, open_ended=True),), ())]


@pytest.mark.parametrize(
    "text",
    [
        "Access to the Sale module, in addition to Standard CRM.",
        "Access to the Sale module in addition to Standard CRM",
        "Access to the Sale module , in addition to Standard CRM .",
        "Access  to\nthe Sale module,  in addition to  Standard CRM.",
        "access to the sale module, in addition to standard crm.",
        "Access to the “Sale” module, in addition to Standard CRM.",
        "Access to the **Sale module**, in addition to *Standard CRM*.",
        "Gives you access to Sale, in addition to Standard CRM.",
    ],
)
def test_a_stray_mark_or_other_spelling_changes_nothing(text: str, read: Read) -> None:
    assert read("en", text) == [((Grants(ROW, "sale-module", "standard-crm"),), ())]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Specifies which systems you have access to.", Describes(ROW, "accessible-systems")),
        ("Required to use SuperOffice CRM.", Requires("superoffice-crm", None, ((ROW,),))),
        ("Needed for SuperOffice CRM", Requires("superoffice-crm", None, ((ROW,),))),
        ("Required to access SuperOffice CRM from a web browser.", Requires("superoffice-crm", "web", ((ROW,),))),
        ("Number of satellite databases", Quota(ROW, "satellite-databases", None)),
        ("The maximum number of sites that may use Reporter Studio.", Quota(ROW, "reporter-studio", "site")),
        (
            "Allows use of functions for anonymous and external users via third-party apps or SuperOffice Audience.",
            Grants(ROW, USERS, None, ("audience", "third-party-apps")),
        ),
    ],
)
def test_a_description_is_one_rule(text: str, rule: Describes | Requires | Quota | Grants, read: Read) -> None:
    assert read("en", text) == [((rule,), ())]


@pytest.mark.parametrize(
    ("language", "text", "note"),
    [
        ("en", "Access to Remote Travel, which keeps the databases in step.", "keeps the databases in step"),
        ("nl", "Toegang tot Remote Travel, die onderweg synchroniseert.", "onderweg synchroniseert"),
        ("sv", "Åtkomst till Remote Travel, som synkar på resande fot.", "synkar på resande fot"),
        ("de", "Zugriff auf Remote Travel, das unterwegs synchronisiert.", "unterwegs synchronisiert"),
        ("da", "Giver adgang til Remote Travel, som synkroniserer på rejsen.", "synkroniserer på rejsen"),
        ("no", "Gir tilgang til Remote Travel, som synkroniserer på reisen.", "synkroniserer på reisen"),
    ],
)
def test_a_free_remainder_is_kept_as_a_note(language: str, text: str, note: str, read: Read) -> None:
    assert read(language, text) == [((Grants(ROW, "remote-travel", None),), (note,))]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Access to Remote Travel, which does not work offline."),
        ("en", "Access to Remote Travel, which doesn’t work offline."),
        ("en", "Access to Remote Travel, which keeps 3 databases."),
        ("en", "Access to Remote Travel, which keeps at least one database."),
        ("en", "Access to Remote Travel, which only works on site."),
        ("en", "Access to Remote Travel, which needs Pocket CRM."),
        ("en", "Access to Remote Travel, which keeps quotes in step."),
        ("en", "Access to Remote Travel, which asks for log-in rights."),
        ("en", "Access to Remote Travel, which runs in a browser."),
        ("nl", "Toegang tot Remote Travel, die niet synchroniseert."),
        ("nl", "Toegang tot Remote Travel, die maximaal een kopie bevat."),
        ("nl", "Toegang tot Remote Travel, die offertes bevat."),
        ("sv", "Åtkomst till Remote Travel, som inte synkar."),
        ("sv", "Åtkomst till Remote Travel, som har 2 kopior."),
        ("de", "Zugriff auf Remote Travel, das keiner Anmeldung bedarf."),
        ("de", "Zugriff auf Remote Travel, das nur unterwegs synchronisiert."),
        ("da", "Giver adgang til Remote Travel, som ikke synkroniserer."),
        ("no", "Gir tilgang til Remote Travel, som bare synkroniserer hjemme."),
    ],
)
def test_a_remainder_that_could_carry_meaning_leaves_the_sentence_unread(language: str, text: str, read: Read) -> None:
    assert read(language, text) == []


@pytest.mark.parametrize("text", ["Access to Remote Travel, which", "Access to , which synchronizes."])
def test_a_remainder_without_words_or_without_a_rule_before_it_is_unread(text: str, read: Read) -> None:
    assert read("en", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "No access to Remote Travel.",
        "Access to Remote Travel is not included.",
        "Access to Remote Travel and more.",
        "Access to Remote Travel. Access to quotes.",
        "Remote Travel",
        "Access to",
    ],
)
def test_a_sentence_with_a_word_too_many_or_too_few_is_unread(text: str, read: Read) -> None:
    assert read("en", text) == []


def test_an_unknown_form_reads_nothing(read: Read) -> None:
    assert read("en", "Access to Remote Travel.", "title") == []
    assert read("en", "Access to Remote Travel.", "sentence") == []
