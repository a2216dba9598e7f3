"""A rule, a name or a decision of the vocabulary that the lock holds otherwise, without giving less or more."""

from collections.abc import Iterator

from engine.checks.locked import changes_of, locked
from engine.contract.diff import Effect
from engine.contract.diff.wording import GONE, NEW
from engine.contract.lock import FILE
from engine.contract.relations import relevant
from engine.findings import Finding
from engine.model.spans import start_of
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per change and language, per id that is called otherwise, and per relation of ids."""
    for place, said, lines in changes_of(docs, Effect.OTHER):
        yield Finding("L003", place, {"change": said}, lines)
    found = locked(docs)
    if found is None or found.rules is None:
        return
    for rename in found.changes.renames:
        yield Finding("L003", start_of(FILE), {"change": f"{rename.old} → {rename.new}"})
    known = {(r.kind, r.id, r.other) for r in docs.rules.relations}
    bearing = {(r.kind, r.id, r.other) for r in relevant(found.rules.rules, docs.rules.relations)}
    locked_ones = {(r.kind, r.id, r.other) for r in found.rules.relations}
    for frame, relations in ((GONE, locked_ones - known), (NEW, bearing - locked_ones)):
        for kind, id, other in sorted(relations):
            yield Finding("L003", start_of(FILE), {"change": frame.format(what=f"{kind} {id} → {other}")})
