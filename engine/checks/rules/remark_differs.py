"""A remark about licences or plans that decides nothing and that languages make differently."""

from collections.abc import Iterator

from engine.findings import Finding, Related
from engine.rules import Docs
from engine.rules.difference import Sort
from engine.rules.differences import differences
from engine.rules.quoting import quotes, said


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per sort of remark, page and language."""
    for difference in differences(docs):
        if difference.sort is Sort.REMARK:
            own = (Related(difference.span, difference.here.quote),) if difference.here else ()
            yield Finding(
                "R016",
                difference.span,
                {"language": difference.language, "other": difference.other, "there": said(difference.there)},
                (*own, *quotes(difference.there)),
            )
