"""What is set aside because its twin beside it still says the same."""

from collections.abc import Callable, Mapping

import pytest

from engine.change.mutation.twins import is_twin

from .conftest import Pages

Read = Callable[[Mapping[str, str]], Pages]


@pytest.mark.parametrize(
    ("kind", "text", "twins"),
    [
        ("item-dropped", "* a b\n* a b\n* c\n", [True, True, False]),
        ("item-dropped", "* a b\n* c\n* a b\n", [False, False, False]),
        ("row-dropped", "| A |\n|---|\n| x y |\n| x y |\n| z |\n", [True, True, False]),
        ("sentence-dropped", "Do it now. Do it now. And rest.\n", [True, True, False]),
        ("paragraph-dropped", "Read on.\n\nRead on.\n\n## A\n\nRead on.\n", [True, True, False]),
    ],
)
def test_only_a_neighbour_that_is_the_same_makes_a_twin(pages: Read, kind: str, text: str, twins: list[bool]) -> None:
    docs = pages({"en/x.md": text, "sv/x.md": "x\n"})
    changes = [mutated.change for mutated in docs.mutations(kind, "en/x.md")]
    assert [is_twin(docs.manuscript("en/x.md"), change) for change in changes] == twins
