"""A decision in words: the outcome, what is missing, and the sentences that say so."""

from collections.abc import Iterator

import msgspec

from engine.findings.codes import N_
from engine.grammar.lists import join_names
from engine.localedata import Locale, Locales
from engine.localedata.vocabulary import HOLDABLE
from engine.model.decisions import Decision, Outcome
from engine.model.rules import holdable_ids
from engine.model.statements import Statement

OUTCOMES = {
    Outcome.ALLOWED: N_("allowed"),
    Outcome.NEAR_LIMIT: N_("allowed, and near the limit"),
    Outcome.NOT_LICENSED: N_("not licensed"),
    Outcome.LIMIT_REACHED: N_("limit reached"),
    Outcome.EXPIRED: N_("expired"),
    Outcome.DISPUTED: N_("disputed: the pages state different rules"),
    Outcome.UNKNOWN: N_("unknown: no page speaks of it"),
}
"""The outcome as readers see it."""


class Citation(msgspec.Struct, frozen=True):
    """A determining statement as it is shown to a reader of one language."""

    statement: Statement
    foreign: bool
    """The reader's language does not say it, so another language is quoted."""


def citations(decision: Decision, language: str) -> tuple[Citation, ...]:
    """The determining statements, each rule once: from the reader's language where it has it, else from another.

    A disputed decision cites every language.
    """
    shown: list[Citation] = []
    for rule in decision.rules:
        saying = [s for s in decision.because if s.rule == rule]
        own = [s for s in saying if s.language == language]
        if decision.outcome is Outcome.DISPUTED:
            shown.extend(Citation(s, s.language != language) for s in saying)
        elif own:
            shown.append(Citation(own[0], False))
        else:
            shown.append(Citation(saying[0], True))
    # Several rules of one sentence ("A, B and C") are cited once.
    distinct = {(c.statement.span, c.statement.text): c for c in reversed(shown)}
    return tuple(reversed(distinct.values()))


def explain(decision: Decision, language: str, locales: Locales) -> str:
    """A decision as text in a language.

    Args:
        decision: what was decided.
        language: tag of the reader's language.
        locales: the languages.

    Raises:
        UsageError: no locale for the language.
    """
    locale = locales.get(language)
    return "\n".join(_lines(decision, locale, locales))


def _lines(decision: Decision, locale: Locale, locales: Locales) -> Iterator[str]:
    _ = locale.messages.format
    wish = locale.name_of("capability", decision.request.capability)
    if decision.request.channel:
        wish = f"{wish} ({locale.name_of('channel', decision.request.channel)})"
    yield f"{wish}: {_(OUTCOMES[decision.outcome])}"
    for tag, outcome in decision.disputed:
        yield "  " + _(N_("as read in {language}: {outcome}"), language=tag, outcome=_(OUTCOMES[outcome]))
    for position, group in enumerate(decision.missing):
        names = join_names(locale, [_holdable(locale, id) for id in group])
        yield "  " + (
            _(N_("or: {licences}"), licences=names) if position else _(N_("missing: {licences}"), licences=names)
        )
    if decision.channel_bound:
        channels = ", ".join(locale.name_of("channel", id) for id in decision.channel_bound)
        yield "  " + _(N_("further requirements are stated for: {channels}"), channels=channels)
    for citation in citations(decision, locale.tag):
        statement = citation.statement
        yield f"  {_subject(locale, statement)}“{statement.text}”"
        place = f"    {statement.span.path}:{statement.span.line}"
        if citation.foreign:
            place += " " + _(N_("(in {language})"), language=locales.get(statement.language).name)
        yield place


def _subject(locale: Locale, statement: Statement) -> str:
    """The licence whose table row a sentence stands in: the sentence leaves it unsaid."""
    if not statement.pattern.startswith("cell."):
        return ""
    return f"{_holdable(locale, holdable_ids(statement.rule)[0])}: "


def _holdable(locale: Locale, id: str) -> str:
    term = next((t for kind in HOLDABLE if (t := locale.term(kind, id))), None)
    return next(iter(term.forms.values())) if term else id
