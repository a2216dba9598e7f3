"""What if: rules set otherwise, in every language, as if the pages said so."""

import pytest

from engine.contract.diff import compare
from engine.contract.impact import suppose
from engine.contract.impact.places import sentences_to_change
from engine.findings import UsageError
from engine.model.rules import AnyRule, Excludes, Grants, Includes, Limit, Requires, Succeeds
from engine.model.rulesets import RuleSet


@pytest.mark.parametrize(
    ("setting", "rule"),
    [
        ("limit:core:active-projects=50", Limit("core", "active-projects", 50)),
        ("limit:core:active-projects=unlimited", Limit("core", "active-projects", None)),
        ("limit:core:active-projects=none", None),
        ("grant:sales-user:quotes=yes", Grants("sales-user", "quotes", None)),
        ("grant:sales-user:sale-module=no", None),
        ("include:sales-essentials:sales-guide=yes", Includes("sales-essentials", "sales-guide")),
        ("exclude:starter:dashboards=yes", Excludes("starter", "dashboards")),
        ("require:log-in:web=login-rights+core/plus", Requires("log-in", "web", (("core", "plus"), ("login-rights",)))),
        ("require:quotes=core", Requires("quotes", None, (("core",),))),
        ("require:page:project/learn/index=plus", Requires("page:project/learn/index", None, (("plus",),))),
        ("succeed:sales-premium=plus", Succeeds("sales-premium", "plus")),
    ],
)
def test_every_language_says_what_is_supposed(setting: str, rule: AnyRule | None, docs_rules: RuleSet) -> None:
    new = suppose(docs_rules, [setting])
    assert new.disagreements == ()
    (change,) = compare(docs_rules, new, turns=False).changes
    assert change.languages == docs_rules.languages
    assert change.after == (() if rule is None else (rule,))
    assert change.before or rule


def test_supposing_what_holds_changes_nothing(docs_rules: RuleSet) -> None:
    assert not compare(docs_rules, suppose(docs_rules, ["limit:core:active-projects=100"]))


def test_several_settings_hold_together(docs_rules: RuleSet) -> None:
    new = suppose(docs_rules, ["limit:core:active-projects=50", "limit:core:active-projects=60"])
    assert [c.after for c in compare(docs_rules, new, turns=False).changes] == [(Limit("core", "active-projects", 60),)]


def test_the_sentences_that_would_have_to_change_are_those_of_every_language(docs_rules: RuleSet) -> None:
    changes = compare(docs_rules, suppose(docs_rules, ["limit:core:active-projects=50"]), turns=False)
    told = sentences_to_change(changes, docs_rules)
    assert {statement.language for _, statement in told} == set(docs_rules.languages)
    assert all("100" in statement.quote for _, statement in told)
    assert {statement.page for _, statement in told} == {"admin/license/learn/crm-suite.md", "project/learn/index.md"}


@pytest.mark.parametrize(
    "setting",
    [
        "limit:core:active-projects",
        "limit:core=5",
        "limit:core:active-projects=-1",
        "limit:core:active-projects=many",
        "grant:sales-user:quotes=maybe",
        "bound:core:active-projects=5",
        "require=core",
        "",
        "=",
    ],
)
def test_a_malformed_setting_shows_the_forms(setting: str, docs_rules: RuleSet) -> None:
    with pytest.raises(UsageError) as error:
        suppose(docs_rules, [setting])
    assert "limit:PLAN:METRIC=N|unlimited|none" in str(error.value)


@pytest.mark.parametrize(
    ("setting", "near"),
    [
        ("limit:cor:active-projects=5", "core"),
        ("limit:core:activ-projects=5", "active-projects"),
        ("require:log-in:wbe=core", "web"),
        ("require:log-in:web=login-right", "login-rights"),
        ("succeed:sales-premium=plu", "plus"),
    ],
)
def test_an_unknown_id_shows_the_nearest(setting: str, near: str, docs_rules: RuleSet) -> None:
    with pytest.raises(UsageError) as error:
        suppose(docs_rules, [setting])
    assert f"did you mean `{near}`?" in str(error.value)
