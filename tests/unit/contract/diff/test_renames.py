"""Ids that are called otherwise: told as one rename, and never where one side knows both names."""

import msgspec

from engine.contract.diff import Rename, compare
from engine.model.rules import Available, Combination, Grants, Includes, Licence, Requires
from engine.model.rulesets import RuleSet

from ...entitlement.ruling import IDS, stated

RULES = (Licence("p", "user", None, None), Grants("p", "a", None), Includes("p", "f"), Grants("q", "a", None))


def called(rules: RuleSet, *names: str) -> RuleSet:
    """A rule set whose vocabulary has just these licences."""
    return msgspec.structs.replace(rules, ids={**IDS, "licence": frozenset(names)})


def test_a_licence_that_is_called_otherwise_is_one_rename() -> None:
    old = called(stated(*RULES), "p", "q")
    new = called(
        stated(Licence("n", "user", None, None), Grants("n", "a", None), Includes("n", "f"), Grants("q", "a", None)),
        "n",
        "q",
    )
    changes = compare(old, new)
    assert changes.renames == (Rename("licence", "p", "n", ("sv",)),)
    assert changes.changes == ()
    assert changes.turns == ()


def test_what_else_changes_about_it_is_told_beside_the_rename() -> None:
    old = called(stated(*RULES), "p", "q")
    new = called(
        stated(Licence("n", "user", None, None), Grants("n", "a", None), Includes("n", "f"), Grants("n", "b", None)),
        "n",
        "q",
    )
    changes = compare(old, new)
    assert [rename.new for rename in changes.renames] == ["n"]
    assert [(change.before, change.after) for change in changes.changes] == [
        ((), (Grants("n", "b", None),)),
        ((Grants("q", "a", None),), ()),
    ]


def test_ids_that_the_vocabulary_has_on_both_sides_were_not_renamed() -> None:
    changes = compare(stated(Grants("p", "a", None)), stated(Grants("p", "b", None)))
    assert changes.renames == ()
    assert len(changes.changes) == 2


def test_one_licence_that_became_two_is_no_rename() -> None:
    old = called(stated(Licence("p", "user", None, None), Combination(("p", "q"))), "p", "q")
    new = called(
        stated(
            *(Licence(id, "user", None, None) for id in ("m", "n")), Combination(("m", "q")), Combination(("n", "q"))
        ),
        "m",
        "n",
        "q",
    )
    assert compare(old, new).renames == ()


def test_that_both_exist_is_not_enough() -> None:
    old = called(stated(Licence("p", "user", None, None)), "p")
    new = called(stated(Licence("n", "user", None, None)), "n")
    assert compare(old, new).renames == ()


def test_what_the_vocabulary_says_was_renamed_is_certain() -> None:
    old = called(stated(Licence("p", "user", None, None)), "p")
    new = called(stated(Licence("n", "user", None, None)), "n")
    changes = compare(old, new, renamed_ids={"p": "n"})
    assert changes.renames == (Rename("licence", "p", "n", ("sv",)),)
    assert changes.changes == ()


def test_a_page_that_moved_is_a_rename_with_its_parts() -> None:
    rules = [
        (
            Available(f"page:{page}", "core"),
            Requires(f"page:{page}", None, (("p",),)),
            Requires(f"page:{page}#part", None, (("q",),)),
        )
        for page in ("old/x", "new/x")
    ]
    changes = compare(stated(*rules[0]), stated(*rules[1]))
    assert changes.renames == (Rename("page", "page:old/x", "page:new/x", ("sv",)),)
    assert (changes.changes, changes.turns) == ((), ())
