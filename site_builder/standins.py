"""Pages that a language lacks, shown to its readers in another language and marked as such."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import msgspec

from engine.pages.blocks import Page

_PREFERRED = "en"
"""The language shown in place of a missing translation, where it has the page: most readers know some of it."""


class StandIn(NamedTuple):
    """A page in place of a translation that is missing."""

    page: Page
    """The page with the place and the language of the readers it is shown to."""
    original: Page
    """What is shown, as its author wrote it."""


def stand_ins(pages: Iterable[Page], folders: Mapping[str, str]) -> dict[str, StandIn]:
    """What is shown where a language lacks a page. Its first page is no matter of translation: it lists what there is.

    Args:
        pages: the pages of all languages; a redirect stub stands for its page.
        folders: language -> its folder.
    Returns:
        By the path that the missing page would have, sorted.
    """
    by_key: dict[str, dict[str, Page]] = {}
    for page in pages:
        by_key.setdefault(page.key, {})[page.language] = page
    found: dict[str, StandIn] = {}
    for key, present in sorted(by_key.items()):
        originals = {tag: page for tag, page in sorted(present.items()) if page.redirect is None}
        if not originals or key.rpartition(".")[0].casefold() == "index":
            continue
        original = originals.get(_PREFERRED) or next(iter(originals.values()))
        for tag, folder in folders.items():
            if tag not in present:
                path = f"{folder}/{key}"
                page = msgspec.structs.replace(original, path=path, folder=folder, language=tag)
                found[path] = StandIn(page, original)
    return found
