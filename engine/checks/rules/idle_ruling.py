"""A ruling on what no languages disagree on, or for a language that has no side in the disagreement."""

from collections.abc import Iterator

from engine.findings import Finding
from engine.model.spans import Span
from engine.rules import Docs
from engine.rules.settings import FILE, table_lines


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per ruling, at its table in `charter.toml`."""
    lines = table_lines(docs.tree.root, "ruling", len(docs.settings.ruling))
    for ruling, line in zip(docs.settings.rulings, lines, strict=True):
        span = Span(FILE, line, 1, line, 1)
        here = [found for found in docs.rules.disagreements if found.page == ruling.page]
        settled = [found for found in here if ruling.settles(found.page, found.topic)]
        stating = {side.language for found in settled for side in found.sides if side.statements}
        if not settled:
            disputed = sorted({id for found in here for id in found.topic[1:] if id})
            among = ", ".join(disputed) or "-"
            yield Finding("R018", span, {"about": ruling.about, "page": ruling.page, "disputed": among})
        elif ruling.holds not in stating:
            said = ", ".join(sorted(stating))
            yield Finding(
                "R019",
                span,
                {"about": ruling.about, "page": ruling.page, "language": ruling.holds, "languages": said},
            )
