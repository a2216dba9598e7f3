"""A rule that one language states and another, which has the same page, does not."""

from collections.abc import Iterator

from engine.findings import Finding, Related
from engine.rules import Docs
from engine.rules.difference import Sort
from engine.rules.differences import differences
from engine.rules.quoting import quotes, said


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per thing that is missing; licences that are missing at one place are one."""
    for difference in differences(docs):
        if difference.sort is Sort.MISSING:
            own = (Related(difference.span, difference.here.quote),) if difference.here else ()
            yield Finding(
                "R006",
                difference.span,
                {"language": difference.language, "other": difference.other, "there": said(difference.there)},
                (*own, *quotes(difference.there)),
            )
