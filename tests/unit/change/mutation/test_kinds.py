"""Every kind of mutation on one page: exactly the intended thing is gone or changed, all other bytes are the same."""

import difflib
from collections.abc import Callable, Mapping

import pytest

from engine.change.mutation import KINDS
from engine.change.mutation.visible import seen
from engine.localedata import Locales

from .conftest import Mutated, Pages

Read = Callable[[Mapping[str, str]], Pages]

PAGE = """\
---
uid: help-en-x
title: "X"
description: All of it
tier: core
language: en
---

# Licences

First sentence. Second **Save** sentence with 20 things. Third [link][1] sentence.

> [!NOTE]
> Mind the gap.

This feature requires the Growth plan. Nothing else is known.

## System licences

| Licence | Description |
|---|---|
| Customer Centre | Access to the Customer Centre. |
| Expander Services | Access to quotes via third-party applications. |

## Site licences

| Licence | Description |
|---|---|
| Satellite | The number of satellite databases that your organization can define. |

## Limits

| Limit | Starter | Core |
|---|---|---|
| Dashboards | 3 | Unlimited |
| Active projects | 10 | 20 |

| Usage | Indicator | Meaning |
|---|---|---|
| Below 85% | Black | Normal |
| 100% | Red | Limit reached |

| Word | What it is |
|---|---|
| Tea | A drink |

[!include[Tip](includes/tip.md)]

## Sales

**Essentials:**

* Sales and opportunity management
* Currency support

**Premium:**

* Sales guide

## Steps

1. Open the **Status** tab.
2. Look at the picture.

   ![Picture](../a.png)

3. Close it.

* Bread
* Butter

# [One](#tab/one)

In the first.

# [Two](#tab/two)

In the second, **Save** the **Status**.

***

Back to [the top](#licences).

[1]: y.md
"""

FILES = {
    "en/x.md": PAGE,
    "en/y.md": "---\nuid: help-en-y\n---\n\n# Y\n\nText.\n",
    "en/includes/tip.md": "> [!TIP]\n> Have a rest.\n",
    "sv/x.md": "# X\n",
    "a.png": "",
}

GONE: dict[str, list[str]] = {
    "rule-row-dropped": [
        "| Customer Centre | Access to the Customer Centre. |",
        "| Expander Services | Access to quotes via third-party applications. |",
        "| Satellite | The number of satellite databases that your organization can define. |",
        "| Dashboards | 3 | Unlimited |",
        "| Active projects | 10 | 20 |",
        "| Below 85% | Black | Normal |",
        "| 100% | Red | Limit reached |",
    ],
    "row-dropped": ["| Tea | A drink |"],
    "rule-item-dropped": ["* Sales and opportunity management", "* Currency support", "* Sales guide"],
    "item-dropped": ["* Bread", "* Butter"],
    "heading-dropped": ["# Licences", "## System licences", "## Site licences", "## Limits", "## Sales", "## Steps"],
    "include-dropped": ["[!include[Tip](includes/tip.md)]"],
    "image-dropped": ["   ![Picture](../a.png)"],
    "alert-dropped": ["> [!NOTE]\n> Mind the gap."],
    "tab-dropped": [
        "# [One](#tab/one)\n\nIn the first.",
        "# [Two](#tab/two)\n\nIn the second, **Save** the **Status**.",
    ],
    "paragraph-dropped": [
        "First sentence. Second **Save** sentence with 20 things. Third [link][1] sentence.",
        "> Mind the gap.",
        "**Essentials:**",
        "**Premium:**",
        "In the first.",
        "In the second, **Save** the **Status**.",
        "Back to [the top](#licences).",
    ],
    "availability-dropped": ["tier: core"],
    "uid-dropped": ["uid: help-en-x"],
}
"""Kind -> the lines that each of its mutations takes away, and nothing but these and blank lines around them."""

CHANGED: dict[str, list[tuple[str, str]]] = {
    "sentence-dropped": [
        ("First sentence. Second", "Second"),
        (" Second **Save** sentence with 20 things.", ""),
        (" Third [link][1] sentence.", ""),
        (" Nothing else is known.", ""),
    ],
    "rule-sentence-dropped": [("This feature requires the Growth plan. Nothing", "Nothing")],
    "interface-term-dropped": [
        ("Second **Save** sentence", "Second sentence"),
        ("the **Status** tab", "the tab"),
        ("second, **Save** the", "second, the"),
        ("the **Status**.", "the."),
    ],
    "language-mislabelled": [("language: en", "language: sv")],
    "uid-duplicated": [("uid: help-en-x", "uid: help-en-y")],
    "front-matter-broken": [
        ("uid: help-en-x", 'uid: "help-en-x'),
        ("description: All of it", 'description: "All of it'),
        ("tier: core", 'tier: "core'),
        ("language: en", 'language: "en'),
    ],
}
"""Kind -> the one replacement that each of its mutations makes."""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory, locales: Locales) -> Pages:
    docs = tmp_path_factory.mktemp("docs")
    for name, text in FILES.items():
        path = docs / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return Pages(docs, locales)


@pytest.mark.parametrize("kind", GONE)
def test_what_is_dropped_is_gone_and_nothing_else(page: Pages, kind: str) -> None:
    mutated = page.mutations(kind, "en/x.md")
    assert [_without_blanks(m.before, m.after) for m in mutated] == [text.split("\n") for text in GONE[kind]]


def _without_blanks(before: str, after: str) -> list[str]:
    """Lines that are gone, blank ones between two of them included. There must be no new ones."""
    lines = list(difflib.ndiff(before.splitlines(), after.splitlines()))
    assert not any(line.startswith("+ ") for line in lines)
    return "\n".join(line[2:] for line in lines if line.startswith("- ")).strip("\n").split("\n")


@pytest.mark.parametrize("kind", CHANGED)
def test_a_replacement_is_the_intended_one_and_the_only_one(page: Pages, kind: str) -> None:
    expected = [PAGE.replace(old, new) for old, new in CHANGED[kind]]
    assert all(PAGE.count(old) == 1 for old, _ in CHANGED[kind])
    assert [m.after for m in page.mutations(kind, "en/x.md")] == expected


def test_the_first_of_several_numbered_steps_hands_its_number_on(page: Pages) -> None:
    first, second, third = page.mutations("step-dropped", "en/x.md")
    assert first.after == PAGE.replace("1. Open the **Status** tab.\n2. Look", "1. Look")
    assert second.after == PAGE.replace("2. Look at the picture.\n\n   ![Picture](../a.png)\n", "")
    assert third.after == PAGE.replace("3. Close it.\n\n", "")


def test_steps_of_one_line_change_places_without_their_numbers(pages: Read) -> None:
    docs = pages({"en/x.md": "1. Open it.\n2. Look.\n3. Close it.\n", "sv/x.md": ""})
    first, second = docs.mutations("steps-swapped", "en/x.md")
    assert first.after == "1. Look.\n2. Open it.\n3. Close it.\n"
    assert second.after == "1. Open it.\n2. Close it.\n3. Look.\n"


def test_a_column_is_dropped_from_every_row_and_the_delimiters(page: Pages) -> None:
    found = [m.after for m in page.mutations("column-dropped", "en/x.md")]
    starter = PAGE.replace("| Limit | Starter | Core |\n|---|---|---|", "| Limit | Core |\n|---|---|")
    starter = starter.replace("| Dashboards | 3 |", "| Dashboards |").replace("projects | 10 |", "projects |")
    assert starter in found
    words = PAGE.replace("| Word | What it is |\n|---|---|\n| Tea | A drink |", "| What it is |\n|---|\n| A drink |")
    assert words in found
    assert len(found) == 2 + 2 + 3 + 3 + 2


def test_a_row_is_moved_to_the_end_of_the_table_of_another_section(page: Pages) -> None:
    moved = page.mutations("rule-row-moved", "en/x.md")
    row, satellite = "| Customer Centre | Access to the Customer Centre. |\n", "your organization can define. |\n"
    assert moved[0].after == PAGE.replace(row, "").replace(satellite, satellite + row)
    assert len(moved) == 3


def test_rows_of_two_sections_change_places(page: Pages) -> None:
    for mutated in page.mutations("rule-rows-swapped", "en/x.md"):
        assert mutated.after != PAGE
        assert sorted(mutated.after.splitlines()) == sorted(PAGE.splitlines())
        assert sum(a != b for a, b in zip(mutated.after.splitlines(), PAGE.splitlines(), strict=True)) == 2


def test_a_feature_is_moved_to_the_list_of_another_plan(page: Pages) -> None:
    moved = page.mutations("rule-item-moved", "en/x.md")
    item, last = "* Currency support\n", "* Sales guide\n"
    assert [m.after for m in moved if m.change.span.line == PAGE[: PAGE.index(item)].count("\n") + 1] == [
        PAGE.replace(item, "").replace(last, last + item)
    ]


def test_cells_that_change_places_differ_and_keep_their_markup(page: Pages) -> None:
    swapped = page.mutations("rule-cells-swapped", "en/x.md")
    assert swapped
    for mutated in swapped:
        assert sorted(mutated.after.split()) == sorted(PAGE.split())
        assert 1 <= len(mutated.lines[0]) <= 2


def test_equal_cells_and_rows_that_only_change_places_are_no_mutation(pages: Read) -> None:
    table = (
        "| Current licence | CRM Suite plan |\n|---|---|\n| Sales Essentials | Core |\n| Service Essentials | Core |\n"
    )
    assert pages({"en/x.md": table, "sv/x.md": ""}).mutations("rule-cells-swapped", "en/x.md") == []


@pytest.mark.parametrize("seed", list("abcd"))
def test_a_number_becomes_another_of_the_same_length(page: Pages, seed: str) -> None:
    numbers = [(m.lines[0][0], m.lines[1][0]) for m in page.mutations("rule-number-changed", "en/x.md", seed)]
    assert [old for old, _ in numbers] == [
        "| Dashboards | 3 | Unlimited |",
        "| Active projects | 10 | 20 |",
        "| Active projects | 10 | 20 |",
        "| Below 85% | Black | Normal |",
        "| 100% | Red | Limit reached |",
    ]
    for old, new in numbers:
        assert len(old) == len(new)
        assert sum(a != b for a, b in zip(old, new, strict=True)) == 1
    (prose,) = page.mutations("number-changed", "en/x.md", seed)
    assert prose.change.span.column == PAGE.splitlines()[prose.change.span.line - 1].index("20 things") + 1


def test_a_bound_is_lifted_or_set(page: Pages) -> None:
    lines = [m.lines[1][0] for m in page.mutations("limit-lifted", "en/x.md")]
    assert lines[0] == "| Dashboards | Unlimited | Unlimited |"
    assert lines[1].startswith("| Dashboards | 3 | ")
    assert lines[1].removeprefix("| Dashboards | 3 | ").removesuffix(" |").isdecimal()
    assert lines[2:] == ["| Active projects | Unlimited | 20 |", "| Active projects | 10 | Unlimited |"]


@pytest.mark.parametrize(
    ("kind", "line", "old"),
    [
        ("licence-renamed", "This feature requires the Growth plan. Nothing else is known.", "Growth"),
        ("licence-renamed", "| Satellite | The number of satellite databases that your", "Satellite"),
        ("capability-renamed", "| Expander Services | Access to quotes via third-party applications. |", "quotes"),
        ("channel-renamed", "| Expander Services | Access to quotes via", "third-party applications"),
        ("indicator-renamed", "| Below 85% | Black | Normal |", "Black"),
    ],
)
def test_a_name_becomes_that_of_another_id_in_the_same_form(page: Pages, kind: str, line: str, old: str) -> None:
    found = [m for m in page.mutations(kind, "en/x.md") if m.lines[0][0].startswith(line)]
    ahead, behind = next(m.lines[0][0] for m in found).split(old, 1)
    new = [m.lines[1][0] for m in found]
    assert any(name.startswith(ahead) and name.endswith(behind) and name != ahead + old + behind for name in new)


def test_a_sentence_gets_a_negation_of_its_language_or_loses_its_own(pages: Read) -> None:
    files = {
        "en/x.md": "This feature requires the Growth plan.\n",
        "sv/x.md": "Den här funktionen kräver Growth-planen.\n",
        "de/x.md": "Diese Funktion erfordert den Growth-Plan.\n",
    }
    docs = pages(files)
    for path, word in (("en/x.md", "not"), ("sv/x.md", "inte"), ("de/x.md", "nicht")):
        (mutated,) = docs.mutations("rule-negated", path)
        assert word in mutated.after.split()
        assert mutated.after.replace(f" {word}", "", 1) == mutated.before


def test_a_link_leads_elsewhere_by_its_target_or_its_definition(page: Pages) -> None:
    inline, defined = sorted(page.mutations("link-changed", "en/x.md"), key=lambda m: m.change.span)
    assert inline.after == PAGE.replace("(#licences)", "(y.md)")
    assert defined.after == PAGE.replace("[1]: y.md", "[1]: #licences")
    assert [span.line for span in defined.change.also] == [PAGE[: PAGE.index("Third")].count("\n") + 1]


def test_a_term_at_the_start_of_an_item_leaves_its_bullet(pages: Read) -> None:
    text = "* **Level**: how far\n\nChoose a **Level**.\n"
    docs = pages({"en/x.md": text, "sv/x.md": ""})
    first = min(docs.mutations("interface-term-dropped", "en/x.md"), key=lambda m: m.change.span)
    assert first.after == "* : how far\n\nChoose a **Level**.\n"


def test_a_word_in_bold_only_once_is_no_term(pages: Read) -> None:
    docs = pages({"en/x.md": "Do **not** press it.\n", "sv/x.md": ""})
    assert docs.mutations("interface-term-dropped", "en/x.md") == []


def test_the_kind_of_an_alert_changes_and_its_text_stays(page: Pages) -> None:
    (mutated,) = page.mutations("alert-kind-changed", "en/x.md")
    assert mutated.lines[0] == ["> [!NOTE]"]
    assert mutated.lines[1][0] in {"> [!TIP]", "> [!WARNING]", "> [!CAUTION]", "> [!IMPORTANT]"}


def test_availability_names_another_plan(page: Pages) -> None:
    (mutated,) = page.mutations("availability-changed", "en/x.md")
    assert mutated.lines[0] == ["tier: core"]
    assert mutated.lines[1][0] in {"tier: Starter", "tier: Growth", "tier: Plus", "tier: Super"}


def test_a_snippet_is_mutated_for_all_pages_that_include_it(page: Pages) -> None:
    (mutated,) = page.mutations("alert-dropped", "en/includes/tip.md")
    assert mutated.after == ""
    assert page.manuscript("en/includes/tip.md").readers == ("en/x.md",)


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_every_mutation_changes_what_a_reader_sees(page: Pages, kind: str) -> None:
    mutated = page.mutations(kind, "en/x.md")
    assert mutated or kind == "steps-swapped"
    for one in mutated:
        assert _seen(page, one) != _seen(page, None), one.change.span


def _seen(page: Pages, mutated: Mutated | None) -> object:
    docs = page.docs if mutated is None else page.with_(mutated)
    return seen(next(p for p in docs.tree.pages if p.path == "en/x.md"))


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_the_same_seed_gives_the_same_mutations(page: Pages, kind: str) -> None:
    assert page.mutations(kind, "en/x.md", "7") == page.mutations(kind, "en/x.md", "7")
