"""Pages with the same legible content state the same, and where that is not certain they have none."""

from collections.abc import Callable, Mapping

import pytest

from engine.model.rules import AnyRule
from engine.rules import Docs
from engine.rules.legible import legible

Read = Callable[[Mapping[str, str | bytes]], Docs]
LICENCES = "## System licences\n\n| Licence | Description |\n|---|---|\n| Area Management | Allows use of areas. |\n"
NEEDS = "You need a Sales Premium user plan to use this feature.\n"
LISTED = "To log in, you need the following licences:\n"
ITEMS = "* Log-in rights\n* A user licence\n"


def read(read_files: Read, text: str) -> tuple[object, frozenset[AnyRule]]:
    docs = read_files({"en/x.md": text, "en/includes/n.md": NEEDS, "en/includes/i.md": ITEMS, "en/includes/e.md": ""})
    rules = frozenset(statement.rule for reading in docs.readings for statement in reading.statements)
    return legible(docs.tree.pages[0].blocks), rules


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (NEEDS, f"> {NEEDS}"),
        (NEEDS, f"- {NEEDS}"),
        (NEEDS, NEEDS.replace("need", "do not need")),
        (NEEDS, NEEDS + "\n" + NEEDS.replace("Sales", "Service")),
        (LICENCES, LICENCES.replace("##", "###")),
        (LICENCES, LICENCES.replace("System", "Site")),
        (LICENCES, LICENCES + "| Customer Centre | Allows use of the Customer Centre. |\n"),
        (LICENCES, LICENCES.replace("| Area Management | Allows use of areas. |", "| Allows use of areas. | x |")),
        (f"{LISTED}\n{ITEMS}", f"{ITEMS}\n{LISTED}"),
        (f"{LISTED}\n{ITEMS}", f"{LISTED}\n```\ncode\n```\n\n{ITEMS}"),
    ],
)
def test_what_may_be_read_otherwise_differs(read_files: Read, one: str, other: str) -> None:
    assert read(read_files, one)[0] != read(read_files, other)[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (NEEDS, NEEDS.replace("Sales Premium", "**Sales Premium**")),
        (NEEDS, f"![a picture](x.png)\n\n{NEEDS}"),
        (NEEDS, f"{NEEDS}\n<!-- a comment -->\n"),
        (NEEDS, "[!include[n](includes/n.md)]"),
        (f"* One\n\n  {NEEDS}", "* One\n\n  [!include[n](includes/n.md)]\n"),
        (f"# X\n\n{NEEDS}", "# X\n\n[!include[n](includes/n.md)]\n"),
        (LICENCES, LICENCES.replace("Allows", "[Allows](x.md)")),
    ],
)
def test_what_no_reader_sees_does_not_count(read_files: Read, one: str, other: str) -> None:
    first, second = read(read_files, one), read(read_files, other)
    assert first == second
    assert first[0] is not None
    assert first[1]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{LISTED}\n![a picture](x.png)\n\n{ITEMS}", id="a picture between an introduction and its list"),
        pytest.param(f"{LISTED}\n<!-- a comment -->\n\n{ITEMS}", id="a comment between them"),
        pytest.param(f"{LISTED}\n[!include[i](includes/i.md)]\n", id="a list that is included"),
        pytest.param(f"{LISTED}\n[!include[e](includes/e.md)]\n\n{ITEMS}", id="an include without content between"),
        pytest.param("* ![a picture](x.png)\n\n  A user licence\n", id="an item that begins with a picture"),
        pytest.param("* ![a picture](x.png)\n", id="an item of nothing else"),
        pytest.param("* One\n\n  [!include[i](includes/i.md)]\n", id="an include in an item"),
        pytest.param("# [One](#tab/one)\n\nText.\n\n# [Two](#tab/two)\n\nText.\n\n***\n", id="tabs"),
    ],
)
def test_what_is_not_certain_has_none(read_files: Read, text: str) -> None:
    assert read(read_files, text)[0] is None


def test_an_included_text_of_several_sentences_has_none(read_files: Read) -> None:
    several = {"en/x.md": "Yes: [!include[n](includes/n.md)]\n", "en/includes/n.md": f"{NEEDS.strip()} {NEEDS}"}
    assert legible(read_files(several).tree.pages[0].blocks) is None
    one = {**several, "en/includes/n.md": NEEDS}
    assert legible(read_files(one).tree.pages[0].blocks) is not None
