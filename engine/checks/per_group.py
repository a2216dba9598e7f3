"""Work on a few pages at a time, such as the same page in every language: each group is worked on by itself.

So groups are shared among processes, and what was worked out for a group stands until one of its pages changes.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

import msgspec

from engine.cache import Shelf, digest
from engine.cache.code_version import code_version
from engine.findings import Finding
from engine.pages.workers import Progress, collection_paused, over
from engine.rules import Docs

_PARALLEL_FROM = 40
"""Groups from which processes pay: a group is more work than a file."""

R = TypeVar("R", bound=msgspec.Struct)


class Found(msgspec.Struct, frozen=True):
    """What checks found in a group."""

    findings: tuple[Finding, ...]


def per_group(
    docs: Docs,
    kind: type[R],
    groups: Mapping[str, Sequence[str]],
    work: Callable[[str], R],
    progress: Progress | None = None,
) -> dict[str, R]:
    """Work on groups of pages, in several processes, and only where nothing is kept from an earlier run.

    Args:
        docs: what was read.
        kind: the record that is worked out for a group: plain data. Every work has a kind of its own.
        groups: name of a group -> the paths of the pages that its result rests on, and on nothing else.
        work: gives the result of a group. It may look at whatever `docs` holds of these pages.
        progress: told (groups worked on, groups in all).
    Returns:
        Name of a group -> its result, in the order of `groups`.
    """
    shelf = None if docs.store is None else Shelf(docs.store, kind)
    keys = {group: _key(docs, group, paths) for group, paths in groups.items()} if shelf else {}
    found = {group: kept for group, key in keys.items() if shelf and (kept := shelf.get(key)) is not None}
    missing = [group for group in groups if group not in found]

    def of_some(names: Sequence[str]) -> bytes:
        return msgspec.msgpack.encode([work(group) for group in names])

    decoder = msgspec.msgpack.Decoder(list[kind])  # type: ignore[valid-type]
    with collection_paused():
        encoded = over(of_some, missing, progress, sendable=False, parallel_from=_PARALLEL_FROM)
        results: list[R] = [result for some in encoded for result in decoder.decode(some)]
    for group, result in zip(missing, results, strict=True):
        found[group] = result
        if shelf:
            shelf.put(keys[group], result)
    return {group: found[group] for group in groups}


def _key(docs: Docs, group: str, paths: Sequence[str]) -> str:
    return digest(code_version(), group, *(docs.identities[path] for path in paths))
