"""One file of a docs folder -> its page and what the page says."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from engine.grammar import Grammar
from engine.pages.blocks import Page
from engine.pages.discovery import PageFile
from engine.pages.read import read_page
from engine.pages.source import Quotes, Source
from engine.pages.states import State, state_of
from engine.pages.tree import FileReading
from engine.rules.from_pages import from_page
from engine.rules.front_matter import FrontMatterKeys
from engine.rules.page_reading import PageReading


class ReadFile(msgspec.Struct, frozen=True):
    """All that reading one file gives."""

    file: FileReading
    reading: PageReading | None
    """None where there is no page."""
    made_from: dict[str, State]
    """Every path that was looked at, with what stood there; empty where nothing could be read."""


class FileReader:
    """Reads files, in whichever process: the task that reading a docs folder is divided into."""

    decoder = msgspec.msgpack.Decoder(list[ReadFile])
    """Reads what a call returns."""

    def __init__(self, root: Path, grammars: Mapping[str, Grammar], keys: FrontMatterKeys, html: bool) -> None:
        """
        Args:
            root: the docs folder.
            grammars: by language.
            keys: the front matter keys that state availability.
            html: whether blocks carry their HTML.
        """
        self._root = root
        self._grammars = grammars
        self._keys = keys
        self._html = html

    def __call__(self, files: Sequence[PageFile]) -> bytes:
        """Read files; the result is a list of `ReadFile` as MessagePack."""
        return msgspec.msgpack.encode([self.read(file) for file in files])

    def prepare(self, language: str) -> None:
        """Compile the grammar of a language, unless it was.

        Raises:
            LocaleError: broken or ambiguous patterns.
        """
        self._grammars[language]

    def read(self, file: PageFile) -> ReadFile:
        """Read one file."""
        page, findings, sources = read_page(
            self._root, file.path, file.folder, file.language, html=self._html, key=file.key
        )
        reading = None
        if page is not None:
            reading = from_page(page, self._grammars[file.language], Quotes(sources), self._keys)
        return ReadFile(FileReading(file.path, page, findings), reading, self._states(page, sources))

    def _states(self, page: Page | None, sources: Mapping[str, Source]) -> dict[str, State]:
        # Of what was read, not of what stands there now: somebody may be writing.
        states = {path: source.digest for path, source in sources.items()}
        for path in page.depends if page else ():
            if path not in states:
                states[path] = state_of(self._root, path)
        return states
