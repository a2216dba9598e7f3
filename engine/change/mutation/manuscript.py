"""One file of one language, with all that is needed to find places where it can be changed."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec

from engine.change.mutation.filetext import FileText, read_file_text
from engine.change.mutation.walk import Spot, covers, included, spots, texts
from engine.grammar import Grammar, split_sentences
from engine.model.spans import Span
from engine.model.statements import Statement
from engine.pages.blocks import AnyBlock, Page, Text
from engine.rules import Docs
from engine.rules.front_matter import FrontMatterKeys


class Manuscript(msgspec.Struct, frozen=True):
    """A page, or a file that pages include."""

    file: FileText
    page: Page
    """The page itself, or the first that includes the file."""
    blocks: tuple[AnyBlock, ...]
    spots: tuple[Spot, ...]
    statements: tuple[Statement, ...]
    """What the file states."""
    grammar: Grammar
    readers: tuple[str, ...]
    """The pages whose reading depends on the file."""
    siblings: tuple[Page, ...]
    """All pages of the language."""
    front_matter_keys: FrontMatterKeys
    languages: tuple[str, ...]

    @property
    def path(self) -> str:
        """Relative to the docs folder."""
        return self.file.path

    @property
    def key(self) -> str:
        """Relative to the language folder: the same file in every language."""
        return self.file.path.removeprefix(f"{self.page.folder}/")

    @property
    def language(self) -> str:
        """BCP 47 tag."""
        return self.page.language

    @property
    def is_page(self) -> bool:
        """Whether the file is a page and no snippet."""
        return self.page.path == self.file.path


class Leaf(NamedTuple):
    """A text with what it stands in."""

    text: Text
    spot: Spot
    number: int
    """Index of the cell in its row; else 0."""


def leaves(manuscript: Manuscript) -> Iterator[Leaf]:
    """Every text of the file that shows something, in order. Text that another file gives belongs to that file."""
    for spot in manuscript.spots:
        for number, text in enumerate(texts(spot.thing)):
            if text.visible and all(piece.path == manuscript.path for piece in text.pieces):
                yield Leaf(text, spot, number)


def stated_in(manuscript: Manuscript, span: Span) -> tuple[Statement, ...]:
    """What the file states at a place."""
    return tuple(s for s in manuscript.statements if covers(s.span, span))


def sentences(manuscript: Manuscript, text: Text) -> tuple[tuple[int, int], ...]:
    """The (start, end) of every sentence of a text."""
    return split_sentences(text.visible, manuscript.grammar.locale.words("abbreviations"))


def manuscripts(docs: Docs) -> Iterator[Manuscript]:
    """Every page of a docs folder that can be decoded, and every file that pages include; redirect stubs are none."""
    root = docs.tree.root
    pages = [page for page in docs.tree.pages if page.redirect is None]
    by_language = {tag: tuple(page for page in pages if page.language == tag) for tag in docs.grammars}
    statements: dict[str, dict[Statement, None]] = {}
    for statement in docs.rules.statements:
        statements.setdefault(statement.span.path, {}).setdefault(statement)
    seen: set[str] = set()
    for page in pages:
        for path, blocks in ((page.path, page.blocks), *_included_files(page)):
            file = None if path in seen else read_file_text(root, path)
            seen.add(path)
            if file is not None and path.startswith(f"{page.folder}/"):
                yield Manuscript(
                    file,
                    page,
                    blocks,
                    tuple(spots(blocks)),
                    tuple(statements.get(path, ())),
                    docs.grammars[page.language],
                    tuple(other.path for other in by_language[page.language] if path in (other.path, *other.depends)),
                    by_language[page.language],
                    docs.settings.front_matter,
                    tuple(sorted(docs.grammars)),
                )


def _included_files(page: Page) -> Iterable[tuple[str, tuple[AnyBlock, ...]]]:
    """The files that a page shows as blocks, with their blocks."""
    for include in included(page.blocks):
        own = tuple(block for block in include.blocks)
        if own:
            yield own[0].span.path, own
