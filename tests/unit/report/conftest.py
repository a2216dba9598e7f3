"""Source lines to quote, and a console to read from."""

import io
from collections.abc import Callable

import pytest
from rich.console import Console

from engine.model.spans import Span
from engine.pages.source import Source

FILES = {
    "sv/x.md": ("# Rubrik", "", "| Offert | Tillgång till [bold]allt[/] |", "", "Sista raden."),
    "nl/x.md": ("# Titel", "", "| Offerte | Toegang tot alles |"),
}


@pytest.fixture
def quote() -> Callable[[Span], str]:
    """The text of a span of two small pages."""

    def read(span: Span) -> str:
        lines = FILES.get(span.path, ())
        return Source(span.path, "\n".join(lines), lines).quote(span)

    return read


@pytest.fixture
def console() -> Console:
    """A console of 80 columns that writes into a text."""
    return Console(file=io.StringIO(), width=80, highlight=False)


def written(console: Console) -> str:
    """What was written to it."""
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()
