"""What the real help pages of 2026 say, in both flavours. Sentences are named by file and line, never quoted."""

from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest

from engine.model.rules import AnyRule, Available, Band, Combination, Limit, Metered, Plan, Requires, Succeeds

from .reading import NAMES, Tree

LANGUAGES = ("en", "nl", "sv")

JUDGED = Path(__file__).resolve().parents[1] / "golden" / "requirement-sentences-2026.tsv"
"""The sentences that, by reading, state which licence or plan something takes."""

DIFFERING = {
    ("en/admin/license/crm-suite", 80),
    ("en/admin/license/index", 26),
    ("en/ai/admin/set-up-categorization", 11),
    ("en/ai/learn/categorization", 11),
}
"""Where the languages are known, from reading, to disagree."""

LISTED_DIFFERENCES = {
    "en": {
        ("page:automation/webhook/admin/create", True),
        ("page:automation/webhook/admin/index", True),
        ("page:marketing/forms/learn/recaptcha", False),
        ("page:request/index#part", True),
    },
    "nl": {("page:request/index#part", True)},
    "sv": {("page:request/index#part", True)},
}
"""Language -> (what the changed rule is about, whether the MDX tree states it). All but `request/index`, where
the migration put a description into the text, are about pages that only one tree has."""


@pytest.fixture(scope="module", params=NAMES)
def pages(request: pytest.FixtureRequest, real_tree: Callable[[str], Tree]) -> Tree:
    """Each tree."""
    found: Tree = real_tree(request.param)
    return found


def place(path: str) -> str:
    """A file whatever its flavour."""
    return str(PurePosixPath(path).with_suffix(""))


def stated(pages: Tree, language: str, *kinds: type[AnyRule]) -> set[AnyRule]:
    return {s.rule for s in pages.rules.statements if s.language == language and isinstance(s.rule, kinds)}


@pytest.mark.parametrize(
    ("kind", "number"), [(Limit, 20), (Succeeds, 6), (Combination, 20), (Plan, 5), (Metered, 8)], ids=lambda x: str(x)
)
def test_every_language_states_the_same_of_plans(pages: Tree, kind: type[AnyRule], number: int) -> None:
    said = {frozenset(stated(pages, language, kind)) for language in LANGUAGES}
    assert [len(rules) for rules in said] == [number]


def test_the_limits_are_those_of_the_matrix(pages: Tree) -> None:
    bounds = {(r.metric, r.plan): r.bound for r in pages.rules.rules if isinstance(r, Limit)}
    plans = ("starter", "core", "growth", "plus", "super")
    assert {metric: [bounds[metric, plan] for plan in plans] for metric in sorted({m for m, _ in bounds})} == {
        "active-marketing-flows": [0, 0, 0, 10, None],
        "active-projects": [0, 100, None, None, None],
        "custom-objects": [0, 0, 15, None, None],
        "dashboards": [3, None, None, None, None],
    }


def test_the_plans_are_cumulative_and_ranked_from_starter_to_super(pages: Tree) -> None:
    assert {r for r in pages.rules.rules if isinstance(r, Plan)} == {
        Plan(plan, "crm-suite", rank, True) for rank, plan in enumerate(("starter", "core", "growth", "plus", "super"))
    }


def test_old_licences_lead_to_these_plans(pages: Tree) -> None:
    assert {r.licence: r.plan for r in pages.rules.rules if isinstance(r, Succeeds)} == {
        "sales-essentials": "core",
        "service-essentials": "core",
        "marketing-essentials": "growth",
        "sales-premium": "growth",
        "service-premium": "growth",
        "marketing-premium": "plus",
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_states_the_same_usage_ranges_on_both_its_pages(pages: Tree, language: str) -> None:
    by_page: dict[str, set[tuple[int, int | None, str | None]]] = {}
    for s in pages.rules.statements:
        if s.language == language and isinstance(s.rule, Band):
            by_page.setdefault(place(s.page), set()).add((s.rule.low, s.rule.high, s.rule.status))
    ranges = {(0, 85, "normal"), (85, None, "near-limit"), (100, 100, "limit-reached")}
    assert by_page == {"admin/license/crm-suite": ranges, "admin/license/index": ranges}


def test_the_warning_range_has_two_colours_on_the_two_pages_of_one_language(pages: Tree) -> None:
    colours = {
        (place(s.span.path), s.rule.indicator)
        for s in pages.rules.statements
        if isinstance(s.rule, Band) and (s.rule.low, s.rule.high) == (85, None) and s.language == "sv"
    }
    assert colours == {("sv/admin/license/crm-suite", "red"), ("sv/admin/license/index", "yellow")}


def test_the_known_disagreements_are_found_at_their_lines_with_both_quotes(pages: Tree) -> None:
    errors = {(place(f.span.path), f.span.line): f for f in pages.findings if f.code == "R005"}
    assert errors.keys() >= DIFFERING
    for where in DIFFERING:
        finding = errors[where]
        assert finding.severity == "error"
        assert len({related.span.path.split("/")[0] for related in finding.related}) >= 2
        assert all(related.quote for related in finding.related)


def test_the_plan_tables_hold_no_other_error_and_nothing_unread(pages: Tree) -> None:
    there = {
        (f.code, place(f.span.path), f.span.line)
        for f in pages.findings
        if place(f.span.path).endswith(("admin/license/crm-suite", "admin/license/user-plans"))
        and f.code.startswith("R")
    }
    assert there == {("R005", "en/admin/license/crm-suite", 80)}


def test_no_name_in_the_trees_is_unknown_and_no_sentence_is_ambiguous(pages: Tree) -> None:
    assert {f.code for f in pages.findings} & {"R002", "R003", "R006", "R008"} == set()


def test_front_matter_that_a_language_lacks_is_a_warning(pages: Tree) -> None:
    lacking = [f for f in pages.findings if f.code == "F010"]
    assert len(lacking) > 20
    assert {f.severity for f in lacking} == {"warning"}


@pytest.mark.parametrize("language", ["en", "sv", "nl"])
def test_at_least_95_per_cent_of_the_sentences_judged_to_state_a_requirement_are_read(
    language: str, real_tree: Callable[[str], Tree]
) -> None:
    rows = [line.split("\t") for line in JUDGED.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    judged = {(path, int(line), int(column)) for path, line, column in rows if path.startswith(f"{language}/")}
    (coverage,) = (c for c in real_tree("2026").coverage if c.language == language)
    assert len(judged) >= 90
    assert len(judged & coverage.places) >= 0.95 * len(judged)


@pytest.mark.parametrize("language", ["en", "sv", "nl"])
def test_hardly_a_rule_position_is_unread(pages: Tree, language: str) -> None:
    (coverage,) = (c for c in pages.coverage if c.language == language)
    assert coverage.read >= 90
    assert coverage.share >= 98


def changed_rules(before: Tree, after: Tree, language: str) -> set[tuple[AnyRule, bool]]:
    """The rules that a language states in one tree only, and whether that is the later one."""
    old, new = ({s.rule for s in side.rules.statements if s.language == language} for side in (before, after))
    return {(rule, False) for rule in old - new} | {(rule, True) for rule in new - old}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_migration_changed_only_these_rules(language: str, real_tree: Callable[[str], Tree]) -> None:
    before, after = real_tree("2026"), real_tree("2026-mdx")
    found = {
        (rule.page if isinstance(rule, Available) else rule.capability, added)
        for rule, added in changed_rules(before, after, language)
        if isinstance(rule, (Available, Requires))
    }
    assert found == LISTED_DIFFERENCES[language]
    for topic, added in found - {("page:request/index#part", True)}:
        assert topic in (after if added else before).pages[language]
        assert topic not in (before if added else after).pages[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_pages_that_both_trees_have_at_most_one_rule_changed(
    language: str, real_tree: Callable[[str], Tree]
) -> None:
    before, after = real_tree("2026"), real_tree("2026-mdx")
    both = before.pages[language] & after.pages[language]
    changed = [rule for rule, _ in changed_rules(before, after, language)]
    about = [rule for rule in changed if isinstance(rule, (Available, Requires))]
    assert about == changed
    topics = [rule.page if isinstance(rule, Available) else rule.capability.split("#")[0] for rule in about]
    assert len([topic for topic in topics if topic in both]) <= 1
