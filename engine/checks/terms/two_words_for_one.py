"""A heading or table cell that names a thing otherwise than its language usually does.

Why: a reader takes two words for two things, and finds only half of what a search should give.
Fix: use the usual name, or tell the two things apart in every language.
"""

from collections.abc import Iterator

from engine.checks.labels import LABEL
from engine.checks.variants import variants_of
from engine.findings import Finding
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per variant, where two other languages have their usual name at the same place."""
    for variant in variants_of(docs):
        if variant.kind == LABEL:
            places = str(len(variant.names))
            yield Finding(
                "T003",
                variant.names[0].span,
                {"variant": variant.text, "usual": variant.usual, "places": places},
                variant.related(docs),
            )
