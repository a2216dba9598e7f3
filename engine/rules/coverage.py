"""How many of the requirement sentences outside the licence tables are read, per language and shape."""

from collections import Counter
from collections.abc import Iterable

import msgspec

from engine.rules.page_reading import PageReading, Position


class Coverage(msgspec.Struct, frozen=True):
    """The rule positions of one language. A sentence in an included file counts once."""

    language: str
    shapes: dict[str, int]
    """Meaning that read a sentence -> how many it read, the most frequent first."""
    unread: tuple[Position, ...]
    places: frozenset[tuple[str, int, int]] = frozenset()
    """File, line and column at which the read sentences begin."""

    @property
    def read(self) -> int:
        """Sentences that a pattern read."""
        return sum(self.shapes.values())

    @property
    def share(self) -> float:
        """Read sentences in per cent of all."""
        total = self.read + len(self.unread)
        return 100 * self.read / total if total else 100.0


def coverage(readings: Iterable[PageReading]) -> tuple[Coverage, ...]:
    """The coverage of every language, sorted by tag."""
    positions: dict[str, dict[tuple[object, str], Position]] = {}
    for reading in readings:
        of_language = positions.setdefault(reading.language, {})
        for position in reading.positions:
            of_language.setdefault((position.span, position.text), position)
    found: list[Coverage] = []
    for language, distinct in sorted(positions.items()):
        shapes = Counter(position.shape for position in distinct.values() if position.shape)
        unread = sorted((p for p in distinct.values() if not p.shape), key=lambda p: p.span)
        places = frozenset((p.span.path, p.span.line, p.span.column) for p in distinct.values() if p.shape)
        found.append(Coverage(language, dict(shapes.most_common()), tuple(unread), places))
    return tuple(found)
