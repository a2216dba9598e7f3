"""An id in code of which no page speaks."""

from collections.abc import Iterator

from engine.checks.scanned import gaps_of, place_of, scanned
from engine.contract.scan.compare import Sort
from engine.entitlement.holdings import nearest
from engine.findings import Finding
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per use; of an id that is called otherwise now it suggests today's."""
    known = scanned(docs).known
    for gap in (*gaps_of(docs, Sort.UNDOCUMENTED), *gaps_of(docs, Sort.RENAMED)):
        if gap.use and known:
            near = known.renamed.get(gap.id) or nearest(gap.id, known.ids) or "–"
            yield Finding("C001", place_of(docs, gap.use.span), {"id": gap.id, "suggestion": near})
