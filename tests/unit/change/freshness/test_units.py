"""Blocks and their signatures: what changes them and what does not."""

from collections.abc import Callable

import pytest

from engine.change.freshness.signature import Signature
from engine.change.freshness.units import PageUnits, lone_pages, page_units
from engine.rules import Docs

Read = Callable[[dict[str, str]], Docs]

SV = (
    "# Licenser\n\nVi har 100 hjul. De **rullar** [hit](b.md).\n\n"
    "| Licens | Beskrivning |\n|---|---|\n| Satellite | Antal: 3 |\n"
)
EN = (
    "# Licences\n\nWe have 100 wheels. They **roll** [here](b.md).\n\n"
    "| Licence | Description |\n|---|---|\n| Satellite | Number: 3 |\n"
)


def units(read: Read, sv: str, en: str = EN) -> PageUnits:
    return page_units(read({"sv/a.md": sv, "en/a.md": en}))["a.md"]


def signature(read: Read, sv: str, kind: str) -> Signature:
    return next(unit.said["sv"].signature for unit in units(read, sv).units if unit.kind == kind and "sv" in unit.said)


def test_blocks_correspond_and_know_their_cells_and_sentences(read_files: Read) -> None:
    found = units(read_files, SV)
    assert [(unit.kind, sorted(unit.said)) for unit in found.units] == [
        (kind, ["en", "sv"]) for kind in ("heading", "paragraph", "header", "row")
    ]
    assert found.paths == {"en": "en/a.md", "sv": "sv/a.md"}
    paragraph, row = found.units[1].said["sv"], found.units[3].said["sv"]
    assert [(part.cell, part.text) for part in paragraph.parts] == [(0, "Vi har 100 hjul."), (0, "De rullar hit.")]
    assert paragraph.signature.words.count("+") == 1
    assert [(part.cell, part.text) for part in row.parts] == [(0, "Satellite"), (1, "Antal: 3")]
    assert row.signature.words.count("|") == 1
    assert row.places == (("sv/a.md", 7, 3), ("sv/a.md", 7, 15))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Vi har 100 hjul. De", "Vi har 100\nhjul.  De"),
        ("**rullar**", "*rullar*"),
        ("\n", "\r\n"),
        ("# Licenser", "Licenser\n===="),
        ("](b.md)", "](./b.md)"),
    ],
)
def test_layout_and_emphasis_leave_the_signature(read_files: Read, old: str, new: str) -> None:
    before, after = (signature(read_files, text, "paragraph") for text in (SV, SV.replace(old, new)))
    assert before == after
    assert "\n" not in str(before)


@pytest.mark.parametrize(
    ("old", "new", "values"),
    [("hjul", "däck", False), ("](b.md)", "](c.md)", False), ("100", "50", True), ("100 hjul", "hundra hjul", True)],
)
def test_words_links_and_values_change_it(read_files: Read, old: str, new: str, values: bool) -> None:
    before, after = (signature(read_files, text, "paragraph") for text in (SV, SV.replace(old, new)))
    assert before.words != after.words
    assert (before.values != after.values) is values


def test_rules_have_a_digest_of_their_own_that_wording_leaves(read_files: Read) -> None:
    page = "## Systemlicenser\n\n| Licens | Beskrivning |\n|---|---|\n| Customer Centre | {} |\n"
    texts = ("Tillgång till Kundcenter.", "Åtkomst till Kundcenter.", "Åtkomst till offerter.")
    one, reworded, other = (signature(read_files, page.format(text), "row") for text in texts)
    assert one.words != reworded.words
    assert one.rules == reworded.rules != other.rules
    assert one.rules


def test_a_page_of_one_language_stands_apart(read_files: Read) -> None:
    docs = read_files({"sv/a.md": SV, "en/a.md": EN, "sv/b.md": "# B\n"})
    assert set(page_units(docs)) == {"a.md"}
    assert set(lone_pages(docs)) == {"b.md"}


def test_an_included_file_is_a_page_of_its_own(read_files: Read) -> None:
    page = "# A\n\n[!include[x](includes/x.md)]\n"
    files = {
        f"{tag}/{name}": text for tag in ("sv", "en") for name, text in (("a.md", page), ("includes/x.md", "X.\n"))
    }
    found = page_units(read_files(files))
    assert [unit.kind for unit in found["a.md"].units] == ["heading", "include"]
    assert [unit.kind for unit in found["includes/x.md"].units] == ["paragraph"]
