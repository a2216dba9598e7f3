"""Names at the same place in several languages."""

from collections.abc import Callable, Mapping

import pytest

from engine.checks.labels import is_form_of, places_of, usages
from engine.rules import Docs

Read = Callable[[Mapping[str, str]], Docs]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Företag", "företag"),
        ("Företag", "Företaget"),
        ("ERP", "ERP-fliken"),
        ("Redigera", "Redigerar den"),
        ("Extern", "Externt"),
    ],
)
def test_forms_of_one_name(one: str, other: str) -> None:
    assert is_form_of(one, other)
    assert is_form_of(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Projektdeltagare", "Projektmedlemmar"), ("Delete", "Remove"), ("innehåll", "innhåll"), ("Spara", "Skicka")],
)
def test_two_names(one: str, other: str) -> None:
    assert not is_form_of(one, other)


def test_names_are_headings_cells_and_single_bold_texts(read_files: Read) -> None:
    docs = read_files(
        {
            "en/x.md": "# Save\n\nClick **Save:** ok.\n\n**A** or **B**.\n\n| Na\u00adme |\n|---|\n| 1 2 3 4 |\n",
            "sv/x.md": "# Spara\n\nKlicka på **Spara**.\n\n**Ett** eller **två**.\n\n| Namn |\n|---|\n| en cell |\n",
        }
    )
    names = [{tag: (name.kind, name.text) for tag, name in place.items()} for place in places_of(docs)]
    assert names == [
        {"en": ("label", "Save"), "sv": ("label", "Spara")},
        {"en": ("bold", "Save"), "sv": ("bold", "Spara")},
        {"en": ("label", "Name"), "sv": ("label", "Namn")},
    ]


def test_pages_of_other_shapes_and_parts_that_all_include_say_nothing(read_files: Read) -> None:
    docs = read_files(
        {
            "en/x.md": "# One\n\n# Two\n",
            "sv/x.md": "# Ett\n\nText.\n",
            "en/y.md": "[!include[x](../shared.md)]\n",
            "sv/y.md": "[!include[x](../shared.md)]\n",
            "shared.md": "# Shared\n",
        }
    )
    assert places_of(docs) == ()


def test_the_usual_name_is_the_one_at_most_places_if_they_are_enough(read_files: Read) -> None:
    heads = {"en": ["Save"] * 4 + ["Open"] * 2, "sv": ["Spara"] * 3 + ["Lagra"] + ["Öppna"] * 2}
    docs = read_files({f"{tag}/x.md": "".join(f"# {name}\n\n" for name in names) for tag, names in heads.items()})
    usage = usages(docs)["en", "sv"]
    assert [usage.usual(name) for name in ("Save", "Open", "Close")] == ["Spara", None, None]
    assert usage.usual_names() == {"Spara"}
