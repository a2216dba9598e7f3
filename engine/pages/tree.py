"""A whole docs folder -> all pages of all languages, read once."""

import functools
import itertools
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path

import msgspec

from engine.findings import Finding
from engine.model.spans import Span
from engine.pages import source
from engine.pages.blocks import Page
from engine.pages.discovery import PageFile, language_folders, page_files
from engine.pages.read import read_page
from engine.pages.workers import Progress, over


class Listing(msgspec.Struct, frozen=True):
    """The files of a docs folder that are pages."""

    root: Path
    folders: dict[str, str]
    """The language folders, each with its BCP 47 tag."""
    files: tuple[PageFile, ...]
    """Sorted by folder and path."""
    unnamed: tuple[Finding, ...]
    """Findings about files whose names are no text."""


class FileReading(msgspec.Struct, frozen=True):
    """What one file gives."""

    path: str
    """Relative to the docs folder."""
    page: Page | None
    """None where the file cannot be decoded."""
    findings: tuple[Finding, ...]


class Tree(msgspec.Struct, frozen=True):
    """The pages of a docs folder."""

    root: Path
    folders: dict[str, str]
    """The language folders, each with its BCP 47 tag."""
    pages: tuple[Page, ...]
    """Sorted by folder and key."""
    findings: tuple[Finding, ...]
    """Sorted by place. A fault in an included file is told once."""
    files: tuple[FileReading, ...]
    """The pages and their findings once more, by file."""

    def quote(self, span: Span) -> str:
        """The verbatim source text of a span of this tree; empty when its file is gone."""
        return source.quote(self.root, span)


def list_files(root: Path, folders: Mapping[str, str], languages: Collection[str] | None = None) -> Listing:
    """The pages of a docs folder, unread.

    Args:
        root: the docs folder; its language folders hold the pages.
        folders: the folder names that may occur, each with its BCP 47 tag: `{"en": "en", "no": "nb"}`.
        languages: folder names or tags to confine the tree to; None for all.
    Raises:
        UsageError: no such folder, no language folder in it, two folders for one language, or a language that
            was asked for and is not there.
    """
    present = language_folders(root, folders, languages)
    files, unnamed = page_files(root, present)
    return Listing(root, present, tuple(files), tuple(unnamed))


def tree_of(listing: Listing, read: Iterable[FileReading]) -> Tree:
    """The tree of what was read of the files of a listing, in their order."""
    files = tuple(read)
    pages = sorted((file.page for file in files if file.page), key=lambda page: (page.folder, page.key))
    findings = [*listing.unnamed, *(finding for file in files for finding in file.findings)]
    return Tree(listing.root, listing.folders, tuple(pages), _once(findings), files)


def read_tree(
    root: Path,
    folders: Mapping[str, str],
    *,
    languages: Collection[str] | None = None,
    html: bool = False,
    progress: Progress | None = None,
) -> Tree:
    """Read all pages of a docs folder.

    Args:
        root: the docs folder; its language folders hold the pages.
        folders: the folder names that may occur, each with its BCP 47 tag: `{"en": "en", "no": "nb"}`.
        languages: folder names or tags to confine the tree to; None for all.
        html: whether blocks carry their HTML.
        progress: called as the reading goes on.
    Returns:
        The pages and the findings, in an order that depends on nothing but the files.
    Raises:
        UsageError: as `list_files`. Bad content is a finding and never raises.
    """
    listing = list_files(root, folders, languages)
    decoder = msgspec.msgpack.Decoder(list[FileReading])
    results = over(functools.partial(_read_chunk, root, html), listing.files, progress)
    return tree_of(listing, itertools.chain.from_iterable(map(decoder.decode, results)))


def _read_chunk(root: Path, html: bool, files: Sequence[PageFile]) -> bytes:
    read: list[FileReading] = []
    for file in files:
        page, findings, _ = read_page(root, file.path, file.folder, file.language, html=html, key=file.key)
        read.append(FileReading(file.path, page, findings))
    return msgspec.msgpack.encode(read)


def _once(findings: list[Finding]) -> tuple[Finding, ...]:
    """In order and without repetitions: several pages may include the same broken file."""
    findings.sort(key=lambda finding: finding.sort_key)
    return tuple(next(group) for _, group in itertools.groupby(findings))
