"""The two sides that a command compares, read with progress."""

from collections.abc import Sequence
from pathlib import Path

from engine.cli.options import cache_of, progress_bar
from engine.contract.sides import Side, read_side
from engine.localedata import Locales


def read_sides(
    names: Sequence[str], docs: Path, locales: Locales, *, languages: tuple[str, ...], cached: bool
) -> tuple[Side, ...]:
    """Read what was named on the command line.

    Args:
        names: docs folders, locks, or git revisions of `docs`.
        docs: the docs folder that a revision is one of.
        locales: the languages that can be read.
        languages: only these; all when empty.
        cached: whether results of earlier runs are used and kept.

    Raises:
        UsageError: as `read_side`.
    """
    with progress_bar("reading") as progress:
        return tuple(
            read_side(
                name,
                docs,
                locales,
                languages=languages,
                progress=progress,
                store=lambda folder: cache_of(folder, cached),
            )
            for name in names
        )
