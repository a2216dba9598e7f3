"""A sentence that no pattern reads, on a page where another language states a rule that it may state too."""

from collections.abc import Iterator

from engine.findings import Finding
from engine.rules import Docs
from engine.rules.collector import shorten
from engine.rules.difference import Sort
from engine.rules.differences import differences
from engine.rules.quoting import quotes, said


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per sentence in a rule position; a remark that may have its counterpart is let be."""
    told = set()
    for difference in differences(docs):
        unread = difference.unread
        if difference.sort is Sort.UNREAD and unread is not None and unread.requires and unread.span not in told:
            told.add(unread.span)
            yield Finding(
                "R015",
                unread.span,
                {
                    "language": difference.language,
                    "here": shorten(unread.text),
                    "other": difference.other,
                    "there": said(difference.there),
                },
                quotes(difference.there),
            )
