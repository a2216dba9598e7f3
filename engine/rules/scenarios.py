"""Tables of examples: under a heading that says so, each row is a scenario with the answer that the page promises.

Columns are told by their names in the language: what is held, what is wished and the answer; optionally the channel,
how many are in use, and the day. A row that cannot be read is a finding, never a guess.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import TypeVar

from engine.grammar.parse import matches
from engine.grammar.tokens import Token, keys, tokenize
from engine.localedata.vocabulary import HOLDABLE
from engine.model.decisions import Holding, Outcome
from engine.model.scenarios import Scenario
from engine.pages.blocks import Row, Table, Text
from engine.rules.collector import Collector, shorten
from engine.rules.plan_tables import read_number
from engine.rules.scenario_wishes import linked_page

T = TypeVar("T")

_NEEDED = ("holdings", "wish", "outcome")
_JOINING = frozenset("+,;&")
_WISHES = ("capability", "feature")
_OUTCOME_IDS = {outcome.value.replace("_", "-"): outcome for outcome in Outcome}
"""Ids of the vocabulary -> outcomes."""


class _UnreadError(Exception):
    """A cell says something that cannot be read."""


def opens_scenarios(collector: Collector, heading: str) -> bool:
    """Whether a heading announces examples."""
    return any(match.entry.meaning.name == "scenarios" for match in matches(collector.grammar, heading, "heading"))


def read_scenarios(collector: Collector, table: Table) -> None:
    """Keep the examples of a table that stands under such a heading."""
    columns: dict[str, int] = {}
    for index, cell in enumerate(table.header.cells):
        for id in collector.grammar.lexicon.whole("scenario", tokenize(cell.visible)):
            columns.setdefault(id, index)
    if not columns.keys() >= set(_NEEDED) or len(columns) < len(table.header.cells):
        unread = next((i for i in range(len(table.header.cells)) if i not in columns.values()), 0)
        _tell(collector, table.header, table.header.cells[unread] if table.header.cells else None)
        return
    for row in table.rows:
        _Row(collector, row, columns).keep()


def _tell(collector: Collector, row: Row, cell: Text | None) -> None:
    span = row.span if cell is None or not cell.visible else cell.span()
    text = " | ".join(c.visible for c in row.cells) if cell is None or not cell.visible else cell.visible
    collector.find("E002", span, text=shorten(text))


class _Row:
    """Reads one row, cell by cell."""

    def __init__(self, collector: Collector, row: Row, columns: Mapping[str, int]) -> None:
        self._collector = collector
        self._lexicon = collector.grammar.lexicon
        self._row = row
        self._columns = columns
        locale = collector.grammar.locale
        self._until = sorted((keys(word) for word in locale.words("until")), key=len, reverse=True)
        self._nothing = {keys(word) for word in locale.words("nothing")} | {("-",), ()}
        self._and = {keys(word) for word in locale.words("and")}

    def keep(self) -> None:
        """Keep the scenario, or tell of the cell that cannot be read."""
        if len(self._row.cells) <= max(self._columns.values()):
            _tell(self._collector, self._row, None)
            return
        holdings = self._read("holdings", self._holdings)
        wish = self._read("wish", self._wish)
        expected = self._read("outcome", self._outcome)
        channel = self._optional("channel", lambda cell: self._whole("channel", cell))
        in_use = self._optional("in-use", self._number)
        at = self._optional("date", self._day)
        if holdings is None or wish is None or expected is None or None in (*channel, *in_use, *at):
            return
        answer = self._row.cells[self._columns["outcome"]].span()
        text = " | ".join(cell.visible for cell in self._row.cells)
        self._collector.scenarios.append(
            Scenario(
                self._row.span,
                answer,
                self._collector.page.language,
                text,
                holdings,
                wish,
                expected,
                next(iter(channel), None),
                next(iter(in_use), None),
                next(iter(at), None),
            )
        )

    def _read(self, column: str, read: Callable[[Text], T]) -> T | None:
        """What a cell says; None, and a finding, where it cannot be read."""
        cell = self._row.cells[self._columns[column]]
        try:
            return read(cell)
        except _UnreadError:
            _tell(self._collector, self._row, cell)
            return None

    def _optional(self, column: str, read: Callable[[Text], T]) -> tuple[T | None, ...]:
        """What a cell says, as a tuple of one; empty where there is no such column or the cell says nothing."""
        if column not in self._columns or keys(self._row.cells[self._columns[column]].visible) in self._nothing:
            return ()
        return (self._read(column, read),)

    def _whole(self, kind: str, cell: Text) -> str:
        ids = self._lexicon.whole(kind, tokenize(cell.visible))
        if len(ids) != 1:
            raise _UnreadError
        return ids[0]

    def _wish(self, cell: Text) -> str:
        for kind in _WISHES:
            ids = self._lexicon.whole(kind, tokenize(cell.visible))
            if len(ids) == 1:
                return ids[0]
        page = linked_page(self._collector.page, cell)
        if page is None:
            raise _UnreadError
        return page

    def _outcome(self, cell: Text) -> Outcome:
        return _OUTCOME_IDS[self._whole("outcome", cell)]

    def _number(self, cell: Text) -> int:
        number = read_number(cell.visible, self._collector.page.language)
        if isinstance(number, bool) or number < 0:
            raise _UnreadError
        return number

    def _day(self, cell: Text) -> dt.date:
        day, end = _date(tokenize(cell.visible), 0)
        if day is None or end != len(tokenize(cell.visible)):
            raise _UnreadError
        return day

    def _holdings(self, cell: Text) -> tuple[Holding, ...]:
        tokens = tokenize(cell.visible)
        if keys(cell.visible) in self._nothing and tokens:
            return ()
        found: list[Holding] = []
        position = 0
        while position < len(tokens):
            if found and (after := self._joined(tokens, position)) > position:
                position = after
                continue
            count, position = self._count(tokens, position)
            id, position = self._name(tokens, position)
            until, position = self._until_day(tokens, position)
            found.append(Holding(id, count, until))
        if not found:
            raise _UnreadError
        return tuple(sorted(found, key=lambda holding: (holding.id, str(holding.until), holding.count)))

    def _joined(self, tokens: tuple[Token, ...], position: int) -> int:
        if tokens[position].key in _JOINING:
            return position + 1
        for word in self._and:
            if tuple(token.key for token in tokens[position : position + len(word)]) == word:
                return position + len(word)
        return position

    def _count(self, tokens: tuple[Token, ...], position: int) -> tuple[int, int]:
        """A number before a name, with or without a sign of multiplication."""
        if not tokens[position].key[0].isdigit():
            return 1, position
        count = read_number(tokens[position].key, self._collector.page.language)
        if isinstance(count, bool):
            raise _UnreadError
        position += 1
        if position < len(tokens) and tokens[position].key in ("×", "x"):
            position += 1
        return count, position

    def _name(self, tokens: tuple[Token, ...], position: int) -> tuple[str, int]:
        """The longest name of something to hold that begins here; of equally long ones that of the first kind."""
        best, end = None, position
        for kind in HOLDABLE:
            for after, id in self._lexicon.names(kind, tokens, position):
                if after > end:
                    best, end = id, after
        if best is None:
            raise _UnreadError
        return best, end

    def _until_day(self, tokens: tuple[Token, ...], position: int) -> tuple[dt.date | None, int]:
        """The last day in force, `(until 2026-06-30)`, if a name is followed by one."""
        start = position
        bracket = position < len(tokens) and tokens[position].key == "("
        position += bracket
        for word in self._until:
            if tuple(token.key for token in tokens[position : position + len(word)]) == word:
                day, position = _date(tokens, position + len(word))
                if day is None or (bracket and not (position < len(tokens) and tokens[position].key == ")")):
                    raise _UnreadError
                return day, position + bracket
        if bracket:
            raise _UnreadError
        return None, start


def _date(tokens: tuple[Token, ...], position: int) -> tuple[dt.date | None, int]:
    """A day as ISO 8601 writes it, which is the same in every language: `2026-06-30`."""
    parts = [token.key for token in tokens[position : position + 3]]
    try:
        return dt.date.fromisoformat("-".join(parts)), position + 3
    except ValueError:
        return None, position
