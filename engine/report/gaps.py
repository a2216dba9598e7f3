"""What code and pages do not know of each other, as text and as data."""

from collections.abc import Iterator, Sequence

from engine.contract.scan import Gap, Known, Use
from engine.contract.scan.compare import Sort
from engine.findings.codes import N_
from engine.localedata import Messages
from engine.model.spans import Span

TEXTS = {
    Sort.UNDOCUMENTED: N_("no page speaks of `{id}`"),
    Sort.RENAMED: N_("`{id}` is now called `{new}`"),
    Sort.UNENFORCED: N_("no code asks about `{id}`, which pages grant or require"),
}


def gap_lines(uses: Sequence[Use], found: Sequence[Gap], known: Known, messages: Messages) -> Iterator[str]:
    """One line for each gap with its place, and a count."""
    for gap in found:
        text = messages.format(TEXTS[gap.sort], id=gap.id, new=known.renamed.get(gap.id, ""))
        yield f"{_place(gap)}: {text}"
    ids = {use.id for use in uses}
    yield messages.format(
        N_("{uses} uses of {ids} ids; undocumented: {undocumented}, renamed: {renamed}, unenforced: {unenforced}"),
        uses=len(uses),
        ids=len(ids),
        **{str(sort): sum(gap.sort is sort for gap in found) for sort in Sort},
    )


def gaps_data(uses: Sequence[Use], found: Sequence[Gap], known: Known) -> dict[str, object]:
    """Every use and every gap."""
    return {
        "uses": [{"id": use.id, **_where(use.span), "certain": use.certain} for use in uses],
        "gaps": [
            {
                "sort": str(gap.sort),
                "id": gap.id,
                "now": known.renamed.get(gap.id),
                "use": _where(gap.use.span) if gap.use else None,
                "said": [{"language": s.language, **_where(s.span), "quote": s.quote} for s in gap.said],
            }
            for gap in found
        ],
    }


def _where(span: Span) -> dict[str, object]:
    return {"path": span.path, "line": span.line, "column": span.column}


def _place(gap: Gap) -> str:
    span = gap.use.span if gap.use else gap.said[0].span
    return f"{span.path}:{span.line}:{span.column}"
