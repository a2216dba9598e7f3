"""Rules that are said on other pages, or in other languages, than the lock holds."""

from collections.abc import Iterator

from engine.checks.locked import is_same_text, is_whole, locked
from engine.contract.diff import Change
from engine.contract.diff.topics import topic_of
from engine.contract.lock import FILE
from engine.contract.relations import relevant
from engine.findings import Finding
from engine.model.rules import AnyRule
from engine.model.rulesets import RuleSet
from engine.model.spans import Span, start_of
from engine.rules import Docs

_Said = dict[tuple[str, str], set[AnyRule]]


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per page and language whose rules are no other ones, per language that came or went."""
    found = locked(docs)
    if found is None or found.rules is None:
        return
    told = {language for change in found.changes.changes for language in change.languages}
    findings = [*_languages(docs, found.rules), *_pages(docs, found.rules, found.changes.changes)]
    yield from findings
    # What no other finding explains is a lock that was laid out by hand.
    explained = bool(findings or told or found.changes.renames)
    same = relevant(docs.rules.rules, docs.rules.relations) == found.rules.relations
    if not explained and same and is_whole(docs, found.rules) and not is_same_text(docs, found):
        yield Finding("L004", start_of(FILE), {"what": FILE})


def _languages(docs: Docs, rules: RuleSet) -> Iterator[Finding]:
    for language in sorted(set(docs.rules.languages) - set(rules.languages)):
        yield Finding("L004", start_of(FILE), {"what": f"+ {language}"})
    if is_whole(docs, rules):
        for language in sorted(set(rules.languages) - set(docs.rules.languages)):
            yield Finding("L004", start_of(FILE), {"what": f"- {language}"})


def _pages(docs: Docs, rules: RuleSet, changes: tuple[Change, ...]) -> Iterator[Finding]:
    """Pages that say more or less than the lock holds of them, of what their language says on both sides."""
    languages = set(rules.languages) & set(docs.rules.languages)
    before, after = _said(rules, languages), _said(docs.rules, languages)
    everywhere = [_everywhere(side) for side in (before, after)]
    topics = {(language, change.topic) for change in changes for language in change.languages}
    folders = {tag: folder for folder, tag in docs.tree.folders.items()}
    there = {(page.language, page.key): page.path for page in docs.tree.pages}
    for language, page in sorted(before.keys() | after.keys()):
        shared = everywhere[0].get(language, set()) & everywhere[1].get(language, set())
        both = {rule for rule in shared if (language, topic_of(rule)) not in topics}
        old, new = (side.get((language, page), set()) & both for side in (before, after))
        if old != new:
            path = there.get((language, page))
            place = start_of(path) if path else _lock_line(rules, language, page)
            counts = f"+{len(new - old)} −{len(old - new)}"
            yield Finding("L004", place, {"what": f"{folders[language]}/{page} ({counts})"})


def _said(rules: RuleSet, languages: set[str]) -> _Said:
    found: _Said = {}
    for statement in rules.statements:
        if statement.language in languages:
            found.setdefault((statement.language, statement.page), set()).add(statement.rule)
    return found


def _everywhere(said: _Said) -> dict[str, set[AnyRule]]:
    found: dict[str, set[AnyRule]] = {}
    for (language, _), rules in said.items():
        found.setdefault(language, set()).update(rules)
    return found


def _lock_line(rules: RuleSet, language: str, page: str) -> Span:
    """The first line of the lock that names the page."""
    spans = (s.span for s in rules.statements if (s.language, s.page) == (language, page))
    return min(spans, default=start_of(FILE))
