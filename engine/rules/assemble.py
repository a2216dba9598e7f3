"""The readings of single pages -> what a docs folder says as a whole. Pure: the readings stay as they are."""

from collections.abc import Mapping, Sequence

from engine.findings import Finding
from engine.grammar import Grammar
from engine.localedata import Locales
from engine.pages import Tree
from engine.rules.aligned_names import with_aligned_names
from engine.rules.docs import Docs
from engine.rules.page_reading import PageReading
from engine.rules.places import Places
from engine.rules.plan_order import settle_plan_order
from engine.rules.reconcile import reconcile
from engine.rules.settings import Settings


def assemble(
    tree: Tree,
    readings: Sequence[PageReading],
    locales: Locales,
    grammars: Mapping[str, Grammar],
    settings: Settings,
) -> Docs:
    """Put the readings of all pages together: the order of plans, one rule set, all findings.

    Args:
        tree: the pages.
        readings: what each of them says, in the same order.
        locales: the languages that can be read.
        grammars: those of the tree's languages.
        settings: of the docs folder.
    """
    tags = sorted({page.language for page in tree.pages})
    settled = [r for tag in tags for r in settle_plan_order([r for r in readings if r.language == tag])]
    rules = reconcile(
        (statement for reading in settled for statement in reading.statements),
        {tag: frozenset(p.key for p in tree.pages if p.language == tag and p.redirect is None) for tag in tags},
        relations=locales.vocabulary.relations,
        ids=locales.vocabulary.by_kind,
        place=Places(zip(tree.pages, readings, strict=True)),
        rulings=settings.rulings,
    )
    findings = _distinct([*tree.findings, *with_aligned_names(settled)])
    return Docs(tree, rules, findings, tuple(readings), grammars, locales, settings)


def _distinct(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """In order. A sentence in an included file is read on every page that includes it, and told of once."""
    found = {(f.code, f.span, tuple(f.arguments.items())): f for f in findings}
    return tuple(sorted(found.values(), key=lambda finding: finding.sort_key))
