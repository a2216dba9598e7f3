"""Terms as TBX-Basic: valid by the rules of ISO 30042, and complete."""

import re

import msgspec
import pytest
from lxml import etree

from engine.change.exchange.tbx import part_of_speech, terms_as_tbx
from engine.localedata import Locale, Locales, Vocabulary
from engine.localedata.vocabulary import Id

from ....conftest import ROOT

DTD = ROOT / "tests" / "data" / "tbx-basic.dtd"
TBX = "{urn:iso:std:iso:30042:ed-2}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

# The data categories of TBX-Basic and the values that it allows, from its module of data categories.
CATEGORIES = {
    ("termNote", "partOfSpeech"): {"noun", "verb", "adjective", "adverb", "properNoun", "other"},
    ("termNote", "administrativeStatus"): {
        f"{status}Term-admn-sts" for status in ("preferred", "admitted", "deprecated", "superseded")
    },
    ("termNote", "termType"): {"fullForm", "acronym", "abbreviation", "shortForm", "variant", "phrase"},
    ("descrip", "subjectField"): None,
}


@pytest.fixture(scope="module")
def document(locales: Locales) -> etree._Element:
    text = terms_as_tbx(locales.vocabulary, locales.languages.values())
    return etree.fromstring(text.encode())


def faults(root: etree._Element) -> list[str]:
    """What TBX-Basic does not allow: by its document type, then by its data categories."""
    dtd = etree.DTD(str(DTD))
    found = [] if dtd.validate(root) else [str(error.message) for error in dtd.error_log]
    for element in root.iter():
        kind = element.get("type")
        if kind is not None and element.tag != f"{TBX}tbx":
            key = (element.tag.removeprefix(TBX), kind)
            if key not in CATEGORIES:
                found.append(f"unknown data category {key}")
            elif (values := CATEGORIES[key]) is not None and element.text not in values:
                found.append(f"{key} cannot be {element.text}")
    return found


def names(root: etree._Element, concept: str, language: str) -> list[tuple[str, str, str]]:
    """(name, status, form) of every term of a concept in a language."""
    section = root.find(f".//{TBX}conceptEntry[@id='{concept}']/{TBX}langSec[@{LANGUAGE}='{language}']")
    assert section is not None
    return [
        (
            str(term.findtext(f"{TBX}term")),
            str(term.findtext(f"{TBX}termNote[@type='administrativeStatus']")).removesuffix("Term-admn-sts"),
            term.findtext(f"{TBX}note") or "",
        )
        for term in section
    ]


def test_the_terms_of_all_languages_are_valid(document: etree._Element) -> None:
    assert faults(document) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<term>", "<name>"),
        ('<termNote type="partOfSpeech">properNoun', '<termNote type="partOfSpeech">thing'),
        ('type="subjectField"', 'type="subject"'),
        (' style="dca"', ""),
        ("<langSec ", "<language "),
    ],
)
def test_what_is_not_valid_is_noticed(locales: Locales, old: str, new: str) -> None:
    text = terms_as_tbx(locales.vocabulary, [locales.get("sv")])
    broken = text.replace(old, new).replace(f"</{old[1:].strip('> ')}>", f"</{new[1:].strip('> ')}>")
    assert broken != text
    assert faults(etree.fromstring(broken.encode())) != []


def test_every_id_has_every_name_of_every_language_once(document: etree._Element, locales: Locales) -> None:
    assert len(document.findall(f".//{TBX}conceptEntry")) == len(locales.vocabulary.ids)
    for locale in locales.languages.values():
        for term in locale.terms:
            told = [name for name, _, _ in names(document, f"{term.kind}-{term.id}", locale.tag)]
            assert sorted(told) == sorted(set(term.surfaces))


def test_forms_and_spellings_are_told_apart(document: etree._Element) -> None:
    assert names(document, "licence-sales-quote-access", "sv") == [
        ("Sales Quote Access", "preferred", ""),
        ("Offertåtkomst", "admitted", ""),
        ("Sale Quote Access", "deprecated", ""),
    ]
    forms = [form for _, _, form in names(document, "plan-starter", "de") if form]
    assert len(set(forms)) == len(forms) > 1


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (Id("licence", "x", "n"), "properNoun"),
        (Id("capability", "x", "n", sort="action"), "verb"),
        (Id("capability", "x", "n", sort="thing"), "noun"),
        (Id("indicator", "x", "n"), "adjective"),
        (Id("topic", "x", "n"), "other"),
        (Id("class", "x", "n"), "noun"),
    ],
)
def test_the_part_of_speech_follows_from_the_kind(entry: Id, expected: str) -> None:
    assert part_of_speech(entry) == expected


def test_text_that_xml_reserves_is_escaped_and_a_missing_name_left_out(locales: Locales) -> None:
    vocabulary = Vocabulary("v", (Id("licence", "a", "less < more & “so”"), Id("licence", "b", "n")), ())
    swedish: Locale = locales.get("sv")
    term = swedish.terms[0]
    one = msgspec.structs.replace(term, id="a", forms={"name": "A & B"}, also=(), forbidden=())
    text = terms_as_tbx(vocabulary, [msgspec.structs.replace(swedish, terms=(one,))])
    assert "less &lt; more &amp; “so”" in text
    assert re.findall(r"<term>(.*)</term>", text) == ["A &amp; B"]
    assert text.count("<conceptEntry") == 1
