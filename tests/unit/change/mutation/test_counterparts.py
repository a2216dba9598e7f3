"""The place in another language that belongs to a place, found by address alone."""

from collections.abc import Callable, Mapping

import pytest

from engine.change.mutation.counterparts import counterparts
from engine.model.spans import Span

from .conftest import Pages

Read = Callable[[Mapping[str, str]], Pages]

EN = "---\nuid: a\ntier: core\n---\n\n# One\n\nText.\n\n* a\n* b\n\n## Two\n\n| A |\n|---|\n| x |\n| y |\n"
SV = "---\ntier: core\n---\n\n# Ett\n\nText.\n\n* c\n* d\n\n## Två\n\n| B |\n|---|\n| v |\n| w |\n"


def lines(pages: Pages, line: int, column: int = 1) -> list[int]:
    span = Span("en/x.md", line, column, line, column + 1)
    found = counterparts(pages.manuscript("en/x.md"), [pages.manuscript("sv/x.md")], span)
    assert all(place.path == "sv/x.md" for place in found)
    return sorted(place.line for place in found)


@pytest.mark.parametrize("line", [6, 8, 10, 11, 13, 15, 17, 18])
def test_pages_of_one_shape_correspond_thing_by_thing(pages: Read, line: int) -> None:
    assert lines(pages({"en/x.md": EN, "sv/x.md": SV}), line) == [line - 1]


def test_front_matter_corresponds_by_its_keys(pages: Read) -> None:
    docs = pages({"en/x.md": EN, "sv/x.md": SV})
    assert (lines(docs, 3), lines(docs, 2)) == ([2], [])


@pytest.mark.parametrize(("extra", "at"), [("* ny\n* c\n", [9, 10]), ("* c\n* mitt\n", [9, 10])])
def test_a_longer_list_is_counted_from_both_ends(pages: Read, extra: str, at: list[int]) -> None:
    docs = pages({"en/x.md": EN, "sv/x.md": SV.replace("* c\n", extra)})
    assert lines(docs, 10) == at
    assert lines(docs, 11) == [at[0] + 1, at[1] + 1]
    assert lines(docs, 17) == [17]


def test_an_include_corresponds_to_the_directive_and_to_the_text_that_it_shows(pages: Read) -> None:
    include = "[!include[Tip](includes/tip.md)]\n"
    docs = pages({f"{tag}/{key}": text for tag in ("en", "sv") for key, text in (("x.md", include), ("y.md", "Y\n"))})
    assert lines(docs, 1) == [1]
    docs = pages({"en/x.md": include, "sv/x.md": include, "sv/includes/tip.md": "\n\n> [!TIP]\n> Vila.\n"})
    found = counterparts(docs.manuscript("en/x.md"), [docs.manuscript("sv/x.md")], Span("en/x.md", 1, 1, 1, 5))
    assert [(place.path, place.line) for place in found] == [("sv/x.md", 1), ("sv/includes/tip.md", 3)]


def test_another_sort_of_thing_is_no_counterpart(pages: Read) -> None:
    assert lines(pages({"en/x.md": EN, "sv/x.md": SV.replace("* c\n* d", "Text")}), 10) == []
