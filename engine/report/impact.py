"""The impact of a change, as text and as data."""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Console
from rich.markup import escape

from engine.contract.diff import Change, Changes
from engine.contract.diff.wording import Words
from engine.contract.impact import Impact
from engine.contract.impact.count import Count
from engine.contract.scan import Use
from engine.findings.codes import N_
from engine.localedata import Locale
from engine.model.statements import Statement
from engine.report.changes.data import changes_data

LOSES, GAINS = N_("Who loses"), N_("Who gains")
SENTENCES, CODE = N_("Sentences that must change"), N_("Code that must be looked at")
SUMMARY = N_("{holders} holders in {groups} groups: {losing} lose something, {gaining} gain something")

Told = Sequence[tuple[Change, Statement]]


def print_impact(
    console: Console, found: Impact | None, told: Told, uses: Sequence[Use], locale: Locale | None
) -> None:
    """Who, which sentences of which language, and which lines of code."""
    for line in _lines(found, told, uses, Words(locale)):
        console.print(line, soft_wrap=True)


def _lines(found: Impact | None, told: Told, uses: Sequence[Use], words: Words) -> Iterator[str]:
    if found is not None:
        for heading, counts in ((LOSES, found.lost), (GAINS, found.gained)):
            yield from _heading(heading, counts, words)
            for id, count in _most(counts):
                names = ", ".join(count.names) + (", …" if count.holders > len(count.names) else "")
                yield f"  {escape(words.thing(id))}: {count.holders:>7,}  [dim]{escape(names)}[/]"
    yield from _heading(SENTENCES, told, words)
    for _, statement in told:
        place = f"{statement.span.path}:{statement.span.line}"
        yield f"  {escape(place)}  [dim]{escape(statement.text)}[/]"
    yield from _heading(CODE, uses, words)
    for use in uses:
        yield f"  {escape(str(use.span))}  [dim]{escape(use.id)}[/]"
    if found is not None:
        numbers = {"holders": found.holders, "groups": found.groups, "losing": found.losing, "gaining": found.gaining}
        yield escape(words.text(SUMMARY, **{name: f"{number:,}" for name, number in numbers.items()}))


def _heading(heading: str, content: Sequence[object] | Mapping[str, object], words: Words) -> Iterator[str]:
    if content:
        yield f"[bold]{escape(words.text(heading))}[/]"


def _most(counts: Mapping[str, Count]) -> list[tuple[str, Count]]:
    """What most holders gain or lose comes first."""
    return sorted(counts.items(), key=lambda item: (-item[1].holders, item[0]))


def impact_data(changes: Changes, found: Impact | None, told: Told, uses: Sequence[Use]) -> dict[str, object]:
    """Everything, with what changed."""
    return {
        "changes": changes_data(changes),
        "population": None
        if found is None
        else {
            "holders": found.holders,
            "groups": found.groups,
            "losing": found.losing,
            "gaining": found.gaining,
            "lost": {id: {"holders": c.holders, "names": c.names} for id, c in sorted(found.lost.items())},
            "gained": {id: {"holders": c.holders, "names": c.names} for id, c in sorted(found.gained.items())},
        },
        "sentences": [
            {
                "language": statement.language,
                "path": statement.span.path,
                "line": statement.span.line,
                "column": statement.span.column,
                "quote": statement.quote,
                "topic": list(change.topic),
            }
            for change, statement in told
        ],
        "code": [
            {"path": use.span.path, "line": use.span.line, "column": use.span.column, "id": use.id} for use in uses
        ],
    }
