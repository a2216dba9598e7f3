"""Answers that turn, in words: one line for a capability, with every smallest set of things to hold."""

from collections.abc import Iterable, Sequence

from engine.contract.diff.records import Turn
from engine.contract.diff.wording import Words

MOST_SETS = 4
"""Sets of a line; the others are counted."""


def turn_lines(turns: Iterable[Turn], words: Words) -> list[tuple[str, Sequence[str]]]:
    """What turned, each line with the languages in which it did."""
    found: dict[tuple[str, str, tuple[str, ...]], list[tuple[str, ...]]] = {}
    for turn in turns:
        found.setdefault((turn.capability, turn.channel, turn.languages), []).append(turn.holdings)
    lines: list[tuple[str, Sequence[str]]] = []
    for (capability, channel, languages), sets in found.items():
        subject = words.thing(capability) + (f" ({words.name('channel', channel)})" if channel else "")
        shown = [" + ".join(map(words.held, ids)) for ids in sets[:MOST_SETS]]
        rest = f", … +{len(sets) - MOST_SETS}" if len(sets) > MOST_SETS else ""
        lines.append((f"{subject}: {' / '.join(filter(None, shown)) or '–'}{rest}", languages))
    return lines
