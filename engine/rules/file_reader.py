"""One file of a docs folder -> its page and what the page says."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from engine.grammar import Grammar
from engine.model.spans import Span
from engine.pages.discovery import PageFile
from engine.pages.read import read_page
from engine.pages.source import Source
from engine.pages.tree import FileReading
from engine.rules.from_pages import from_page
from engine.rules.page_reading import PageReading
from engine.rules.settings import Settings


class ReadFile(msgspec.Struct, frozen=True):
    """All that reading one file gives."""

    file: FileReading
    reading: PageReading | None
    """None where there is no page."""


class FileReader:
    """Reads files, in whichever process: the task that reading a docs folder is divided into."""

    decoder = msgspec.msgpack.Decoder(list[ReadFile])
    """Reads what a call returns."""

    def __init__(self, root: Path, grammars: Mapping[str, Grammar], settings: Settings, html: bool) -> None:
        """
        Args:
            root: the docs folder.
            grammars: by language.
            settings: of the docs folder.
            html: whether blocks carry their HTML.
        """
        self._root = root
        self._grammars = grammars
        self._settings = settings
        self._html = html

    def __call__(self, files: Sequence[PageFile]) -> bytes:
        """Read files; the result is a list of `ReadFile` as MessagePack."""
        return msgspec.msgpack.encode([self.read(file) for file in files])

    def read(self, file: PageFile) -> ReadFile:
        """Read one file."""
        page, findings, sources = read_page(self._root, file.path, file.folder, file.language, html=self._html)
        reading = None
        if page is not None:
            reading = from_page(page, self._grammars[file.language], _Quotes(sources), self._settings.front_matter)
        return ReadFile(FileReading(file.path, page, findings), reading)


class _Quotes:
    """The source text of a span, from the files that were just read."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self._sources = sources

    def __call__(self, span: Span) -> str:
        source = self._sources.get(span.path)
        return source.quote(span) if source else ""
