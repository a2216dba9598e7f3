"""A docs folder -> pages, the rule set and what was found on the way."""

from collections.abc import Callable, Collection, Iterable
from pathlib import Path

import msgspec

from engine.findings import Finding
from engine.grammar import load_grammar
from engine.localedata import Locales
from engine.model.rules import Licence, holdable_ids
from engine.model.rulesets import RuleSet
from engine.model.spans import Span, start_of
from engine.model.statements import Statement
from engine.pages import Tree, read_tree
from engine.pages.blocks import Heading
from engine.rules.collector import Collector
from engine.rules.from_pages import from_page
from engine.rules.plan_order import settle_plan_order
from engine.rules.reconcile import reconcile
from engine.rules.settings import Settings, allow_lines, load_settings


class Docs(msgspec.Struct, frozen=True):
    """Everything that one reading of a docs folder gives."""

    tree: Tree
    rules: RuleSet
    findings: tuple[Finding, ...]
    """Findings of reading pages and rules, by place."""
    collectors: tuple[Collector, ...]
    """What was read of each page."""
    settings: Settings = Settings()
    allow_lines: tuple[int, ...] = ()
    """Where each `[[allow]]` of the settings stands."""


def read_docs(
    docs: Path,
    locales: Locales,
    *,
    languages: Collection[str] | None = None,
    html: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> Docs:
    """Read a docs folder.

    Args:
        docs: the folder with one folder per language.
        locales: the languages that can be read.
        languages: read only these (tags or folder names).
        html: also render every block for a site.
        progress: told (files read, files in all).

    Raises:
        UsageError: no such folder, no language in it, or a language asked for that it lacks.
    """
    tree = read_tree(docs, locales.folders, languages=languages, html=html, progress=progress)
    tags = sorted({page.language for page in tree.pages})
    grammars = {tag: load_grammar(locales.get(tag), locales.vocabulary) for tag in tags}
    settings = load_settings(docs)
    collectors = tuple(
        from_page(page, grammars[page.language], tree.quote, settings.front_matter) for page in tree.pages
    )
    for tag in tags:
        settle_plan_order([collector for collector in collectors if collector.page.language == tag])
    pages = {tag: frozenset(p.key for p in tree.pages if p.language == tag and p.redirect is None) for tag in tags}
    rules = reconcile(
        (s for c in collectors for s in c.statements),
        pages,
        relations=locales.vocabulary.relations,
        ids=locales.vocabulary.by_kind,
        place=_Places(collectors),
    )
    findings = (*tree.findings, *(f for c in collectors for f in _with_aligned_names(c, collectors)))
    # A sentence in an included file is read on every page that includes it, and told of once.
    distinct = {(f.code, f.span, tuple(f.arguments.items())): f for f in findings}
    return Docs(
        tree,
        rules,
        tuple(sorted(distinct.values(), key=lambda f: f.sort_key)),
        collectors,
        settings,
        allow_lines(docs, settings),
    )


def _with_aligned_names(collector: Collector, collectors: Iterable[Collector]) -> Iterable[Finding]:
    """The findings of a page; an unknown licence name suggests the id of the same row in another language."""
    aligned: dict[int, str] = {}
    for finding, place in collector.unknown_rows:
        for other in collectors:
            if other is not collector and other.page.key == collector.page.key and place in other.rows:
                aligned[id(finding)] = other.rows[place]
                break
    for finding in collector.findings:
        suggestion = aligned.get(id(finding))
        if suggestion and finding.arguments.get("suggestion") != suggestion:
            yield msgspec.structs.replace(finding, arguments={**finding.arguments, "suggestion": suggestion})
        else:
            yield finding


class _Places:
    """Where a page would make a statement that it does not: its section for such licences, else its first heading."""

    def __init__(self, collectors: Iterable[Collector]) -> None:
        self._pages = {(c.page.language, c.page.key): c for c in collectors}

    def __call__(self, language: str, key: str, statement: Statement) -> Span:
        collector = self._pages[language, key]
        rule = statement.rule
        if statement.pattern.startswith("cell."):
            licence = holdable_ids(rule)[0]
            for own in collector.statements:
                if isinstance(own.rule, Licence) and own.rule.licence == licence:
                    return own.span
        if isinstance(rule, Licence):
            for section, span in collector.sections:
                if section.scope == rule.scope:
                    return span
        headings = (block for block in collector.page.blocks if isinstance(block, Heading))
        first = next(headings, None)
        return first.span if first else start_of(collector.page.path)
