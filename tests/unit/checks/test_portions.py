"""What checks know of each page is worked out again for the portion of a page that changed, and for no other."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import msgspec

from engine.cache import Store
from engine.checks import run_checks
from engine.checks.portions import in_portions
from engine.localedata import Locales
from engine.pages.blocks import Page
from engine.rules import read_docs

Make = Callable[[Mapping[str, str]], Path]


class Titles(msgspec.Struct, frozen=True):
    """The titles of pages."""

    of: dict[str, str]


def test_only_the_portion_of_a_page_that_changed_is_worked_on_again(
    make_docs: Make, locales: Locales, tmp_path: Path
) -> None:
    files = {f"{tag}/p{number}.md": f"# {tag} {number}\n" for tag in ("en", "sv") for number in range(80)}
    store = Store(tmp_path / "cache")
    asked: list[str] = []

    def titles(pages: Sequence[Page]) -> Titles:
        asked.extend(page.path for page in pages)
        return Titles({page.path: page.title for page in pages})

    def all_titles(*grounds: str) -> dict[str, str]:
        docs = read_docs(make_docs(files), locales, store=store)
        return {
            path: title for found in in_portions(docs, Titles, titles, *grounds) for path, title in found.of.items()
        }

    assert sorted(all_titles()) == sorted(asked) == sorted(files)
    asked.clear()
    assert len(all_titles()) == len(files)
    assert asked == []
    files["sv/p7.md"] = "# Ny\n"
    assert all_titles()["sv/p7.md"] == "Ny"
    # All languages of a page are worked on together.
    assert {"sv/p7.md", "en/p7.md"} <= set(asked)
    assert len(asked) < len(files) / 4
    asked.clear()
    all_titles("otherwise")
    assert sorted(asked) == sorted(files)


PAGE = {
    "en": """---
uid: a
---
# {title}

## Open the list

See [the list](a.md#open-the-list). 5% of “all” is kept.
To use quotes you need a Sales Premium licence.

| Name | Value |
| --- | --- |
| One | 1 |
| Two | 2
""",
    "sv": """---
uid: a
---
# {title}

## Öppna listan

Se [listan](b.md#open). 5 % av ”allt” är kvar.
För att använda offerter behöver du en licens för Sales Premium.

| Namn | Värde |
| --- | --- |
| Ett | 1 |
| Två | 2
""",
    "nl": """---
uid: a
---
# {title}

## De lijst openen

Zie [de lijst](b.md#open). 5% van “alles” is bewaard.

| Naam | Waarde |
| --- | --- |
| Een | 1 |
""",
}
EDITS = (
    ("sv", "[listan](b.md#open)", "[listan](none.md)"),
    ("en", "## Open the list", "## The list"),
    ("en", "a.md#open-the-list", "a.md#the-list"),
    ("sv", "5 %", "6%"),
    ("sv", "”allt”", "„allt”"),
    ("sv", "| Två | 2", "| Två | 3 |"),
    ("sv", "Sales Premium", "Sales Essentials"),
    ("nl", "bewaard.", "the of and for with you are is was this that from your have not " * 3),
)


def test_after_each_edit_of_a_page_the_same_is_found_as_from_nothing(
    make_docs: Make, locales: Locales, tmp_path: Path
) -> None:
    files = {
        f"{tag}/{name}.md": text.replace("{title}", f"{tag} {name}")
        for tag, text in PAGE.items()
        for name in ("a", "b", "c", "d")
    }
    store = Store(tmp_path / "cache")
    before = run_checks(read_docs(make_docs(files), locales, store=store))
    for tag, old, new in EDITS:
        path = f"{tag}/a.md"
        assert old in files[path]
        files[path] = files[path].replace(old, new)
        docs = make_docs(files)
        after = run_checks(read_docs(docs, locales, store=store))
        assert after == run_checks(read_docs(docs, locales))
        assert after != before, new
        before = after
