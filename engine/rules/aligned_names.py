"""Unknown licence names: the same row in another language tells which licence is meant."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from engine.findings import Finding
from engine.rules.page_reading import PageReading

_Place = tuple[str, int]


def with_aligned_names(readings: Sequence[PageReading]) -> Iterator[Finding]:
    """The findings of all pages; an unknown licence name suggests the id of the same row in another language."""
    same_page: dict[str, list[PageReading]] = {}
    for reading in readings:
        same_page.setdefault(reading.key, []).append(reading)
    for reading in readings:
        suggested = dict(_suggestions(reading, (other for other in same_page[reading.key] if other is not reading)))
        for number, finding in enumerate(reading.findings):
            suggestion = suggested.get(number, finding.arguments.get("suggestion", ""))
            if suggestion == finding.arguments.get("suggestion", ""):
                yield finding
            else:
                yield msgspec.structs.replace(finding, arguments={**finding.arguments, "suggestion": suggestion})


def _suggestions(reading: PageReading, others: Iterable[PageReading]) -> Iterator[tuple[int, str]]:
    """(number of a finding, the licence of its row in the first other language that has such a row)."""
    unknown = {(row.scope, row.number): row.finding for row in reading.rows if row.licence is None}
    if not unknown:
        return
    known = [_licences(other) for other in others]
    for place, finding in unknown.items():
        licence = next((licences[place] for licences in known if place in licences), None)
        if licence is not None:
            yield finding, licence


def _licences(reading: PageReading) -> dict[_Place, str]:
    return {(row.scope, row.number): row.licence for row in reading.rows if row.licence is not None}
