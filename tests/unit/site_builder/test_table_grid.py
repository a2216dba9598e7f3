"""Cells that span rows and columns."""

import re

import pytest

from site_builder.table_grid import fitted

_CELL = re.compile(r"[a-z](\d)?(\d)?")


def table(*rows: str) -> str:
    written = "".join(f"<tr>{_CELL.sub(cell, row)}</tr>\n" for row in rows)
    return f"<table>\n<tbody>{written}</tbody></table>"


def cell(found: re.Match[str]) -> str:
    """`a` is a cell, `a23` one of two rows and three columns."""
    high, wide = found[1] or "1", found[2] or "1"
    spans = (f' rowspan="{high}"' if high != "1" else "") + (f' colspan="{wide}"' if wide != "1" else "")
    return f"<td{spans}></td>"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (("ab", "c"), ("ab", "c")),
        (("a12", "bc"), ("a12", "bc")),
        (("a21b", "c"), ("a21b", "c")),
        (("a31b", "c"), ("a21b", "c")),
        (("a12", "bcd"), ("a13", "bcd")),
        (("a", "b13"), ("ac12", "b13")),
        (("a17", "b13c12d21e21", "fghijk21l21"), ("a19", "b13c12d21e21x12", "fghijkl")),
    ],
)
def test_cells_end_in_their_group_and_rows_are_equally_wide(rows: tuple[str, ...], expected: tuple[str, ...]) -> None:
    assert fitted(table(*rows)) == table(*expected)


def test_a_span_of_no_rows_takes_all_that_are_left() -> None:
    html = '<table><tbody><tr><td rowspan="0"></td><td></td></tr><tr><td></td></tr></tbody></table>'
    assert fitted(html) == html


def test_groups_are_apart_and_a_table_that_holds_another_is_left() -> None:
    head = '<table><thead><tr><th rowspan="2"></th></tr></thead><tbody><tr><td></td></tr></tbody></table>'
    assert fitted(head) == head.replace(' rowspan="2"', "")
    outer = f'<table><tbody><tr><td rowspan="2">{head}</td></tr></tbody></table>'
    assert fitted(outer) == outer.replace(head, fitted(head))


def test_a_table_of_a_thousand_columns_is_no_more_work_than_its_text() -> None:
    html = table("a", "a").replace("<td></td>", '<td colspan="9999"></td>' * 300)
    assert fitted(html) == html
