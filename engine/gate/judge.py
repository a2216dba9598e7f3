"""All findings -> those that count, by the settings and the exceptions of a docs folder."""

import datetime as dt
import itertools
from collections.abc import Iterable

import msgspec

from engine.findings import Finding
from engine.gate.allowances import Allowance, from_comments, from_settings
from engine.gate.gathered import gathered
from engine.gate.places import Places
from engine.gate.severities import with_severities
from engine.rules import Docs
from engine.rules.settings import table_lines


class Judged(msgspec.Struct, frozen=True):
    """The findings of a docs folder, parted."""

    findings: tuple[Finding, ...]
    """Those that count, by place: also about allowances themselves."""
    allowed: tuple[tuple[Finding, str], ...]
    """Those that are let pass, each with the reason."""


def judge(docs: Docs, findings: Iterable[Finding], at: dt.date, *, whole: bool = True) -> Judged:
    """Give findings their severity and let pass what is allowed.

    Args:
        docs: what was read, with its settings and comments.
        findings: what reading and checks found.
        at: the day, on which allowances may have ended.
        whole: whether all languages were read. Otherwise an allowance that nothing uses may be needed yet.
    """
    places = Places(docs.tree.pages)
    allowances, found = _allowances(docs)
    counting: list[Finding] = []
    allowed: list[tuple[Finding, str]] = []
    used: set[int] = set()
    for finding in with_severities(findings, docs.settings.severity, places):
        covering = [(number, a) for number, a in enumerate(allowances) if a.covers(finding)]
        used |= {number for number, _ in covering}
        holding = [a for _, a in covering if a.until is None or at <= a.until]
        if holding:
            allowed.append((finding, holding[0].reason))
        else:
            counting.append(finding)
    for number, allowance in enumerate(allowances):
        if number in used and allowance.until is not None and at > allowance.until:
            found.append(Finding("G004", allowance.span, {"codes": allowance.names, "date": str(allowance.until)}))
        elif number not in used and whole:
            found.append(Finding("G005", allowance.span, {"codes": allowance.names}))
    counting += with_severities(found, docs.settings.severity, places)
    return Judged(tuple(sorted(gathered(docs, counting), key=lambda finding: finding.sort_key)), tuple(allowed))


def _allowances(docs: Docs) -> tuple[list[Allowance], list[Finding]]:
    """What the docs folder allows, and what it tries to allow in vain."""
    comments = itertools.chain.from_iterable(page.allow_comments for page in docs.tree.pages)
    read = [
        *from_settings(docs.settings.allow, table_lines(docs.tree.root, "allow", len(docs.settings.allow))),
        *from_comments(comments),
    ]
    allowances = [part for part in read if isinstance(part, Allowance)]
    return allowances, [part for part in read if isinstance(part, Finding)]
