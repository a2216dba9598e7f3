from engine.pages.blocks import Table
from engine.pages.descent import tables_in

from .conftest import ReadText

TABLE = "| {0} | b |\n|---|---|\n| 1 | 2 |\n"


def indented(text: str, by: str) -> str:
    return "".join(f"{by}{line}" for line in text.splitlines(keepends=True))


def test_tables_are_found_in_the_order_of_the_page_however_deep(read: ReadText) -> None:
    text = "\n".join(
        (
            TABLE.format("first"),
            "1. Item\n\n" + indented(TABLE.format("second"), "   "),
            indented("[!NOTE]\n\n" + TABLE.format("third"), "> "),
            "- Item\n\n" + indented(indented(TABLE.format("fourth"), "> "), "  "),
            TABLE.format("fifth"),
        )
    )
    found = list(tables_in(read(text)[0].blocks))
    assert all(isinstance(table, Table) for table in found)
    assert [table.header.cells[0].visible for table in found] == ["first", "second", "third", "fourth", "fifth"]
