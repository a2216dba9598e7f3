"""Which rules changed between two readings: language by language, without regard to wording and place."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from engine.change import Difference, diff
from engine.localedata import Locales
from engine.model.rules import AnyRule, Available, Grants, Requires
from engine.model.rulesets import RuleSet
from engine.rules import read_docs

from ..entitlement.ruling import stated

Files = Mapping[str, str]

ONE, OTHER = Grants("p", "a", None), Grants("q", "b", None)


def changes(differences: tuple[Difference, ...]) -> list[tuple[str, AnyRule, bool]]:
    return [(d.language, d.rule, d.added) for d in differences]


def test_equal_rule_sets_do_not_differ() -> None:
    assert diff(stated(), stated()) == ()
    assert diff(stated(ONE, OTHER), stated(OTHER, ONE)) == ()
    assert diff(stated(ONE), stated(ONE, ONE)) == ()


def test_a_rule_on_one_side_is_removed_or_added() -> None:
    assert changes(diff(stated(ONE, OTHER), stated(ONE))) == [("sv", OTHER, False)]
    assert changes(diff(stated(ONE), stated(ONE, OTHER))) == [("sv", OTHER, True)]


def test_a_changed_rule_is_one_removed_and_one_added_at_their_places() -> None:
    removed, added = diff(stated(ONE), stated(OTHER))
    assert changes((removed, added)) == [("sv", ONE, False), ("sv", OTHER, True)]
    assert removed.statement.rule == ONE
    assert added.statement.rule == OTHER


def test_exchanging_the_sides_exchanges_the_signs() -> None:
    old, new = stated(ONE), stated(OTHER)
    there = {(d.language, d.rule, d.added) for d in diff(old, new)}
    assert {(d.language, d.rule, not d.added) for d in diff(new, old)} == there


def test_each_language_is_compared_with_itself() -> None:
    old = stated(sv=(ONE,), nl=(ONE, OTHER))
    assert changes(diff(old, stated(sv=(ONE, OTHER), nl=(ONE,)))) == [("nl", OTHER, False), ("sv", OTHER, True)]


def test_a_language_that_one_side_lacks_is_not_compared() -> None:
    assert diff(stated(sv=(ONE,)), stated(sv=(ONE,), nl=(OTHER,))) == ()


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
    assert diff(old, new) == ()


def test_another_wording_is_no_difference_and_another_licence_is(read: Callable[[Files], RuleSet]) -> None:
    old = read({"en/guide.md": "This feature requires a Sales Premium license.\n"})
    assert diff(old, read({"en/guide.md": "For this feature, you need a licence for Sales Premium.\n"})) == ()
    changed = diff(old, read({"en/guide.md": "This feature requires a Service Premium license.\n"}))
    assert changes(changed) == [
        ("en", Requires("page:guide", None, (("sales-premium",),)), False),
        ("en", Requires("page:guide", None, (("service-premium",),)), True),
    ]
