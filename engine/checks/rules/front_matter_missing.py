"""A key of front matter about availability that one language has and another lacks."""

from collections.abc import Iterator

from engine.findings import Finding, Related
from engine.rules import Docs
from engine.rules.difference import Sort
from engine.rules.differences import differences
from engine.rules.quoting import quotes, said


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per page, key and language that lacks it."""
    for difference in differences(docs):
        if difference.sort is Sort.FRONT_MATTER:
            own = (Related(difference.span, difference.here.quote),) if difference.here else ()
            yield Finding(
                "F010",
                difference.span,
                {"language": difference.language, "other": difference.other, "there": said(difference.there)},
                (*own, *quotes(difference.there)),
            )
