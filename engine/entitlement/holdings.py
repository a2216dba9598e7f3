"""What a caller says is held, in its one form; and misspelt ids."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from engine.findings import UsageError
from engine.model.decisions import Held, Holding
from engine.model.rules import capability_ids
from engine.model.rulesets import RuleSet

HOLDABLE = ("licence", "plan", "right", "class")


def held(holdings: Held) -> frozenset[Holding]:
    """Holdings of any accepted form as records. The same id given twice adds up.

    Raises:
        UsageError: a count that is negative or no whole number, or an entry of another type.
    """
    if isinstance(holdings, Mapping):
        entries: Iterable[object] = (Holding(id, count) for id, count in holdings.items())
    elif isinstance(holdings, str):
        raise UsageError(f"holdings must be a collection of ids, not the text `{holdings}`", help="put it in a set")
    else:
        entries = holdings
    merged: dict[tuple[str, object], Holding] = {}
    for entry in entries:
        holding = Holding(entry) if isinstance(entry, str) else entry
        if not isinstance(holding, Holding):
            raise UsageError(f"`{entry!r}` is no holding", help="give ids, a mapping of id to count, or `Holding`")
        if not isinstance(holding.count, int) or isinstance(holding.count, bool) or holding.count < 0:
            raise UsageError(f"`{holding.count!r}` is no count of `{holding.id}`", help="give a whole number from 0 on")
        key = (holding.id, holding.until)
        known = merged.get(key)
        merged[key] = Holding(holding.id, holding.count + (known.count if known else 0), holding.until)
    return frozenset(merged.values())


def check_ids(
    rules: RuleSet,
    holdings: Iterable[Holding],
    channel: str | None = None,
    edition: str | None = None,
    metrics: Iterable[str] = (),
) -> None:
    """Refuse ids that neither the vocabulary nor a rule knows: a misspelling must not read as "not held" or "unused".

    Raises:
        UsageError: an unknown id, with the nearest known one.
    """
    known = {id for kind in HOLDABLE for id in rules.ids.get(kind, ())} | set(rules.licences) | set(rules.undefined)
    for holding in holdings:
        if holding.id not in known:
            raise unknown_id("licence or right", holding.id, known)
    for kind, id in (("channel", channel), ("edition", edition)):
        if id is not None and id not in rules.ids.get(kind, frozenset()):
            raise unknown_id(kind, id, rules.ids.get(kind, frozenset()))
    counted = rules.ids.get("capability", frozenset()) | {id for rule in rules.rules for id in capability_ids(rule)}
    for metric in metrics:
        if metric not in counted:
            raise unknown_id("metric", metric, counted)


def unknown_id(what: str, id: str, known: Iterable[str]) -> UsageError:
    """The error about an id that does not exist."""
    near = nearest(id, known)
    names = ", ".join(sorted(known))
    return UsageError(f"unknown {what} `{id}`", help=f"did you mean `{near}`?" if near else f"use one of: {names}")


def nearest(id: str, known: Iterable[str]) -> str | None:
    """The known id that is spelt most alike, if one is near."""
    return next(iter(get_close_matches(id, sorted(known), n=1, cutoff=0.6)), None)
