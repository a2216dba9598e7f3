"""A rule as some page says it."""

import msgspec

from engine.model.rules import AnyRule
from engine.model.spans import Span


class Statement(msgspec.Struct, frozen=True):
    """A rule plus where it was said."""

    rule: AnyRule
    language: str
    """BCP 47 tag of the page."""
    page: str
    """The page's path below its language folder: the same in every language."""
    span: Span
    """The sentence, cell or list; its file is another than the page's where an include says it."""
    quote: str
    """The source text of the span, verbatim, markup included."""
    text: str
    """What a reader of the page sees of it, on one line."""
    pattern: str
    """The grammar entry that read it."""
    notes: tuple[str, ...] = ()
    """Free remainders of the sentence, kept and never interpreted."""
    anchor: str = ""
    """Anchor of the heading that it stands under on the page, the author's own where she wrote one; empty above any."""
