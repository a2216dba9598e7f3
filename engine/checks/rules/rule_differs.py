"""Languages that state different rules about one thing on the same page."""

from collections.abc import Iterator

from engine.findings import Finding, Related
from engine.rules import Docs
from engine.rules.collector import shorten
from engine.rules.difference import Sort
from engine.rules.differences import differences
from engine.rules.quoting import quotes, said


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per topic and language that differs from the largest group of languages that agree."""
    for difference in differences(docs):
        if difference.sort is Sort.DIFFERS and difference.here is not None:
            yield Finding(
                "R005",
                difference.span,
                {
                    "language": difference.language,
                    "here": shorten(difference.here.text),
                    "other": difference.other,
                    "there": said(difference.there),
                },
                (Related(difference.span, difference.here.quote), *quotes(difference.there)),
            )
