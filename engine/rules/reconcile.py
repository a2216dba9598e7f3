"""N languages -> one rule set, with every disagreement kept.

Neither the source language nor the majority is believed. A language is silent about a page that it does
not have; it disagrees when it has the page and says something else, or nothing.
"""

from collections.abc import Callable, Iterable, Mapping

from engine.model.rules import (
    AnyRule,
    Available,
    Band,
    Combination,
    Describes,
    Excludes,
    Grants,
    Includes,
    Licence,
    Limit,
    Metered,
    Plan,
    Quota,
    Requires,
    Speaks,
    Succeeds,
    holdable_ids,
)
from engine.model.rulesets import Disagreement, Reading, Relation, RuleSet, Ruling, Side
from engine.model.spans import Span
from engine.model.statements import Statement

Place = Callable[[str, str, Statement], Span]

Pages = Mapping[str, frozenset[str]]
"""Language -> the keys of the pages it has."""


def topic_of(statement: Statement) -> tuple[str, ...]:
    """What a statement is about: statements of one topic are what two languages may say differently.

    Whatever the description in a licence table says, it is about the licence of its row. A remark in running text is
    one of its sort, whatever it names.
    """
    if statement.pattern.startswith("cell."):
        return ("Row", holdable_ids(statement.rule)[0])
    if isinstance(statement.rule, Describes):
        return ("Remark", statement.rule.topic)
    return _topic_of_rule(statement.rule)


def _topic_of_rule(rule: AnyRule) -> tuple[str, ...]:
    match rule:
        case Licence(licence=licence) | Describes(licence=licence) | Grants(licence=licence) | Quota(licence=licence):
            return (type(rule).__name__, licence)
        case Requires(capability=capability, channel=channel):
            return ("Requires", capability, channel or "")
        case Plan(plan=plan):
            return ("Plan", plan)
        case Includes(holder=holder, feature=feature):
            return ("Includes", holder, feature)
        case Limit(plan=plan, metric=metric):
            return ("Limit", plan, metric)
        case Metered(metric=metric):
            return ("Metered", metric)
        case Band(low=low, high=high):
            return ("Band", str(low), "" if high is None else str(high))
        case Combination(licences=licences):
            return ("Combination", *licences)
        case Succeeds(licence=licence):
            return ("Succeeds", licence)
        case Available(page=page, plan=None):
            return ("Available", page, "licences")
        case Available(page=page):
            return ("Available", page, "plan")
        case Excludes(capability=capability):
            return ("Excludes", capability)
        case Speaks(page=page):
            return ("Speaks", page)


def reconcile(
    statements: Iterable[Statement],
    pages: Pages,
    *,
    relations: tuple[Relation, ...] = (),
    ids: Mapping[str, frozenset[str]] | None = None,
    place: Place | None = None,
    rulings: Iterable[Ruling] = (),
) -> RuleSet:
    """Unite the statements of all languages.

    Args:
        statements: what the pages say.
        pages: which pages each language has.
        relations: how ids relate, from the vocabulary.
        ids: kind -> every id that exists.
        place: where a page would make a statement that it does not: (language, page, another's statement) -> span.
        rulings: which language is right where they disagree: every reading then has what its page states.
    """
    said = tuple(sorted(statements, key=lambda s: (s.language, s.span, repr(s.rule))))
    languages = tuple(sorted(pages))
    return RuleSet(
        languages=languages,
        statements=said,
        readings=_readings(said, pages, tuple(rulings)),
        disagreements=tuple(_disagreements(said, pages, place or _page_start)),
        relations=relations,
        ids=dict(ids or {}),
    )


def _page_start(language: str, page: str, statement: Statement) -> Span:
    return Span(f"{language}/{page}", 1, 1, 1, 1)


def _readings(statements: tuple[Statement, ...], pages: Pages, rulings: tuple[Ruling, ...]) -> tuple[Reading, ...]:
    """The distinct sets of rules that readers find: each language's own, and others' where it has no such page.

    What a ruling settles they find as the language states it that is right.
    """
    ruled = {s: r.holds for r in rulings for s in statements if r.settles(s.page, topic_of(s))}
    found: dict[frozenset[AnyRule], list[str]] = {}
    for language, keys in sorted(pages.items()):
        rules = frozenset(
            s.rule
            for s in statements
            if (s.language == ruled[s] if s in ruled else s.language == language or s.page not in keys)
        )
        found.setdefault(rules, []).append(language)
    return tuple(Reading(tuple(languages), rules) for rules, languages in found.items())


def _disagreements(statements: tuple[Statement, ...], pages: Pages, place: Place) -> Iterable[Disagreement]:
    topics: dict[tuple[str, tuple[str, ...]], dict[str, list[Statement]]] = {}
    for statement in statements:
        by_language = topics.setdefault((statement.page, topic_of(statement)), {})
        by_language.setdefault(statement.language, []).append(statement)
    everywhere = {language: frozenset(s.rule for s in statements if s.language == language) for language in pages}
    for (page, topic), by_language in sorted(topics.items()):
        having = [language for language in sorted(pages) if page in pages[language]]
        union = {s.rule for found in by_language.values() for s in found}
        if all(union <= everywhere[language] for language in having):
            continue
        example = next(iter(by_language.values()))[0]
        sides: list[Side] = []
        for language in having:
            found = tuple(by_language.get(language, ()))
            sides.append(Side(language, found, found[0].span if found else place(language, page, example)))
        yield Disagreement(topic, page, tuple(sides))
