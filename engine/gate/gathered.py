"""What is wrong with one included file, however many pages include it, is one finding."""

import posixpath
from collections.abc import Iterable

import msgspec

from engine.findings import Finding, Related
from engine.rules import Docs

_OF_A_FILE = frozenset(("F006", "F008"))
"""Codes about a file that pages include: it is not there, or not within the docs folder."""


def gathered(docs: Docs, findings: Iterable[Finding]) -> list[Finding]:
    """The findings, with those about one included file as one, at the first page; the other pages are related."""
    of_file: dict[tuple[str, str], list[Finding]] = {}
    kept: list[Finding] = []
    for finding in findings:
        if finding.code in _OF_A_FILE:
            folder = posixpath.dirname(finding.span.path)
            target = posixpath.normpath(posixpath.join(folder, finding.arguments["target"]))
            of_file.setdefault((finding.code, target), []).append(finding)
        else:
            kept.append(finding)
    for group in of_file.values():
        first, *others = sorted(group, key=lambda finding: finding.sort_key)
        places = tuple(Related(other.span, docs.tree.quote(other.span)) for other in others)
        kept.append(msgspec.structs.replace(first, related=(*first.related, *places)))
    return kept
