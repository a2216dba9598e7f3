"""Findings as JUnit XML, which every CI server can show: a suite per language, a test case per finding."""

import re
from collections.abc import Callable, Iterable, Sequence
from xml.etree import ElementTree

from engine.findings import CODES, Finding
from engine.gate.places import Places
from engine.localedata import Messages
from engine.report.labels import HELP

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold at all, not even escaped."""


def junit_xml(
    findings: Sequence[Finding],
    languages: Iterable[str],
    places: Places,
    messages: Messages,
    fails: Callable[[Finding], bool],
) -> str:
    """The document.

    Args:
        findings: in order.
        languages: the tags that were read; one without a finding has a suite with one passing case.
        places: the language of each path.
        messages: the reader's language.
        fails: whether a finding makes the run fail; others are cases that pass, with the text as output.
    """
    root = ElementTree.Element("testsuites", name="charter")
    tags = dict.fromkeys((*languages, *(places.language(f.span.path) for f in findings)))
    for tag in tags:
        found = [f for f in findings if places.language(f.span.path) == tag]
        failures = sum(map(fails, found))
        suite = ElementTree.SubElement(
            root,
            "testsuite",
            name=tag or "charter",
            tests=str(max(1, len(found))),
            failures=str(failures),
            errors="0",
            skipped="0",
            time="0",
        )
        for finding in found:
            _add_case(suite, finding, messages, fails(finding))
        if not found:
            ElementTree.SubElement(suite, "testcase", classname="charter", name="check", time="0")
    root.set("tests", str(sum(int(suite.get("tests", 0)) for suite in root)))
    root.set("failures", str(sum(int(suite.get("failures", 0)) for suite in root)))
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _add_case(suite: ElementTree.Element, finding: Finding, messages: Messages, fails: bool) -> None:
    code, span = CODES[finding.code], finding.span
    name = f"{finding.code} {finding.name} {span.line}:{span.column}"
    case = ElementTree.SubElement(
        suite, "testcase", classname=_clean(span.path), name=name, file=_clean(span.path), line=str(span.line), time="0"
    )
    message = messages.format(code.message, **finding.arguments)
    lines = [f"{span}: {message}"]
    lines += [f"{r.span}: {' '.join(r.quote.split())}" for r in finding.related if r.span != span]
    lines.append(f"{messages.get(HELP)} {messages.format(code.help, **finding.arguments)}")
    if fails:
        outcome = ElementTree.SubElement(case, "failure", message=_clean(message), type=finding.severity)
    else:
        outcome = ElementTree.SubElement(case, "system-out")
    outcome.text = _clean("\n".join(lines))


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)
