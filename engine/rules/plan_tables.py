"""Tables about plans: what they bound, how usage is shown, what succeeds an old licence, which plans there are.

A table is recognised by the terms of its header, never by its place. A table of limits may have the plans
in its columns or in its rows.
"""

import re
from collections.abc import Mapping

from babel.numbers import NumberFormatError, parse_decimal

from engine.grammar.parse import matches
from engine.grammar.tokens import keys, tokenize
from engine.model.rules import AnyRule, Band, Limit, Plan, Succeeds
from engine.pages.blocks import Row, Table, Text
from engine.rules.collector import Collector, shorten
from engine.rules.names import nearest_name
from engine.rules.tables import header_columns


def read_plan_table(collector: Collector, table: Table) -> bool:
    """State what a table about plans says. False for any other table."""
    columns = header_columns(collector, table)
    heads = [_whole(collector, cell, "plan") for cell in table.header.cells[1:]]
    if columns.get("limit") == 0 and heads and any(heads):
        _read_limits(collector, table, "capability", heads)
    elif columns.get("plan") == 0 and (metrics := [_whole(collector, c, "capability") for c in table.header.cells[1:]]):
        if not any(metrics):
            return _read_plans(collector, table)
        _read_limits(collector, table, "plan", metrics)
    elif columns.keys() >= {"usage", "indicator"}:
        for row in table.rows:
            _read_band(collector, row, columns)
    elif columns.keys() >= {"current-licence", "new-plan"}:
        for row in table.rows:
            _read_transition(collector, row, columns)
    else:
        return False
    return True


def _whole(collector: Collector, cell: Text, kind: str) -> str | None:
    ids = collector.grammar.lexicon.whole(kind, tokenize(cell.visible))
    return ids[0] if len(ids) == 1 else None


def _named(collector: Collector, cell: Text, kind: str) -> str | None:
    """The id that a cell names; a name that no term knows is a finding."""
    found = _whole(collector, cell, kind)
    if found is None and cell.visible:
        suggestion = nearest_name(collector, kind, cell.visible)
        collector.find("R002", cell.span(), name=shorten(cell.visible), suggestion=suggestion)
    return found


def _state(collector: Collector, rule: AnyRule, row: Row, cell: Text | None = None) -> None:
    """Keep a rule of a row; the quote is the whole row, for a cell alone says little."""
    span = cell.span() if cell is not None else row.span
    collector.state((rule,), span, " | ".join(c.visible for c in row.cells), f"table.{type(rule).__name__.lower()}")


def _read_limits(collector: Collector, table: Table, row_kind: str, heads: list[str | None]) -> None:
    """A matrix of plans and metrics, whichever stands in the rows."""
    remarks = header_columns(collector, table).values()
    for index, (other, cell) in enumerate(zip(heads, table.header.cells[1:], strict=True), 1):
        if other is None and index not in remarks:
            _named(collector, cell, "capability" if row_kind == "plan" else "plan")
    for row in table.rows:
        head = _named(collector, row.cells[0], row_kind) if row.cells else None
        for other, cell in zip(heads, row.cells[1:], strict=False):
            if head is None or other is None:
                continue
            bound = read_bound(collector, cell.visible)
            if bound is False:
                collector.unread(cell.span(), cell.visible)
                continue
            plan, metric = (head, other) if row_kind == "plan" else (other, head)
            _state(collector, Limit(plan, metric, bound), row, cell)


def read_bound(collector: Collector, text: str) -> int | bool | None:
    """A number as the language writes it, None for a word that says "no bound", False for anything else."""
    if any(keys(text) == keys(word) for word in collector.grammar.locale.words("unlimited")):
        return None
    return read_number(text, collector.page.language)


def read_number(text: str, language: str) -> int | bool:
    """A whole number in the language's notation (CLDR); False when the text is none."""
    text = re.sub(r"[\s  ]+", "", text)
    if text.isascii() and text.isdigit():
        return int(text)
    try:
        value = parse_decimal(text, locale=language.replace("-", "_"))
    except NumberFormatError:
        return False
    return int(value) if value == int(value) else False


def _read_band(collector: Collector, row: Row, columns: Mapping[str, int]) -> None:
    if len(row.cells) <= max(columns.values()):
        collector.unread(row.span, " | ".join(cell.visible for cell in row.cells))
        return
    usage = row.cells[columns["usage"]]
    for match in matches(collector.grammar, usage.visible, "usage"):
        percent = match.values["percent"]
        if not isinstance(percent, int):
            continue
        low, high = {"below": (0, percent), "from": (percent, None), "exactly": (percent, percent)}[
            match.entry.meaning.name
        ]
        status = _mentioned(collector, row.cells[columns["meaning"]], "status") if "meaning" in columns else None
        indicator = _mentioned(collector, row.cells[columns["indicator"]], "indicator")
        _state(collector, Band(low, high, status, indicator), row)
        return
    collector.unread(usage.span(), usage.visible)


def _mentioned(collector: Collector, cell: Text, kind: str) -> str | None:
    """The one id of a kind that a cell names somewhere."""
    found = {id for _, id in collector.grammar.lexicon.mentions((kind,), tokenize(cell.visible))}
    if len(found) == 1:
        return found.pop()
    if cell.visible:
        collector.unread(cell.span(), cell.visible)
    return None


def _read_transition(collector: Collector, row: Row, columns: Mapping[str, int]) -> None:
    if len(row.cells) <= max(columns.values()):
        collector.unread(row.span, " | ".join(cell.visible for cell in row.cells))
        return
    licence = _named(collector, row.cells[columns["current-licence"]], "licence")
    plan = _named(collector, row.cells[columns["new-plan"]], "plan")
    if licence and plan:
        _state(collector, Succeeds(licence, plan), row)


def _read_plans(collector: Collector, table: Table) -> bool:
    """A list of plans. Its order is settled later: a page may list the least plan first or last."""
    plans = [(row, _whole(collector, row.cells[0], "plan")) for row in table.rows if row.cells]
    if not any(plan for _, plan in plans):
        return False
    listed: list[str] = []
    for row, plan in plans:
        if plan is None:
            _named(collector, row.cells[0], "plan")
            continue
        entry = collector.grammar.vocabulary.get("plan", plan)
        listed.append(plan)
        _state(collector, Plan(plan, entry.market if entry else "", None), row, row.cells[0])
    collector.plan_lists.append(tuple(listed))
    return True
