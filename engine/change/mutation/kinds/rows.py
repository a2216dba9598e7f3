"""Table rows: dropped, or moved into the table of another section."""

from collections.abc import Iterator
from random import Random

from engine.change.mutation.cutting import stands_alone
from engine.change.mutation.edits import Edit
from engine.change.mutation.manuscript import Manuscript, stated_in
from engine.change.mutation.records import Change
from engine.model.rules import Licence
from engine.pages.blocks import Row, Table


def rule_row_dropped(manuscript: Manuscript, random: Random) -> Iterator[Change]:
    """A row that states a rule is gone."""
    return _dropped(manuscript, rules=True)


def row_dropped(manuscript: Manuscript, random: Random) -> Iterator[Change]:
    """A row that states no rule is gone."""
    return _dropped(manuscript, rules=False)


def rule_row_moved(manuscript: Manuscript, random: Random) -> Iterator[Change]:
    """A row stands at the end of the table of another section of licences."""
    for row, section in (places := list(_licence_rows(manuscript))):
        others = [other for other, there in places if there != section]
        if not others:
            continue
        target = random.choice(others)
        table = [other for other, there in places if there == _section(manuscript, target)]
        behind = manuscript.file.offset(table[-1].span.line + 1, 1)
        line = manuscript.file.line(row.span.line)
        if behind == len(manuscript.file.text):
            continue
        yield Change(row.span, (_cut(manuscript, row), Edit(behind, behind, f"{line}\n")), (table[-1].span,))


def rule_rows_swapped(manuscript: Manuscript, random: Random) -> Iterator[Change]:
    """Two rows of different sections of licences stand in each other's place."""
    for row, section in (places := list(_licence_rows(manuscript))):
        others = [other for other, there in places if there != section]
        if not others:
            continue
        other = random.choice(others)
        edits = [
            Edit(
                manuscript.file.offset(old.span.line, 1),
                manuscript.file.line_end(old.span.line),
                manuscript.file.line(new.span.line),
            )
            for old, new in ((row, other), (other, row))
        ]
        yield Change(row.span, tuple(edits), (other.span,))


def _dropped(manuscript: Manuscript, *, rules: bool) -> Iterator[Change]:
    for spot in manuscript.spots:
        if isinstance(spot.thing, Table):
            for row in spot.thing.rows:
                if bool(stated_in(manuscript, row.span)) == rules and stands_alone(manuscript.file, row.span):
                    yield Change(row.span, (_cut(manuscript, row),))


def _cut(manuscript: Manuscript, row: Row) -> Edit:
    line = row.span.line
    return Edit(manuscript.file.offset(line, 1), manuscript.file.offset(line + 1, 1), "")


def _licence_rows(manuscript: Manuscript) -> Iterator[tuple[Row, object]]:
    """Rows that define a licence, each with what its section says of it."""
    for spot in manuscript.spots:
        if isinstance(spot.thing, Table):
            for row in spot.thing.rows:
                section = _section(manuscript, row)
                if section is not None and stands_alone(manuscript.file, row.span):
                    yield row, section


def _section(manuscript: Manuscript, row: Row) -> object:
    for statement in stated_in(manuscript, row.span):
        if isinstance(rule := statement.rule, Licence):
            return rule.scope, rule.edition, rule.lifecycle
    return None
