"""A decision in words: the outcome, what is missing, and the sentences that say so."""

from collections.abc import Iterator

from engine.entitlement.citations import Citation, citations
from engine.entitlement.names import holdable_name, holdable_names, wish_name
from engine.findings.codes import N_
from engine.grammar.lists import join_names
from engine.localedata import Locale, Locales
from engine.localedata.cldr import written_day, written_number
from engine.model.decisions import Decision, Holding, Outcome
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

HOLDERS = {"system": N_("the installation"), "site": N_("the site"), "user": N_("the user")}
"""Scope -> who holds, as readers see it."""


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
    say = locale.messages.format
    wish = wish_name(locale, decision.request.capability)
    if decision.request.channel:
        wish = f"{wish} ({locale.name_of('channel', decision.request.channel)})"
    yield f"{wish}: {say(OUTCOMES[decision.outcome])}"
    for tag, outcome in decision.disputed:
        yield "  " + say(N_("as read in {language}: {outcome}"), language=tag, outcome=say(OUTCOMES[outcome]))
    for position, group in enumerate(decision.missing):
        names = holdable_names(locale, group)
        yield "  " + (
            say(N_("or: {licences}"), licences=names) if position else say(N_("missing: {licences}"), licences=names)
        )
    yield from _holdings(decision, locale)
    if decision.channel_bound:
        channels = join_names(locale, [locale.name_of("channel", id) for id in decision.channel_bound])
        yield "  " + say(N_("further requirements are stated for: {channels}"), channels=channels)
    for citation in citations(decision, locale.tag):
        yield from citation_lines(citation, locale, locales)


def _holdings(decision: Decision, locale: Locale) -> Iterator[str]:
    """What of the holdings bears on the answer in a way of its own: numbers, days and holders."""
    say = locale.messages.format
    if decision.more:
        counted = [f"{written_number(locale.tag, n)} × {holdable_name(locale, id)}" for id, n in decision.more]
        yield "  " + say(N_("how many more: {licences}"), licences=join_names(locale, counted))
    if not decision.allowed:
        for holding in sorted(decision.request.holdings, key=_by_id):
            if holding.until is not None and not holding.in_force(decision.request.at):
                values = {"licence": holdable_name(locale, holding.id), "day": written_day(locale.tag, holding.until)}
                yield "  " + say(N_("{licence} ran out after {day}"), **values)
    if decision.in_grace:
        yield "  " + say(N_("in its days of grace: {licences}"), licences=holdable_names(locale, decision.in_grace))
    for misplaced in decision.misplaced:
        yield "  " + say(
            N_("{licence} does not count: held by {holder}, and it counts for {scopes}"),
            licence=holdable_name(locale, misplaced.id),
            holder=say(HOLDERS[misplaced.by]),
            scopes=join_names(locale, [say(HOLDERS[scope]) for scope in misplaced.scopes], "or"),
        )


def _by_id(holding: Holding) -> tuple[str, str]:
    return holding.id, str(holding.until)


def citation_lines(citation: Citation, locale: Locale, locales: Locales, indent: str = "  ") -> Iterator[str]:
    """A sentence with its page, line and anchor; where it is of another language, that is said."""
    statement = citation.statement
    yield f"{indent}{_subject(locale, statement)}“{statement.text}”"
    place = f"{indent}  {statement.span.path}:{statement.span.line}"
    if statement.anchor:
        place += f" #{statement.anchor}"
    if citation.foreign:
        other = locales.get(statement.language).name
        place += " " + locale.messages.format(N_("(in {language})"), language=other)
    yield place


def _subject(locale: Locale, statement: Statement) -> str:
    """The licence whose table row a sentence stands in: the sentence leaves it unsaid."""
    if not statement.pattern.startswith("cell."):
        return ""
    return f"{holdable_name(locale, holdable_ids(statement.rule)[0])}: "
