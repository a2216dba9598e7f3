"""Drafts of the terms that a language lacks, from what stands at the same place in the other languages.

A draft is for a person to confirm: it has the name as one page writes it, in the form that stands there.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from engine.checks.labels import aligned_texts
from engine.grammar.tokens import tokenize
from engine.localedata import Locale, Locales
from engine.localedata.locale import Term
from engine.model.rules import Available, Licence, holdable_ids
from engine.model.spans import Span
from engine.model.statements import Statement
from engine.rules import Docs
from engine.rules.page_reading import NamedRow, PageReading

_LONGEST = 60
"""Characters of the longest text that can be a name."""


class Evidence(msgspec.Struct, frozen=True, order=True):
    """A place where a name was found, and where another language has the id there."""

    name: str
    span: Span
    other: str
    """The other language's name at the same place."""
    language: str
    is_for_machines: bool = False
    """Whether it stands in front matter."""


class Draft(msgspec.Struct, frozen=True):
    """A term to write, or a spelling to admit."""

    term: Term
    """The term as it is: missing, or without the spelling."""
    name: str
    """What to call it; empty where no page tells."""
    evidence: tuple[Evidence, ...] = ()
    """The places that have the name; then those with other names for the same id."""


def draft_terms(docs: Docs, locales: Locales, language: str) -> tuple[Draft, ...]:
    """The terms that a language lacks, in the order of the vocabulary.

    Args:
        docs: pages of the language and of others, read with locales in which the language may be incomplete.
        locales: those locales.
        language: its tag.
    Returns:
        A draft for every id without a term, and for every name of a licence or plan that no term knows although
        another language has an id at its place.
    """
    locale = locales.get(language)
    found: dict[tuple[str, str], list[Evidence]] = {}
    for kind, id, evidence in _unknown_rows(docs, language):
        found.setdefault((kind, id), []).append(evidence)
    missing = {(term.kind, term.id) for term in locale.terms if term.is_missing}
    for kind, id, evidence in _same_places(docs, locales, locale, missing):
        found.setdefault((kind, id), []).append(evidence)
    for kind, id, evidence in _front_matter(docs, language):
        # Front matter spells names for machines: it counts where nothing for readers has the name.
        if all(known.is_for_machines for known in found.get((kind, id), [])):
            found.setdefault((kind, id), []).append(evidence)
    drafts = (_draft(term, found.get((term.kind, term.id), [])) for term in locale.terms)
    return tuple(draft for draft in drafts if draft is not None)


Found = tuple[str, str, Evidence]
"""Kind, id, and where it was found."""


def _draft(term: Term, evidence: list[Evidence]) -> Draft | None:
    known = {tuple(token.key for token in tokenize(name)) for name in term.surfaces}
    places = {(e.name, e.span): e for e in sorted(evidence, reverse=True)}
    new = sorted(e for e in places.values() if tuple(token.key for token in tokenize(e.name)) not in known)
    if not new:
        return Draft(term, "") if term.is_missing else None
    name = Counter(e.name for e in new).most_common(1)[0][0]
    return Draft(term, name, tuple(sorted(new, key=lambda e: (e.name != name, e))))


def _unknown_rows(docs: Docs, language: str) -> Iterator[Found]:
    """Rows of licence tables whose name no term knows, with the id of the same row in another language."""
    for reading in docs.readings:
        unknown = [row for row in reading.rows if row.licence is None] if reading.language == language else []
        for row in unknown:
            finding = reading.findings[row.finding]
            name = finding.arguments["name"]
            for other in docs.readings:
                same = other is not reading and other.topic == reading.topic
                for id in _licences_at(other, row) if same else ():
                    said = _licence_row(other.statements, id)
                    yield "licence", id, Evidence(name, finding.span, said, other.language)


def _licences_at(reading: PageReading, place: NamedRow) -> list[str]:
    rows = (row for row in reading.rows if (row.scope, row.number) == (place.scope, place.number))
    return [row.licence for row in rows if row.licence is not None]


def _licence_row(statements: Sequence[Statement], id: str) -> str:
    return next((s.text for s in statements if isinstance(s.rule, Licence) and s.rule.licence == id), id)


def _front_matter(docs: Docs, language: str) -> Iterator[Found]:
    """Plans and licences in front matter that no term knows, with what another language names in the same key."""
    said: dict[tuple[str, str], list[Statement]] = {}
    for statement in docs.rules.statements:
        if isinstance(statement.rule, Available) and statement.language != language:
            key = statement.text.partition(":")[0]
            said.setdefault((statement.page.rpartition(".")[0], key), []).append(statement)
    for page, reading in zip(docs.tree.pages, docs.readings, strict=True):
        unknown = [f for f in reading.findings if f.code == "R002"] if reading.language == language else []
        for finding in unknown:
            line, name = finding.span.line, finding.arguments["name"]
            keys = (key for key, at in page.front_matter_lines.items() if at == line)
            for statement in (s for key in keys for s in said.get((page.topic, key), ())):
                ids, kind = holdable_ids(statement.rule), "plan" if "plan" in statement.pattern else "licence"
                # A list of several does not tell which of them is meant.
                if len(ids) == 1 and "," not in str(page.front_matter[statement.text.partition(":")[0]]):
                    other = statement.text.partition(":")[2].strip()
                    yield kind, ids[0], Evidence(name, finding.span, other, statement.language, True)


def _same_places(docs: Docs, locales: Locales, locale: Locale, missing: set[tuple[str, str]]) -> Iterator[Found]:
    """Texts at places where another language has nothing but the name of an id that lacks a term here."""
    if not missing:
        return
    grammars = docs.grammars
    kinds = {kind for kind, _ in missing}
    for texts in aligned_texts(docs):
        own = texts.get(locale.tag)
        if own is None or not 0 < len(own.visible) <= _LONGEST:
            continue
        for tag, text in texts.items():
            if tag == locale.tag or not 0 < len(text.visible) <= _LONGEST:
                continue
            tokens = tokenize(text.visible)
            for kind in kinds:
                for id in grammars[tag].lexicon.whole(kind, tokens):
                    if (kind, id) in missing:
                        yield kind, id, Evidence(own.visible, own.span(), text.visible, tag)
