"""The licence pages of 2023 and 2026: what changed between them, as found by reading them."""

from collections.abc import Callable

import pytest

from engine.contract.diff import Change, Changes, Effect, compare
from engine.localedata import Locales
from engine.model.rulesets import RuleSet

LANGUAGES = ("en", "nl", "sv")
SUITE = ("starter", "core", "growth", "plus", "super")


@pytest.fixture(scope="module")
def changes(real_rules: Callable[[str], RuleSet], locales: Locales) -> Changes:
    return compare(real_rules("2023"), real_rules("2026"), renamed_ids=locales.vocabulary.renamed)


def of(changes: Changes, language: str, kind: str) -> list[Change]:
    return [change for change in changes.changes if change.topic[0] == kind and language in change.languages]


def topics(changes: list[Change], *, gone: bool) -> set[str]:
    return {change.topic[1] for change in changes if bool(change.before) is gone and bool(change.after) is not gone}


def test_licences_that_are_listed_no_more_and_new_ones(changes: Changes) -> None:
    assert topics(of(changes, "en", "licence"), gone=True) == {"marketing"}
    assert topics(of(changes, "en", "licence"), gone=False) == {"marketing-essentials", "marketing-premium"}
    for language in ("nl", "sv"):
        gone = topics(of(changes, language, "licence"), gone=True)
        # One system licence, three of sites, ten of Windows users.
        assert len(gone) == 14
        assert gone >= {"area-management", "satellite", "reporter-studio", "audience", "remote-travel"}
        assert len(topics(of(changes, language, "licence"), gone=False)) == 6


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_suite_is_new_with_its_bounds_ranges_transitions_and_metered_services(
    changes: Changes, language: str
) -> None:
    assert topics(of(changes, language, "plan"), gone=False) == set(SUITE)
    assert len(of(changes, language, "limit")) == 20
    assert len(of(changes, language, "band")) == 3
    assert len(of(changes, language, "succeeds")) == 6
    assert len(of(changes, language, "metered")) == 3


def test_combinations_with_marketing_became_those_of_its_two_levels(changes: Changes) -> None:
    english = of(changes, "en", "combination")
    assert sum(not change.after for change in english) == 8
    assert sum(not change.before for change in english) == 16
    assert len(of(changes, "sv", "combination")) == 20


def test_a_feature_left_the_common_list(changes: Changes) -> None:
    gone = [change.topic for change in of(changes, "en", "includes") if not change.after]
    assert gone == [("includes", "user-plan", "standard-reports")]


def test_what_logging_in_asks_for_changed_otherwise_in_english(changes: Changes) -> None:
    (english,) = of(changes, "en", "requires")[:1]
    assert english.topic == ("requires", "log-in", "web")
    assert english.effect is Effect.LOOSER
    (swedish,) = (c for c in of(changes, "sv", "requires") if c.topic[1] == "log-in")
    assert swedish.effect is Effect.OTHER
    turned = {(t.holdings, t.allowed) for t in changes.turns if t.capability == "log-in" and "sv" in t.languages}
    assert (("login-rights", "standard-crm"), False) in turned
    assert (("login-rights", "premium-user-plan"), True) in turned
    told = english.told[0]
    assert told.before is not None
    assert told.after is not None
    assert (told.before.span.path, told.after.span.path) == (
        "en/admin/license/learn/index.md",
        "en/admin/license/index.md",
    )


def test_a_page_that_moved_is_told_as_one_rename(changes: Changes) -> None:
    (rename,) = changes.renames
    assert rename.old.endswith("expander-services/tool-box")
    assert rename.new.endswith("expander-services")


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_else_changed_in_kind(changes: Changes, language: str) -> None:
    kinds = {change.topic[0] for change in changes.changes if language in change.languages}
    assert kinds <= {
        "licence", "plan", "limit", "band", "succeeds", "metered", "combination", "includes", "requires", "available",
        "speaks", "describes",
    }  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_change_has_the_span_of_each_side_that_says_it(changes: Changes, language: str) -> None:
    for change in changes.changes:
        for told in change.told:
            assert (told.before is None, told.after is None) == (not change.before, not change.after)
            for statement in (told.before, told.after):
                assert statement is None or (statement.quote and statement.language == told.language)
