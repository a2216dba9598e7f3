"""Anchors of licences: the same in every language."""

from collections.abc import Sequence

from engine.rules.page_reading import LicenceTable

NO_ANCHOR = ""


def row_anchors(tables: Sequence[LicenceTable]) -> dict[int, tuple[str, ...]]:
    """Number of a table -> the anchor of each row. A licence that a page lists again gets a number."""
    counts: dict[str, int] = {}
    found: dict[int, tuple[str, ...]] = {}
    for table in tables:
        anchors: list[str] = []
        for licence in table.licences:
            if licence is None:
                anchors.append(NO_ANCHOR)
                continue
            counts[licence] = counts.get(licence, 0) + 1
            again = f"-{counts[licence]}" if counts[licence] > 1 else ""
            anchors.append(f"licence-{licence}{again}")
        found[table.number] = tuple(anchors)
    return found
