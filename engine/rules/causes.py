"""Differences that another finding explains: several symptoms of one cause are told once."""

from collections import Counter
from collections.abc import Iterator, Sequence

from engine.model.rules import Licence, holdable_ids
from engine.rules.difference import Difference, Sort
from engine.rules.page_reading import PageReading

_UNREAD, _UNKNOWN = "R001", "R002"
_LISTED = ("table.", "list.")
"""Begins the pattern of what a table or list names."""


def without_unreadable(found: Sequence[Difference], readings: Sequence[PageReading]) -> list[Difference]:
    """The differences but those that come of a name or description that is told to be unreadable.

    A language whose table or list holds as many unknown names as it lacks rules most likely states them by those
    names; a row whose description is not read states something.
    """
    unknown = {(r.language, r.key): sum(f.code == _UNKNOWN for f in r.findings) for r in readings}
    unread = {(r.language, r.key): {f.span.line for f in r.findings if f.code == _UNREAD} for r in readings}
    lacking = Counter((d.language, d.page) for d in found if _is_listed(d))

    def explained(difference: Difference) -> bool:
        place = (difference.language, difference.page)
        if _is_listed(difference):
            return 0 < lacking[place] <= unknown[place]
        in_row = difference.there[0].pattern.startswith("cell.") and difference.sort is Sort.MISSING
        return in_row and difference.span.line in unread[place]

    return [difference for difference in found if not explained(difference)]


def _is_listed(difference: Difference) -> bool:
    return difference.sort is Sort.MISSING and difference.there[0].pattern.startswith(_LISTED)


def without_lost_rows(found: Sequence[Difference]) -> Iterator[Difference]:
    """The differences but those about the description of a row that is missing as a whole, or that few have."""
    lost = {
        (d.sort, d.page, d.language, d.there[0].rule.licence)
        for d in found
        if isinstance(d.there[0].rule, Licence) and d.sort in (Sort.MISSING, Sort.ALONE)
    }
    for difference in found:
        statement = difference.there[0]
        row = statement.pattern.startswith("cell.")
        if (
            not row
            or (difference.sort, difference.page, difference.language, holdable_ids(statement.rule)[0]) not in lost
        ):
            yield difference
