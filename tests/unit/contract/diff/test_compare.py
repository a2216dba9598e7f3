"""What two rule sets say otherwise: one change for what one edit did, language by language, whatever the wording."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from engine.contract.diff import Changes, Effect, compare
from engine.localedata import Locales
from engine.model.rules import AnyRule, Available, Grants, Licence, Limit, Quota, Requires
from engine.model.rulesets import RuleSet
from engine.rules import read_docs

from ...entitlement.ruling import stated

Files = Mapping[str, str]

ONE, OTHER = Grants("p", "a", None), Grants("q", "b", None)


def told(changes: Changes) -> list[tuple[tuple[str, ...], tuple[AnyRule, ...], tuple[AnyRule, ...]]]:
    return [(change.languages, change.before, change.after) for change in changes.changes]


def test_equal_rule_sets_do_not_differ() -> None:
    assert not compare(stated(), stated())
    assert not compare(stated(ONE, OTHER), stated(OTHER, ONE))
    assert not compare(stated(ONE), stated(ONE, ONE))


def test_a_rule_on_one_side_is_gone_or_new() -> None:
    assert told(compare(stated(ONE, OTHER), stated(ONE))) == [(("sv",), (OTHER,), ())]
    assert told(compare(stated(ONE), stated(ONE, OTHER))) == [(("sv",), (), (OTHER,))]


def test_two_rules_of_one_topic_are_one_change_with_both_places() -> None:
    (change,) = compare(stated(Limit("p", "a", 100)), stated(ONE, Limit("p", "a", 50))).changes[1:]
    assert (change.before, change.after) == ((Limit("p", "a", 100),), (Limit("p", "a", 50),))
    assert change.effect is Effect.TIGHTER
    (place,) = change.told
    assert place.before is not None
    assert place.after is not None
    assert (place.before.span.line, place.after.span.line) == (1, 2)


def test_where_the_old_rule_is_still_said_beside_the_new_one_both_hold() -> None:
    old, new = Limit("p", "a", 100), Limit("p", "a", 50)
    (change,) = compare(stated(old), stated(old, new)).changes
    assert (change.before, change.after, change.effect) == ((old,), (old, new), Effect.TIGHTER)
    (back,) = compare(stated(old, new), stated(old)).changes
    assert (back.before, back.after, back.effect) == ((old, new), (old,), Effect.LOOSER)


def test_what_every_language_changed_is_one_change() -> None:
    old, new = (stated(sv=(Limit("p", "a", n),), nl=(Limit("p", "a", n),)) for n in (1, 2))
    assert told(compare(old, new)) == [(("nl", "sv"), (Limit("p", "a", 1),), (Limit("p", "a", 2),))]


def test_each_language_is_compared_with_itself() -> None:
    old = stated(sv=(ONE,), nl=(ONE, OTHER))
    found = told(compare(old, stated(sv=(ONE, OTHER), nl=(ONE,))))
    assert sorted(found, key=repr) == [(("nl",), (OTHER,), ()), (("sv",), (), (OTHER,))]


def test_a_language_that_one_side_lacks_is_not_compared() -> None:
    changes = compare(stated(sv=(ONE,)), stated(sv=(ONE,), nl=(OTHER,)))
    assert not changes
    assert changes.languages == ("sv",)


def test_a_licence_that_goes_takes_what_it_gives_with_it() -> None:
    licence, grant, quota = Licence("p", "user", None, None), Grants("p", "a", None), Quota("p", "b", None)
    (change,) = compare(stated(licence, grant, quota, OTHER), stated(OTHER)).changes
    assert change.before == (licence, grant, quota)
    assert change.topic == ("licence", "p")


def test_what_a_licence_gives_is_told_by_itself_where_the_licence_stays() -> None:
    licence, grant = Licence("p", "user", None, None), Grants("p", "a", None)
    (change,) = compare(stated(licence, grant), stated(licence)).changes
    assert (change.topic, change.effect) == (("grants", "p", "a"), Effect.TIGHTER)


@pytest.fixture
def read(tmp_path: Path, locales: Locales) -> Callable[[Files], RuleSet]:
    """Reads a docs folder made of files, each time another."""
    folders: list[Path] = []

    def read_files(files: Files) -> RuleSet:
        folder = tmp_path / str(len(folders))
        folders.append(folder)
        for name, text in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return read_docs(folder, locales).rules

    return read_files


FRONT = "---\ntitle: Guide\ntier: core\n---\n\n"
TABLE = "| Limit | Core |\n|---|---|\n| Dashboards | 3 |\n"
DOCFX = {
    "en/guide.md": f"{FRONT}# Guide\n\n> [!NOTE]\n> This feature requires the **Core** plan.\n\n"
    f"[!include[Requirement](includes/req.md)]\n\n{TABLE}",
    "en/includes/req.md": "> [!TIP]\n> Product forecasts require a Sales Premium license.\n",
}
MDX = {
    "en/guide.mdx": f'{FRONT}import Req from "/snippets/req.mdx";\n\n# Guide {{#guide}}\n\n<Note>\n'
    f"This feature requires the **Core** plan.\n</Note>\n\n<Req />\n\n{TABLE}",
    "snippets/req.mdx": "<Tip>\nProduct forecasts require a Sales Premium license.\n</Tip>\n",
}


def test_the_same_content_in_another_flavour_is_no_difference(read: Callable[[Files], RuleSet]) -> None:
    old, new = read(DOCFX), read(MDX)
    assert Requires("page:guide#part", None, (("sales-premium",),)) in old.rules
    assert Available("page:guide", "core") in new.rules
    assert not compare(old, new)


def test_another_wording_is_no_difference_and_another_licence_is(read: Callable[[Files], RuleSet]) -> None:
    old = read({"en/guide.md": "This feature requires a Sales Premium license.\n"})
    assert not compare(old, read({"en/guide.md": "For this feature, you need a licence for Sales Premium.\n"}))
    changed = compare(old, read({"en/guide.md": "This feature requires a Service Premium license.\n"}))
    before, after = (Requires("page:guide", None, ((f"{name}-premium",),)) for name in ("sales", "service"))
    assert told(changed) == [(("en",), (before,), (after,))]
    assert [(turn.holdings, turn.allowed) for turn in changed.turns] == [
        (("sales-premium",), False),
        (("service-premium",), True),
    ]
