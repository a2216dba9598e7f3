"""Where the rules of each page are anchored, known without the whole page: from this build, or an earlier one."""

import functools
from collections.abc import Mapping

import msgspec

from engine.cache import Digest, Shelf, Store, digest
from engine.model.spans import Span
from engine.rules.outlines import OutlinedDocs
from site_builder.rule_anchors import Anchors, RuleAnchors


class AnchoredPage(msgspec.Struct, frozen=True):
    """The anchors of one page."""

    identity: Digest
    """Of everything that the page was read from."""
    anchors: Anchors


class LastAnchors(msgspec.Struct, frozen=True):
    """The anchors of the last build, by page. The name of the record says nothing of what is in it."""

    program: Digest = ""
    pages: dict[str, AnchoredPage] = {}


class StatedAnchors:
    """The anchors of the pages of one site that state rules."""

    def __init__(self, outlined: OutlinedDocs, store: Store, program: Digest) -> None:
        """
        Args:
            outlined: the docs folder.
            store: has the anchors of the last build.
            program: a digest of what makes anchors.
        """
        self._outlined = outlined
        self._program = program
        self._shelf = Shelf(store, LastAnchors)
        self._key = digest("anchors")
        docs = outlined.docs
        paths = {(page.language, page.key): page.path for page in docs.tree.pages}
        self._paths = sorted({paths[s.language, s.page] for s in docs.rules.statements})
        self._pages: dict[str, dict[Span, str]] = {}

    def gather(self, new: Mapping[str, Anchors]) -> None:
        """Get the anchors of all pages.

        Args:
            new: by path, those of pages that were just made.
        """
        pages = {path: self._page(path, new.get(path)) for path in self._paths}
        if pages != self._last:
            self._shelf.put(self._key, LastAnchors(self._program, pages))
        self._pages = {path: dict(page.anchors) for path, page in pages.items()}

    @functools.cached_property
    def _last(self) -> dict[str, AnchoredPage]:
        last = self._shelf.get(self._key)
        return last.pages if last is not None and last.program == self._program else {}

    def _page(self, path: str, new: Anchors | None = None) -> AnchoredPage:
        identity = self._outlined.docs.identities[path]
        last = self._last.get(path)
        if new is None and last is not None and last.identity == identity:
            return last
        return AnchoredPage(identity, RuleAnchors(*self._outlined.whole(path)).in_order if new is None else new)

    def of(self, path: str, span: Span) -> str | None:
        """The anchor of what a page states at a place; None where it has none, as in front matter.

        Args:
            path: the file of the page.
            span: the place.
        """
        if path not in self._pages:
            self._pages[path] = dict(self._page(path).anchors)
        return self._pages[path].get(span)

    @property
    def all(self) -> bytes:
        """All of them in one order: equal where every anchor is."""
        return msgspec.msgpack.encode([(path, list(anchors.items())) for path, anchors in self._pages.items()])
