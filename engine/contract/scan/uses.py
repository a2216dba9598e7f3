"""An id in source code, and the forms in which code names ids."""

import re
from collections.abc import Iterable, Mapping

import msgspec

from engine.contract.codegen.ids import CLASSES, TypedIds, camel, former_words, upper
from engine.model.spans import Span

_ASKING = "decide allows needs why_not capabilities holders limits succeeding_plan Holding Request"
ASKING = frozenset(_ASKING.split())
"""What the engine offers to code: texts among their arguments are ids."""


class Use(msgspec.Struct, frozen=True, order=True):
    """An id in source code."""

    span: Span
    """Path as the file was named; line and columns count from 1."""
    id: str
    certain: bool
    """Whether it is an id by where it stands; otherwise it is a text that reads like one."""


class Known(msgspec.Struct, frozen=True):
    """The ids that pages speak of, in the forms in which code names them."""

    ids: frozenset[str]
    members: Mapping[str, Mapping[str, str]]
    """Name of a type -> member -> id."""
    renamed: Mapping[str, str]
    """Former id -> the one of today."""
    calls: frozenset[str] = frozenset()
    """Further functions whose texts are ids."""
    generated: bool = False
    """Whether what is read was written by `charter codegen`, where every text that is an id means it."""

    def is_telling(self, text: str) -> bool:
        """Whether a text by itself tells that it is an id: one of several words, for one word may be any word."""
        return (text in self.ids or text in self.renamed) and (self.generated or "-" in text or ":" in text)


def known_ids(ids: TypedIds, renamed: Mapping[str, str], calls: Iterable[str] = ()) -> Known:
    """What a scan has to know.

    Args:
        ids: what pages speak of.
        renamed: former id -> the one of today.
        calls: names of further functions whose texts are ids.
    """
    members: dict[str, dict[str, str]] = {}
    for kind, entries in ids.items():
        names = members.setdefault(CLASSES[kind], {})
        for entry in entries:
            for name, words in ((entry.id, entry.words), *((old, former_words(old)) for old in entry.formerly)):
                names.setdefault(upper(words), name)
                names.setdefault(camel(words), name)
    every = frozenset(entry.id for entries in ids.values() for entry in entries)
    return Known(every, members, dict(renamed), frozenset(calls))


WORD = re.compile(r"page:[^\s\"'`]+|[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
"""What an id looks like."""
