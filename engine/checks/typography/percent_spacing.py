"""A percent sign that is set otherwise than its language has it.

Why: it looks careless, and where a space is missing a line may break in the wrong place.
Fix: set it as CLDR has it for the language; `charter check --fix` does it.
"""

from collections.abc import Iterator
from itertools import groupby

from engine.checks.percent import misset_percents
from engine.findings import Finding
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per file, at its first place. A plain space is as good as one that does not break."""
    for _, group in groupby(misset_percents(docs), key=lambda percent: percent.gap.path):
        places = list(group)
        first, number = places[0], str(len(places))
        yield Finding("Y001", first.gap, {"found": first.found, "expected": first.expected, "places": number})
