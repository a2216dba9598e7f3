"""What a caller says is held, in its one form; and misspelt ids."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping

from engine.entitlement.compile import Compiled
from engine.entitlement.conditions import Circumstances
from engine.findings.errors import UsageError
from engine.model.decisions import Held, Holding

SCOPES = ("site", "system", "user")
"""Who may hold something."""


def held(holdings: Held) -> frozenset[Holding]:
    """Holdings of any accepted form as records. The same id given twice adds up.

    Raises:
        UsageError: a count that is negative or no whole number, or an entry of another type.
    """
    if isinstance(holdings, Mapping):
        entries: Iterable[object] = [Holding(id, count) for id, count in holdings.items()]
    elif isinstance(holdings, str):
        raise UsageError(f"holdings must be a collection of ids, not the text `{holdings}`", help="put it in a set")
    elif isinstance(holdings, Iterable):
        entries = holdings
    else:
        raise UsageError(
            f"`{holdings!r}` holds nothing", help="give a set of ids, a mapping of id to count, or `Holding`"
        )
    merged: dict[object, Holding] = {}
    for entry in entries:
        holding = Holding(entry) if isinstance(entry, str) else entry
        if not isinstance(holding, Holding) or not isinstance(holding.id, str):
            raise UsageError(f"`{entry!r}` is no holding", help="give ids, a mapping of id to count, or `Holding`")
        _check(holding)
        key = (holding.id, holding.until, holding.grace, holding.by)
        known = merged.get(key)
        count = holding.count + (known.count if known else 0)
        merged[key] = Holding(holding.id, count, holding.until, holding.grace, holding.by)
    return frozenset(merged.values())


def _check(holding: Holding) -> None:
    if not _is_count(holding.count):
        raise UsageError(f"`{holding.count!r}` is no count of `{holding.id}`", help="give a whole number from 0 on")
    if holding.until is not None and not _is_day(holding.until):
        raise UsageError(f"`{holding.until!r}` is no day on which `{holding.id}` ends", help="give a `datetime.date`")
    if not _is_count(holding.grace):
        raise UsageError(f"`{holding.grace!r}` are no days of grace", help="give a whole number from 0 on")
    if holding.by is not None and holding.by not in SCOPES:
        raise unknown_id("scope", holding.by, SCOPES)


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_day(value: object) -> bool:
    return isinstance(value, dt.date) and not isinstance(value, dt.datetime)


def checked(
    engine: Compiled,
    holdings: Held,
    circumstances: Circumstances,
    usage: Mapping[str, int] | None,
    at: dt.date | None,
) -> frozenset[Holding]:
    """The holdings as records, with everything else of a question looked at: nothing wrong gets half an answer.

    Raises:
        UsageError: the first thing that is malformed or unknown.
    """
    records = held(holdings)
    known_holdings(engine, records)
    check_circumstances(engine, circumstances)
    check_usage(engine, usage or {}, at)
    return records


def known_holdings(engine: Compiled, holdings: Iterable[Holding]) -> None:
    """Refuse ids that neither the vocabulary nor a rule knows: a misspelling must not read as "not held".

    Raises:
        UsageError: an unknown id, with the nearest known one.
    """
    for holding in holdings:
        if holding.id not in engine.bits:
            raise unknown_id("licence or right", holding.id, engine.known)


def check_circumstances(engine: Compiled, circumstances: Circumstances) -> None:
    """Refuse a channel, edition or market that does not exist.

    Raises:
        UsageError: an unknown id, with the nearest known one.
    """
    for kind, id, known in (
        ("channel", circumstances.channel, engine.channels),
        ("edition", circumstances.edition, engine.editions),
        ("market", circumstances.market, engine.markets),
    ):
        if id is not None and id not in known:
            raise unknown_id(kind, id, known)


def check_usage(engine: Compiled, usage: Mapping[str, int], at: dt.date | None = None) -> None:
    """Refuse use of what nobody knows, or of less than nothing, and a day that is none.

    Raises:
        UsageError: says which.
    """
    if not isinstance(usage, Mapping):
        raise UsageError(f"`{usage!r}` is no usage", help="give a mapping of metric to current use")
    for metric, count in usage.items():
        if metric not in engine.named:
            raise unknown_id("metric", metric, engine.named)
        if not _is_count(count):
            raise UsageError(f"`{count!r}` is no usage, for `{metric}`", help="give a whole number from 0 on")
    if at is not None and not _is_day(at):
        raise UsageError(f"`{at!r}` is no day", help="give a `datetime.date`")


def unknown_id(what: str, id: object, known: Collection[str]) -> UsageError:
    """The error about an id that does not exist."""
    near = nearest(str(id), known)
    names = ", ".join(sorted(known))
    return UsageError(f"unknown {what} `{id}`", help=f"did you mean `{near}`?" if near else f"use one of: {names}")


def nearest(id: str, known: Iterable[str]) -> str | None:
    """The known id that is spelt most alike, if one is near."""
    # Only wrong ids need it, so that whoever asks with right ones does without.
    from difflib import get_close_matches

    return next(iter(get_close_matches(id, sorted(known), n=1, cutoff=0.6)), None)
