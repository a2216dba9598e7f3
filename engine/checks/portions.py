"""What checks need to know of each page, kept between runs a portion of the tree at a time.

An entry for each page would be thousands of files to open; one for the whole tree would never stand. So the pages are
shared out by their topic, and the edit of one page has only its portion worked on again.
"""

import zlib
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

import msgspec

from engine.checks.per_group import per_group
from engine.pages.blocks import Page
from engine.rules import Docs

_PORTIONS = 32

R = TypeVar("R", bound=msgspec.Struct)


def in_portions(docs: Docs, kind: type[R], work: Callable[[Sequence[Page]], R], *grounds: str) -> Iterator[R]:
    """Work on all pages, and only where nothing is kept from an earlier run.

    Args:
        docs: what was read.
        kind: the record that is worked out for a portion: plain data. Every work has a kind of its own.
        work: gives the result of some pages, among them all languages of each. It rests on nothing but them
        grounds: and these.
    Returns:
        The result of each portion.
    """
    portions: dict[str, list[Page]] = {}
    for page in docs.tree.pages:
        number = zlib.crc32(page.topic.encode("utf-8", "surrogateescape")) % _PORTIONS
        portions.setdefault(" ".join((str(number), *grounds)), []).append(page)
    paths = {name: [page.path for page in pages] for name, pages in portions.items()}
    yield from per_group(docs, kind, paths, lambda name: work(portions[name])).values()
