"""Findings as SARIF 2.1.0 (OASIS): regions, the other side as related locations, rules with help, fingerprints."""

import importlib.metadata
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import quote as percent_encoded

from engine.findings import CODES, Code, Finding
from engine.gate.fingerprints import Fingerprints
from engine.localedata import Messages
from engine.model.spans import Span
from engine.report.labels import MEND, WHY
from engine.report.source_root import SourceRoot

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "charterFinding/v1"
"""The name says how it is made; a change of `engine.gate.fingerprints` takes the next number."""
_ROOT = "SRCROOT"


def sarif_log(
    findings: Sequence[Finding],
    prints: Fingerprints,
    messages: Messages,
    root: SourceRoot,
    quote: Callable[[Span], str],
) -> dict[str, Any]:
    """The log as plain data: one run, whose rules are the codes that were found.

    Args:
        findings: in order.
        prints: their fingerprints.
        messages: the reader's language.
        root: what paths are relative to.
        quote: the source text of a span.
    """
    codes = sorted({finding.code for finding in findings})
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "charter",
                        "semanticVersion": importlib.metadata.version("charter"),
                        "rules": [_rule(CODES[code], messages) for code in codes],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "originalUriBaseIds": {_ROOT: {"uri": f"{root.folder.as_uri()}/"}},
                "results": [
                    {
                        "ruleId": finding.code,
                        "ruleIndex": codes.index(finding.code),
                        "level": finding.severity,
                        "message": {"text": messages.format(CODES[finding.code].message, **finding.arguments)},
                        "locations": [_location(finding.span, quote(finding.span), root)],
                        **_related(finding, root),
                        "partialFingerprints": {FINGERPRINT: prints.of(finding)},
                    }
                    for finding in findings
                ],
            }
        ],
    }


def _rule(code: Code, messages: Messages) -> dict[str, Any]:
    why, help = messages.get(code.why), messages.get(code.help)
    text = f"{messages.get(WHY)} {why}\n\n{messages.get(MEND)} {help}"
    return {
        "id": code.code,
        "name": "".join(part.capitalize() for part in code.name.split("-")),
        "shortDescription": {"text": code.name},
        "fullDescription": {"text": why or code.name},
        "help": {"text": text, "markdown": text},
        "defaultConfiguration": {"level": code.severity},
        "properties": {"tags": ["documentation", code.name]},
    }


def _location(span: Span, text: str, root: SourceRoot) -> dict[str, Any]:
    region: dict[str, Any] = {"startLine": span.line}
    if (span.line, span.column) != (span.end_line, span.end_column):
        region |= {"startColumn": span.column, "endLine": span.end_line, "endColumn": span.end_column}
        region |= {"snippet": {"text": text}} if text else {}
    uri = percent_encoded(root.path(span.path).encode("utf-8", "surrogateescape"))
    return {"physicalLocation": {"artifactLocation": {"uri": uri, "uriBaseId": _ROOT}, "region": region}}


def _related(finding: Finding, root: SourceRoot) -> dict[str, Any]:
    """The other places with what stands there; none for a finding that speaks of one place."""
    others = [related for related in finding.related if related.span != finding.span]
    locations = [
        {"id": number, **_location(r.span, r.quote, root), "message": {"text": " ".join(r.quote.split()) or "-"}}
        for number, r in enumerate(others, 1)
    ]
    return {"relatedLocations": locations} if locations else {}
