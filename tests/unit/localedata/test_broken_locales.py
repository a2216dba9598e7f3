"""Every fault in `locales/` is an error that names the file and the line."""

from typing import NamedTuple

import pytest

from .conftest import Broken

VOCABULARY, LOCALE, TERMS, GRAMMAR = "vocabulary.toml", "nl/locale.toml", "nl/terms.toml", "nl/grammar.toml"


class Fault(NamedTuple):
    """One thing to break: what is put in the place of a key (or of a table's header), and what is said of it."""

    file: str
    table: str
    key: str | None
    new: str
    said: str
    at: str = "change"
    """`change`, `next` (the line after it) or `header`: where the fault is told of."""


FAULTS = {
    # --- vocabulary.toml ---
    "unknown kind of id": Fault(VOCABULARY, "right", None, "[wright]", "unknown kind `wright`"),
    "id without a note": Fault(VOCABULARY, "licence", "satellite", "satellite = {}", "`satellite` has no note"),
    "id with an empty note": Fault(
        VOCABULARY, "licence", "satellite", 'satellite = { note = " " }', "`satellite` has no note"
    ),
    "id that is no table": Fault(VOCABULARY, "licence", "satellite", 'satellite = "x"', "`satellite` has no note"),
    "malformed id": Fault(
        VOCABULARY, "licence", "pocket-crm", 'Pocket-CRM = { note = "x" }', "malformed id `Pocket-CRM`"
    ),
    "unknown field of an id": Fault(
        VOCABULARY, "channel", "web", 'web = { note = "x", kind = "y" }', "unknown field `kind` of `web`"
    ),
    "id that can be held twice over": Fault(
        VOCABULARY, "right", "login-rights", 'audience = { note = "x" }', "`audience` is both a licence and a right"
    ),
    "capability without a sort": Fault(
        VOCABULARY, "capability", "quotes", 'quotes = { note = "x" }', "`quotes` needs a sort"
    ),
    "capability of an unknown sort": Fault(
        VOCABULARY, "capability", "quotes", 'quotes = { note = "x", sort = "person" }', "`quotes` needs a sort"
    ),
    "relation without a reason": Fault(
        VOCABULARY,
        "capability",
        "quotes",
        'quotes = { note = "x", sort = "thing", part_of = "quote-module" }',
        "the relation of `quotes` has no reason",
    ),
    "relation to nothing": Fault(
        VOCABULARY,
        "capability",
        "quotes",
        'quotes = { note = "x", sort = "thing", same_as = "quote", reason = "y" }',
        "`quote` is no capability",
    ),
    # --- locale.toml ---
    "TOML syntax error": Fault(LOCALE, "words", "and", 'and = "en" "of"', "not valid TOML"),
    "word list that is no list": Fault(LOCALE, "words", "or", 'or = "of"', "`or` must be a list of texts"),
    "empty word list": Fault(LOCALE, "words", "either", "either = []", "`either` must be a list of texts"),
    "form set that is no list": Fault(LOCALE, "forms", "scope", "scope = [1]", "`scope` must be a list of texts"),
    # --- terms.toml ---
    "unknown kind of term": Fault(TERMS, "right", None, "[recht]", "unknown kind `recht`"),
    "term of an unknown id": Fault(
        TERMS, "capability", "quotes", 'quote = "x"', "`quote` is no capability of the vocabulary"
    ),
    "term without a name": Fault(
        TERMS, "capability", "quotes", "quotes = 7", "the term of `quotes` must be a name or a table of forms"
    ),
    "missing inflected form": Fault(
        TERMS, "capability", "define-areas", 'define-areas = { infinitive = "x" }', "`define-areas` has no form `te`"
    ),
    "empty form": Fault(TERMS, "capability", "quotes", 'quotes = " "', "`quotes` has no form `name`"),
    "undeclared form": Fault(
        TERMS,
        "capability",
        "quotes",
        'quotes = { name = "x", plural = "y" }',
        "undeclared form `plural` of `quotes`",
    ),
    "further spellings that are no list": Fault(
        TERMS, "capability", "quotes", 'quotes = { name = "x", also = "y" }', "`also` of `quotes` must be a list"
    ),
    "surface form shared within one kind": Fault(
        TERMS,
        "capability",
        "quotes",
        'quotes = { name = "x", also = ["SUPEROFFICE CRM"] }',
        "`SUPEROFFICE CRM` names both `superoffice-crm` and `quotes`",
    ),
    "surface form shared but for a hyphen": Fault(
        TERMS,
        "licence",
        "reporter-studio",
        'reporter-studio = "Area-Management"',
        "`Area-Management` names both `area-management` and `reporter-studio`",
    ),
    # --- grammar.toml ---
    "lost slot": Fault(GRAMMAR, "cell.quota", "write", 'write = "Het aantal."', "lost slot `metric`"),
    "slot lost where an option is left out": Fault(
        GRAMMAR, "cell.quota", "write", 'write = "Het aantal[ {metric}]."', "lost slot `metric`"
    ),
    "slot lost in one alternative": Fault(
        GRAMMAR, "cell.quota", "write", 'write = "Het (aantal {metric}|getal)."', "lost slot `metric`"
    ),
    "unknown slot": Fault(GRAMMAR, "cell.quota", "write", 'write = "{metric} {organ}"', "unknown slot `organ`"),
    "unknown flag": Fault(GRAMMAR, "cell.quota", "write", 'write = "{metric}[daily: x]"', "unknown slot `daily`"),
    "unknown form of a slot": Fault(
        GRAMMAR,
        "cell.quota",
        "write",
        'write = "Getal {metric.genitive}."',
        "the terms of `capability` have no form `genitive`",
    ),
    "write pattern that cannot say an optional slot": Fault(
        GRAMMAR,
        "sentence.requires",
        "write",
        'write = "Om {capability.te} hebt u {needs} nodig."',
        "no `write` pattern of `sentence.requires` can say `channel`",
        "header",
    ),
    "free remainder in a write pattern": Fault(
        GRAMMAR, "cell.describes", "write", 'write = "{topic}, {note}"', "a `write` pattern cannot hold `{note}`"
    ),
    "unclosed bracket": Fault(
        GRAMMAR, "cell.describes", "write", 'write = "Geeft [aan {topic}."', "`[` at column 7 is never closed"
    ),
    "unclosed alternatives": Fault(
        GRAMMAR, "cell.describes", "write", 'write = "Geeft (a|b {topic}."', "`(` at column 7 is never closed"
    ),
    "bracket that closes nothing": Fault(
        GRAMMAR, "cell.describes", "write", 'write = "Geeft] {topic}."', "unexpected `]` at column 6"
    ),
    "malformed slot": Fault(GRAMMAR, "cell.describes", "write", 'write = "Ja {Topic}."', "malformed slot at column 4"),
    "unknown join of a list": Fault(
        GRAMMAR, "need.class", "write", 'write = "{classes|nor}"', "malformed slot at column 1"
    ),
    "fault in the second of several patterns": Fault(
        GRAMMAR,
        "cell.describes",
        "write",
        'write = [\n  "Geeft aan {topic}.", "Geeft {topic.} aan." ]',
        "malformed slot at column 7",
        "next",
    ),
    "unknown meaning": Fault(GRAMMAR, "cell.quota", None, "[cell.quotas]", "unknown meaning `cell.quotas`"),
    "unknown form of text": Fault(GRAMMAR, "need.class", None, "[needs.class]", "unknown meaning `needs.class`"),
    "table without a write pattern": Fault(
        GRAMMAR, "cell.quota", "write", "", "`cell.quota` has no `write` pattern", "header"
    ),
    "unknown field of a table": Fault(
        GRAMMAR, "cell.quota", "write", 'write = "x"\nsay = "y"', "unknown field `say` of `cell.quota`", "next"
    ),
    "pattern that is no text": Fault(
        GRAMMAR, "cell.quota", "write", "write = [3]", "the patterns of `cell.quota` must be texts"
    ),
    "pattern that is empty": Fault(
        GRAMMAR, "cell.quota", "write", 'write = [" "]', "the patterns of `cell.quota` must be texts"
    ),
    "pattern that does not read its own sentence": Fault(
        GRAMMAR,
        "cell.quota",
        "write",
        'write = "Het aantal{metric}."',
        "the pattern `Het aantal{metric}.` does not read its own sentence `Het aantal",
    ),
    "pattern that reads its own sentence only without an option": Fault(
        GRAMMAR,
        "sentence.requires",
        "read",
        'read = ["{capability}[ vanaf{channel}] eist {needs}."]',
        "does not read its own sentence",
    ),
}


def test_the_locales_of_the_project_have_no_fault(broken: Broken) -> None:
    broken.load()


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_an_error_with_file_and_line(name: str, broken: Broken) -> None:
    fault = FAULTS[name]
    header, change = broken.replace(fault.file, fault.table, fault.key, fault.new)
    error = broken.error()
    line = {"header": header, "change": change, "next": change + 1}[fault.at]
    assert fault.said in str(error)
    assert (error.path, error.line) == (broken.folder / fault.file, line), str(error)
    assert str(error).startswith(f"{broken.folder / fault.file}:{line}: ")


@pytest.mark.parametrize("name", FAULTS)
def test_an_error_is_told_in_lower_case_and_without_a_stop(name: str, broken: Broken) -> None:
    fault = FAULTS[name]
    broken.replace(fault.file, fault.table, fault.key, fault.new)
    error = broken.error()
    assert not error.what[0].isupper()
    assert not error.what.endswith(".")
    assert error.help is None or error.help[0].islower()


def test_patterns_that_share_a_sentence_are_an_error_that_names_both_lines(broken: Broken) -> None:
    start, _ = broken.place(GRAMMAR, "cell.grants", "write")
    _, quota = broken.replace(GRAMMAR, "cell.quota", "write", 'write = "Toegang tot {metric}."')
    error = broken.error()
    assert error.what.startswith("ambiguous pattern: `Toegang tot ")
    assert error.what.endswith(f"is also read by line {quota}, as another rule")
    assert error.path == broken.folder / GRAMMAR
    assert start < error.line < quota


def test_a_pattern_that_says_nothing_new_is_no_fault(broken: Broken) -> None:
    start, _ = broken.place(GRAMMAR, "cell.quota", "write")
    broken.replace(GRAMMAR, "cell.quota", "read", 'read = ["Het getal {metric}.", "Het getal van {metric}."]')
    assert start
    broken.load()
