"""How a difference of values is told."""

from collections.abc import Iterator

from engine.checks.structure.telling import quoted
from engine.findings import Finding
from engine.rules import Docs


def differing(docs: Docs, kind: str, code: str, *, in_table: bool | None = None) -> Iterator[Finding]:
    """A finding for every difference of a kind.

    Args:
        docs: the pages.
        kind: of the difference.
        code: of the finding.
        in_table: only values of table cells, or only others; None for both.
    """
    for comparison in docs.comparisons:
        for found in comparison.values:
            if found.kind == kind and in_table in (None, found.in_table):
                alignment = comparison.alignment
                arguments = {
                    "language": alignment.pages[found.page].language,
                    "here": found.here_text,
                    "other": alignment.pages[found.other].language,
                    "there": found.there_text,
                }
                yield Finding(code, found.span, arguments, quoted(alignment, [found.there]))
