"""Checks that look at a few pages at a time, such as the same page in every language: each group is checked by itself.

So groups are shared among processes, and what was found in a group stands until one of its pages changes.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from engine.cache import Digest, Shelf, digest
from engine.cache.code_version import code_version
from engine.findings import Finding
from engine.pages.workers import collection_paused, over
from engine.rules import Docs

_PARALLEL_FROM = 40
"""Groups from which processes pay: a group is more work than a file."""


class Found(msgspec.Struct, frozen=True):
    """What was found."""

    findings: tuple[Finding, ...]


def find_per_group(
    docs: Docs, name: str, groups: Mapping[str, Sequence[str]], find: Callable[[str], Iterable[Finding]]
) -> dict[str, tuple[Finding, ...]]:
    """Check groups of pages.

    Args:
        docs: what was read.
        name: of the checks, apart from that of others.
        groups: name of a group -> the paths of the pages that its findings rest on, and on nothing else.
        find: gives the findings of a group.
    Returns:
        Name of a group -> its findings, in the order of `groups`.
    """
    shelf = None if docs.store is None else Shelf(docs.store, Found)
    found: dict[str, tuple[Finding, ...]] = {}
    keys: dict[str, Digest] = {}
    for group, paths in groups.items():
        keys[group] = digest(code_version(), name, group, *(docs.identities.get(path, "") for path in paths))
        kept = shelf.get(keys[group]) if shelf else None
        if kept is not None:
            found[group] = kept.findings
    missing = [group for group in groups if group not in found]

    def work(names: Sequence[str]) -> bytes:
        return msgspec.msgpack.encode([Found(tuple(find(group))) for group in names])

    decoder = msgspec.msgpack.Decoder(list[Found])
    with collection_paused():
        results = over(work, missing, sendable=False, parallel_from=_PARALLEL_FROM)
        new = [result for results_of_some in results for result in decoder.decode(results_of_some)]
    for group, result in zip(missing, new, strict=True):
        found[group] = result.findings
        if shelf:
            shelf.put(keys[group], result)
    return {group: found[group] for group in groups}
