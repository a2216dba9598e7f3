"""Answers as the plain data of the `json` formats, quoting one language's pages."""

import msgspec

from engine.entitlement.citations import Citation, citations, cite
from engine.entitlement.explanation import Explained
from engine.model.decisions import Bound, Decision


def decision_data(decision: Decision, language: str) -> dict[str, object]:
    """A decision: `{capability, outcome, allowed, missing, because}`, and what else there is to say of it."""
    data: dict[str, object] = {
        "capability": decision.request.capability,
        "outcome": str(decision.outcome),
        "allowed": decision.allowed,
        "missing": [list(group) for group in decision.missing],
        "because": [citation_data(citation) for citation in citations(decision, language)],
    }
    if decision.disputed:
        data["disputed"] = {tag: str(outcome) for tag, outcome in decision.disputed}
    if decision.channel_bound:
        data["channel_bound"] = list(decision.channel_bound)
    if decision.more:
        data["more"] = dict(decision.more)
    if decision.misplaced:
        data["misplaced"] = [{"id": m.id, "by": m.by, "scopes": list(m.scopes)} for m in decision.misplaced]
    if decision.in_grace:
        data["in_grace"] = list(decision.in_grace)
    if decision.nearest:
        data["nearest"] = decision.nearest
    return data


def citation_data(citation: Citation) -> dict[str, object]:
    """A citation: the rule, where it is said, and the source text."""
    statement = citation.statement
    return {
        "rule": msgspec.to_builtins(statement.rule),
        "language": statement.language,
        "path": statement.span.path,
        "line": statement.span.line,
        "anchor": statement.anchor,
        "quote": statement.quote,
    }


def explained_data(told: Explained) -> dict[str, object]:
    """A part of an explanation with its parts: `{kind, about, text, met, need, because, parts}`."""
    return {
        "kind": told.kind,
        "about": told.about,
        "text": told.text,
        "met": told.met,
        "need": told.need,
        "because": [citation_data(citation) for citation in told.citations],
        "parts": [explained_data(part) for part in told.parts],
    }


def bound_data(bound: Bound, language: str) -> dict[str, object]:
    """How much may be used: `{metric, bound, used, left, metered, status, because}`; a bound of null is none."""
    return {
        "metric": bound.metric,
        "bound": bound.bound,
        "used": bound.used,
        "left": bound.left,
        "metered": bound.metered,
        "status": bound.status,
        "because": [citation_data(citation) for citation in cite(bound.because, language)],
    }
