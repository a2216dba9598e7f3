"""The text that a block had when it was last confirmed, from the history of its file.

The lock keeps digests only. Git keeps the texts: the newest version of the file that has a block with these words.
Where git does not have it, what this machine kept when it confirmed the page may.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from engine.alignment import AlignablePage
from engine.alignment.leaves import page_leaves
from engine.change.freshness.kept_texts import KeptTexts
from engine.change.freshness.units import Said, said_on
from engine.change.history.repository import Repository
from engine.findings import UsageError
from engine.pages.read import page_of
from engine.pages.source import Source, decode
from engine.rules import Docs

_MOST_VERSIONS = 200
"""Versions of a file that are looked through."""


class OldBlock(NamedTuple):
    """A block with the text of the file that it stood in."""

    said: Said
    source: Source


class Earlier:
    """Earlier texts of blocks, as far as anybody has them."""

    def __init__(self, docs: Docs) -> None:
        self._docs = docs
        self._repository = _repository(docs)
        self._kept = KeptTexts(docs.store)
        self._found: dict[tuple[str, str], OldBlock] = {}

    def blocks(self, path: str, words: Collection[str]) -> Mapping[str, OldBlock]:
        """The blocks that a file had, by the words of their signatures.

        Args:
            path: the file, relative to the docs folder.
            words: those that are looked for.
        """
        missing = {each for each in words if (path, each) not in self._found}
        folder = path.partition("/")[0]
        language = self._docs.tree.folders.get(folder)
        if missing and language is not None:
            if self._repository is not None:
                with self._repository.contents() as content:
                    blobs = self._repository.versions(path)[:_MOST_VERSIONS]
                    self._look(path, folder, language, missing, map(content, blobs))
            self._look(path, folder, language, missing, self._kept.contents(path))
        return {each: self._found[path, each] for each in words if (path, each) in self._found}

    def _look(self, path: str, folder: str, language: str, missing: set[str], versions: Iterable[bytes]) -> None:
        """Look through versions of a file for as long as something is missing."""
        remaining = iter(versions)
        while missing and (data := next(remaining, None)) is not None:
            source, _ = decode(path, data)
            if source is None:
                continue
            page, _, _ = page_of(self._docs.tree.root, source, folder, language)
            alignable = AlignablePage(page, self._docs.grammars[language])
            for said in said_on(alignable, page_leaves(page), ()):
                if said.signature.words in missing:
                    missing.discard(said.signature.words)
                    self._found[path, said.signature.words] = OldBlock(said, source)


def _repository(docs: Docs) -> Repository | None:
    try:
        return Repository(docs.tree.root)
    except UsageError:
        return None
