"""Findings and rules as the plain data of the `json` formats."""

from collections.abc import Iterable

import msgspec

from engine.findings import CODES, Finding
from engine.localedata import Messages
from engine.model.rulesets import Disagreement, RuleSet
from engine.model.spans import Span
from engine.rules import rules_as_data


def finding_data(finding: Finding, messages: Messages, fingerprint: str) -> dict[str, object]:
    """One finding: code, name, severity, place, message, help, the related quotes and the fingerprint."""
    code, span = CODES[finding.code], finding.span
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity,
        **_place(span),
        "end_line": span.end_line,
        "end_column": span.end_column,
        "message": messages.format(code.message, **finding.arguments),
        "help": messages.format(code.help, **finding.arguments),
        "related": [{**_place(related.span), "quote": related.quote} for related in finding.related],
        "fingerprint": fingerprint,
    }


def _place(span: Span) -> dict[str, object]:
    return {"path": span.path, "line": span.line, "column": span.column}


def rules_data(rules: RuleSet) -> dict[str, object]:
    """A rule set: licences that pages define, ids that nothing defines, the rules, and the disagreements."""
    return {
        "licences": {
            id: {"scope": licence.scope, "edition": licence.edition, "lifecycle": licence.lifecycle}
            for id, licence in rules.licences.items()
        },
        "undefined": list(rules.undefined),
        "rules": rules_as_data(rules.rules),
        "disagreements": [disagreement_data(disagreement) for disagreement in rules.disagreements],
    }


def disagreement_data(disagreement: Disagreement) -> dict[str, object]:
    """One disagreement: what it is about and what each side says, with the quotes."""
    return {
        "topic": list(disagreement.topic),
        "page": disagreement.page,
        "sides": [
            {
                "language": side.language,
                "path": side.span.path,
                "line": side.span.line,
                "rules": rules_as_data(statement.rule for statement in side.statements),
                "quotes": list(dict.fromkeys(statement.quote for statement in side.statements)),
            }
            for side in disagreement.sides
        ],
    }


def as_json(data: object) -> str:
    """Data as indented JSON."""
    return msgspec.json.format(msgspec.json.encode(data), indent=2).decode()


def counts(findings: Iterable[Finding]) -> dict[str, int]:
    """How many findings of each severity, the gravest first; also those with none."""
    found = {"error": 0, "warning": 0, "note": 0}
    for finding in findings:
        found[finding.severity] += 1
    return found
