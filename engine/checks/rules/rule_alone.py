"""A rule that few languages state: more languages have the page without it."""

from collections.abc import Iterator

from engine.findings import Finding
from engine.rules import Docs
from engine.rules.difference import Sort
from engine.rules.differences import differences
from engine.rules.quoting import quotes, said


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per thing that few state, at the first place; licences of one section are one."""
    for difference in differences(docs):
        if difference.sort is Sort.ALONE:
            yield Finding(
                "R017",
                difference.span,
                {
                    "language": difference.language,
                    "here": said(difference.there),
                    "missing": ", ".join(difference.lacking),
                },
                quotes(difference.there),
            )
