"""One finding: a code, a place, the facts of the case, and the other places that belong to it."""

import msgspec

from engine.findings.codes import CODES
from engine.model.spans import Span


class Related(msgspec.Struct, frozen=True):
    """Another place that a finding speaks of, with its source text."""

    span: Span
    quote: str


class Finding(msgspec.Struct, frozen=True):
    """Bad content at a place. The words come from the code's message and the reader's catalogue."""

    code: str
    """A key of `CODES`."""
    span: Span
    arguments: dict[str, str] = {}
    """Values for the placeholders of the message."""
    related: tuple[Related, ...] = ()
    level: str = ""
    """A severity that the settings of the docs folder give it; empty for the one of its code."""

    @property
    def name(self) -> str:
        """Name of the code: `missing-include`."""
        return CODES[self.code].name

    @property
    def severity(self) -> str:
        """`error`, `warning` or `note`."""
        return self.level or CODES[self.code].severity

    @property
    def sort_key(self) -> tuple[Span, str, str]:
        """Order of output: by place, then code, then the facts."""
        return (self.span, self.code, repr(sorted(self.arguments.items())))
