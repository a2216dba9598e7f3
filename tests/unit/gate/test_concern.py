"""Findings about pages that changed, in whatever language."""

from collections.abc import Callable

import pytest

from engine.findings import Finding, Related
from engine.gate.concern import concerning
from engine.model.spans import Span
from engine.rules import Docs


def at(path: str, *others: str) -> Finding:
    return Finding(
        "R005", Span(path, 1, 1, 1, 2), related=tuple(Related(Span(other, 1, 1, 1, 2), "") for other in others)
    )


FOUND = (at("sv/a.md", "nl/a.md"), at("nl/b.md"), at("sv/c.md", "sv/b.md"), at("sv/includes/t.md"))


@pytest.mark.parametrize(
    ("changed", "shown"),
    [
        (set(), []),
        ({"sv/a.md"}, [0]),
        ({"nl/a.md"}, [0]),
        ({"sv/b.md"}, [1, 2]),
        ({"nl/includes/t.md"}, [0, 3]),
        ({"sv/includes/t.md"}, [0, 3]),
        ({"sv/gone.md", "picture.png"}, []),
        ({"charter.toml"}, [0, 1, 2, 3]),
    ],
)
def test_a_change_in_any_language_concerns_the_page_in_all(
    read_files: Callable[[dict[str, str]], Docs], changed: set[str], shown: list[int]
) -> None:
    docs = read_files({
        "sv/a.md": "[!include[T](includes/t.md)]\n", "sv/includes/t.md": "Text.\n", "nl/b.md": "Tekst.\n",
    })  # fmt: skip
    assert list(concerning(FOUND, changed, docs.tree.pages)) == [FOUND[index] for index in shown]
