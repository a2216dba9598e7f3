"""Terms as TBX-Basic, in the DCA style of ISO 30042:2019: https://www.tbxinfo.net/tbx-dialects/.

A concept is an id of the vocabulary. In each language its first form is the preferred term; further forms, admitted
spellings and forbidden ones are terms of their own, told apart by their administrative status.
"""

import io
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as Xml

from engine.localedata import Locale, Vocabulary
from engine.localedata.locale import Term
from engine.localedata.vocabulary import Id

_NAMESPACE = "urn:iso:std:iso:30042:ed-2"
_MODULE = "TBX-Basic"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

PREFERRED, ADMITTED, DEPRECATED = (f"{status}Term-admn-sts" for status in ("preferred", "admitted", "deprecated"))

_PARTS_OF_SPEECH = {
    **dict.fromkeys(("licence", "plan", "market", "solution", "level", "edition"), "properNoun"),
    **dict.fromkeys(("status", "indicator", "lifecycle"), "adjective"),
    "topic": "other",
}
"""Kinds of ids whose names are no common nouns."""


def part_of_speech(entry: Id) -> str:
    """The TBX value for the names of an id: actions are verbs, products are proper nouns."""
    if entry.sort == "action":
        return "verb"
    return _PARTS_OF_SPEECH.get(entry.kind, "noun")


def terms_as_tbx(vocabulary: Vocabulary, locales: Iterable[Locale]) -> str:
    """All terms of languages as one XML document, concepts in the order of the vocabulary.

    Args:
        vocabulary: the ids, with their notes for translators.
        locales: the languages; a name that one of them lacks is left out.
    """
    languages = sorted(locales, key=lambda locale: locale.tag)
    known = {(locale.tag, term.kind, term.id): term for locale in languages for term in locale.terms}
    root = Xml.Element("tbx", {"type": _MODULE, "style": "dca", _LANGUAGE: "en", "xmlns": _NAMESPACE})
    _header(root)
    body = Xml.SubElement(Xml.SubElement(root, "text"), "body")
    for entry in vocabulary.ids:
        concept = Xml.SubElement(body, "conceptEntry", {"id": f"{entry.kind}-{entry.id}"})
        Xml.SubElement(concept, "descrip", {"type": "subjectField"}).text = entry.kind
        Xml.SubElement(concept, "note").text = entry.note
        for locale in languages:
            term = known.get((locale.tag, entry.kind, entry.id))
            if term is not None and not term.is_missing:
                section = Xml.SubElement(concept, "langSec", {_LANGUAGE: locale.tag})
                for name, status, note in _names(term):
                    _term(section, name, status, note, part_of_speech(entry))
        if concept.find("langSec") is None:
            body.remove(concept)
    Xml.indent(root, " ")
    text = io.StringIO()
    Xml.ElementTree(root).write(text, encoding="unicode", xml_declaration=False)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text.getvalue()}\n'


def _header(root: Xml.Element) -> None:
    description = Xml.SubElement(Xml.SubElement(root, "tbxHeader"), "fileDesc")
    Xml.SubElement(Xml.SubElement(description, "titleStmt"), "title").text = "Terms"
    Xml.SubElement(Xml.SubElement(description, "sourceDesc"), "p").text = "locales/*/terms.toml"


def _names(term: Term) -> Iterator[tuple[str, str, str]]:
    """Every name of an id, each once, with its status and a note that tells its form."""
    told: set[str] = set()
    several = len(set(term.forms.values())) > 1
    forms = ((name, form if several else "") for form, name in term.forms.items())
    for number, (name, form) in enumerate(forms):
        if name not in told:
            told.add(name)
            yield name, ADMITTED if number else PREFERRED, form
    for names, status in ((term.also, ADMITTED), (term.forbidden, DEPRECATED)):
        for name in names:
            if name not in told:
                told.add(name)
                yield name, status, ""


def _term(section: Xml.Element, name: str, status: str, form: str, speech: str) -> None:
    term = Xml.SubElement(section, "termSec")
    Xml.SubElement(term, "term").text = name
    Xml.SubElement(term, "termNote", {"type": "partOfSpeech"}).text = speech
    Xml.SubElement(term, "termNote", {"type": "administrativeStatus"}).text = status
    if status != PREFERRED:
        Xml.SubElement(term, "termNote", {"type": "termType"}).text = "variant"
    if form:
        Xml.SubElement(term, "note").text = f"form: {form}"
