"""What translators have to do in a language, what misleads customers most first."""

import enum
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from engine.change.freshness.known import KnownUnit
from engine.change.freshness.signature import Signature
from engine.change.freshness.standing import Relation
from engine.change.freshness.units import PageUnits, Part, Said
from engine.findings import Finding
from engine.model.spans import Span, start_of

_SEVERITIES = ("error", "warning", "note")
_LISTS = ("lacking", "missing")
"""Arguments of findings that list the languages that lack something."""
_DISAGREEMENTS = frozenset(("R005", "R006", "R009", "R015", "R016", "R017"))


class Risk(enum.IntEnum):
    """How much it matters to customers, from what matters most."""

    RULE = 1
    """Another language changed who may do what, and this one did not."""
    DISAGREEMENT = 2
    """Languages state different rules."""
    VALUE = 3
    """Numbers, dates or units differ, or changed in another language."""
    MISSING = 4
    """A page or a part of it is there in some languages only."""
    WORDING = 5
    """Words changed, and neither rules nor values."""


class Change(msgspec.Struct, frozen=True):
    """What another language changed since the block was last confirmed."""

    language: str
    span: Span
    before: Signature | None
    """What it said when the block was last confirmed; None where that never was."""
    now: tuple[str, ...]
    """The sentences or cells that are new; empty where the block was removed."""
    kept: frozenset[str] = frozenset()
    """The digests of the sentences that it says now, the old ones among them."""


class Task(msgspec.Struct, frozen=True):
    """Something to look at."""

    risk: Risk
    page: str
    """The page's path below the folder of its language."""
    span: Span
    block: str = ""
    """The id of the block; empty for what a check found, and for a page that nobody confirmed."""
    text: str = ""
    """What this language says."""
    changes: tuple[Change, ...] = ()
    finding: Finding | None = None
    """What a check found, where that is the reason."""

    @property
    def order(self) -> tuple[int, int, Span]:
        """Its place in the work list."""
        severity = _SEVERITIES.index(self.finding.severity) if self.finding else 0
        return (self.risk, severity, self.span)


def edit_tasks(language: str, known: Iterable[KnownUnit]) -> Iterator[Task]:
    """The blocks of a language that others changed since they were last confirmed, or that nobody ever confirmed."""
    for each in known:
        said = each.unit.said.get(language)
        if said is None:
            continue
        changes: list[Change] = []
        risks: list[Risk] = []
        for other in sorted(set(each.standing.now) - {language}):
            relation, before = each.standing.relation(language, other)
            there = each.unit.said.get(other)
            if relation in (Relation.BEHIND, Relation.BOTH):
                place = there.span if there else start_of(each.paths[other])
                changes.append(Change(other, place, before, _new_parts(there, before), _digests(there)))
                risks.append(_risk(before, there, said))
            elif relation is Relation.NEW and there is not None:
                changes.append(Change(other, there.span, None, (there.visible,)))
                risks.append(Risk.WORDING)
        if changes:
            yield Task(min(risks), each.page, said.span, each.id, said.visible, tuple(changes))


def _digests(said: Said | None) -> frozenset[str]:
    return frozenset(part.digest for part in said.parts) if said else frozenset()


def _new_parts(said: Said | None, before: Signature | None) -> tuple[str, ...]:
    if said is None:
        return ()
    known = set() if before is None else set(before.words.replace("|", "+").split("+"))
    new: list[Part] = [part for part in said.parts if part.digest not in known]
    return tuple(part.text for part in new) or (said.visible,)


def _risk(before: Signature | None, there: Said | None, here: Said) -> Risk:
    """Rules or values that changed there count as long as this language does not state them as well."""
    if there is None:
        return Risk.RULE if before is not None and before.rules else Risk.MISSING
    now, own = there.signature, here.signature
    if before is not None and before.rules != now.rules != own.rules:
        return Risk.RULE
    if before is not None and before.values != now.values != own.values:
        return Risk.VALUE
    return Risk.WORDING


def unconfirmed_page(language: str, page: str, units: PageUnits) -> Task | None:
    """One task for a page of which the lock knows nothing."""
    path = units.paths.get(language)
    return None if path is None else Task(Risk.WORDING, page, start_of(path))


def leading_spans(language: str, known: Iterable[KnownUnit]) -> Iterator[Span]:
    """The places, in all languages, of the blocks that this language changed and others have to follow."""
    for each in known:
        if language in each.standing.now:
            relations = {each.standing.relation(language, other)[0] for other in each.standing.now if other != language}
            if Relation.AHEAD in relations and not relations & {Relation.BEHIND, Relation.BOTH}:
                yield from (said.span for said in each.unit.said.values())


def finding_tasks(
    language: str,
    findings: Iterable[Finding],
    places: Mapping[str, str],
    tasks: Iterable[Task],
    leading: Iterable[Span] = (),
) -> Iterator[Task]:
    """What checks found that this language has to mend.

    Args:
        language: its tag.
        findings: of all languages.
        places: name of a language folder -> its tag.
        tasks: what is on the list already: a finding at the place of one with the same risk adds nothing.
        leading: blocks that it changed since they were confirmed: that the others disagree is theirs to mend.
    """
    listed: dict[str, list[tuple[Risk, Span]]] = {}
    for task in tasks:
        listed.setdefault(task.span.path, []).append((task.risk, task.span))
    ahead: dict[str, list[Span]] = {}
    for span in leading:
        ahead.setdefault(span.path, []).append(span)
    told: set[tuple[str, Span, str]] = set()
    for finding in findings:
        risk = _risk_of(finding)
        same = (finding.code, finding.span, repr(sorted(finding.arguments.items())))
        if risk is None or same in told or not _concerns(finding, language, places):
            continue
        told.add(same)
        spans = (finding.span, *(related.span for related in finding.related))
        listed_as = Risk.RULE if risk is Risk.DISAGREEMENT else risk
        known = any(listed_as is of and _touch(span, one) for one in spans for of, span in listed.get(one.path, ()))
        is_theirs = any(_touch(one, other) for one in spans for other in ahead.get(one.path, ()))
        if not known and not is_theirs:
            yield Task(risk, finding.span.path.partition("/")[2], finding.span, finding=finding)


def _risk_of(finding: Finding) -> Risk | None:
    if finding.code in _DISAGREEMENTS:
        return Risk.DISAGREEMENT
    return {"V": Risk.VALUE, "S": Risk.MISSING, "P": Risk.MISSING}.get(finding.code[0])


def _concerns(finding: Finding, language: str, places: Mapping[str, str]) -> bool:
    """Whether it is for this language to mend: it lacks something, or deviates, or is one of two that disagree."""
    for name in _LISTS:
        if name in finding.arguments:
            return language in str(finding.arguments[name]).split(", ")
    spans = (finding.span, *(related.span for related in finding.related))
    named = [places.get(span.path.partition("/")[0], "") for span in spans]
    # Of two languages that disagree, either may be the one to mend.
    return named[0] == language or (len(places) == 2 and language in named)


def _touch(one: Span, other: Span) -> bool:
    return one.path == other.path and one.line <= other.end_line and other.line <= one.end_line
