"""A table row without its closing pipe, in a table whose other rows have one.

Why: the next editor who adds a cell to it breaks the row.
Fix: close the row; `charter check --fix` does it.
"""

from collections.abc import Iterator
from itertools import groupby

from engine.checks.open_rows import open_rows
from engine.findings import Finding
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per file, at its first such row."""
    for _, group in groupby(open_rows(docs), key=lambda span: span.path):
        rows = list(group)
        yield Finding("Y003", rows[0], {"places": str(len(rows))})
