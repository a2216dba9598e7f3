"""Every rule kind: what a reader may hold and do by it, and how it looks as data."""

import itertools

import msgspec
import pytest

from engine.model.rules import (
    KINDS,
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
    all_of,
    capability_ids,
    holdable_ids,
)

EXAMPLES: dict[type, tuple[AnyRule, dict[str, object], tuple[str, ...], tuple[str, ...]]] = {
    Licence: (
        Licence("sales-user", "user", "windows", "legacy"),
        {"kind": "Licence", "licence": "sales-user", "scope": "user", "edition": "windows", "lifecycle": "legacy"},
        ("sales-user",),
        (),
    ),
    Describes: (
        Describes("system", "accessible-systems"),
        {"kind": "Describes", "licence": "system", "topic": "accessible-systems"},
        ("system",),
        (),
    ),
    Grants: (
        Grants("sales-user", "sale-module", "standard-crm"),
        {"kind": "Grants", "licence": "sales-user", "capability": "sale-module", "beside": "standard-crm"},
        ("sales-user",),
        ("sale-module", "standard-crm"),
    ),
    Requires: (
        Requires("log-in", "web", (("login-rights",), ("a", "b"))),
        {"kind": "Requires", "capability": "log-in", "channel": "web", "needs": [["login-rights"], ["a", "b"]]},
        ("a", "b", "login-rights"),
        ("log-in",),
    ),
    Quota: (
        Quota("audience", "audience", "site"),
        {"kind": "Quota", "licence": "audience", "metric": "audience", "unit": "site"},
        ("audience",),
        ("audience",),
    ),
    Plan: (
        Plan("core", "crm-suite", 1, True),
        {"kind": "Plan", "plan": "core", "market": "crm-suite", "rank": 1, "cumulative": True},
        ("core",),
        (),
    ),
    Includes: (
        Includes("core", "development-tools"),
        {"kind": "Includes", "holder": "core", "feature": "development-tools"},
        ("core",),
        ("development-tools",),
    ),
    Limit: (
        Limit("core", "active-projects", None),
        {"kind": "Limit", "plan": "core", "metric": "active-projects", "bound": None},
        ("core",),
        ("active-projects",),
    ),
    Metered: (
        Metered("storage", "crm-suite"),
        {"kind": "Metered", "metric": "storage", "market": "crm-suite"},
        (),
        ("storage",),
    ),
    Band: (
        Band(85, None, "near-limit", "yellow"),
        {"kind": "Band", "low": 85, "high": None, "status": "near-limit", "indicator": "yellow"},
        (),
        (),
    ),
    Combination: (
        Combination(("a", "b")),
        {"kind": "Combination", "licences": ["a", "b"]},
        ("a", "b"),
        (),
    ),
    Succeeds: (
        Succeeds("sales-premium", "growth"),
        {"kind": "Succeeds", "licence": "sales-premium", "plan": "growth"},
        ("sales-premium", "growth"),
        (),
    ),
    Available: (
        Available("page:x", "core"),
        {"kind": "Available", "page": "page:x", "plan": "core"},
        ("core",),
        ("page:x",),
    ),
    Excludes: (
        Excludes("starter", "page:x"),
        {"kind": "Excludes", "plan": "starter", "capability": "page:x"},
        ("starter",),
        ("page:x",),
    ),
    Speaks: (
        Speaks("page:x", "crm-suite"),
        {"kind": "Speaks", "page": "page:x", "market": "crm-suite"},
        (),
        (),
    ),
}
"""Kind -> (a rule, its data, what can be held, what can be done)."""


def test_every_kind_has_an_example_here_and_none_is_left_out() -> None:
    assert tuple(EXAMPLES) == KINDS
    assert set(AnyRule.__args__) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_rule_is_data_that_begins_with_its_kind_and_comes_back_equal(kind: type) -> None:
    rule, data, _, _ = EXAMPLES[kind]
    assert msgspec.json.decode(msgspec.json.encode(rule)) == data
    assert next(iter(msgspec.to_builtins(rule))) == "kind"
    assert msgspec.json.decode(msgspec.json.encode(rule), type=AnyRule) == rule


@pytest.mark.parametrize("kind", KINDS)
def test_a_rule_names_what_can_be_held_and_what_can_be_done(kind: type) -> None:
    rule, _, holdable, capabilities = EXAMPLES[kind]
    assert holdable_ids(rule) == holdable
    assert capability_ids(rule) == capabilities


@pytest.mark.parametrize("kind", KINDS)
def test_a_rule_cannot_be_changed_and_equal_rules_are_one(kind: type) -> None:
    rule = EXAMPLES[kind][0]
    with pytest.raises(AttributeError):
        setattr(rule, rule.__struct_fields__[0], "other")
    assert len({rule, msgspec.structs.replace(rule)}) == 1


def test_a_grant_that_builds_on_nothing_says_so_in_its_data() -> None:
    data = msgspec.to_builtins(Grants("a", "c", None))
    assert data == {"kind": "Grants", "licence": "a", "capability": "c", "beside": None}


def test_a_grant_shows_channels_and_openness_only_where_they_are_said() -> None:
    data = msgspec.to_builtins(Grants("a", "c", None, ("web",), True))
    assert (data["channels"], data["open_ended"]) == (("web",), True)


def test_rules_of_different_kinds_with_the_same_fields_are_different_rules() -> None:
    assert Describes("audience", "audience") != Quota("audience", "audience", None)


def test_needs_have_one_form_whatever_the_order_they_are_given_in() -> None:
    groups = [frozenset({"b"}), frozenset({"c", "a"}), frozenset({"d"})]
    assert {all_of(list(order)) for order in itertools.permutations(groups)} == {(("a", "c"), ("b",), ("d",))}


def test_a_group_that_a_smaller_group_implies_is_left_out() -> None:
    assert all_of([frozenset({"a", "b"}), frozenset({"a"})]) == (("a",),)


def test_a_group_given_twice_is_one_group() -> None:
    assert all_of([frozenset({"a"}), frozenset({"a"})]) == (("a",),)


def test_no_groups_ask_for_nothing() -> None:
    assert all_of([]) == ()
