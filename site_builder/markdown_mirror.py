"""A page as plain Markdown, for readers that are programs: what is visible, with the site's own addresses."""

import re
import textwrap
from collections.abc import Callable, Iterable, Sequence

from engine.localedata import Messages
from engine.pages.blocks import (
    Alert,
    AnyBlock,
    Code,
    Heading,
    Include,
    List,
    Mark,
    Page,
    Paragraph,
    Quote,
    Row,
    Table,
    Tabs,
    Text,
)
from site_builder.alert_words import ALERT_WORDS

SUFFIX = ".md"
"""Behind the place of a page: `x.html.md`, where llms.txt says that it is found."""
_SPECIAL = re.compile(r"([\\`*_\[\]<>|])")
_BEGINS_A_BLOCK = re.compile(r"^(#{1,6}\s|[-+]\s|\d+[.)]\s|~{3}|={3})")
_WRAPPED = {"strong": "**", "emphasis": "*"}

Resolve = Callable[[str, str], str | None]
"""(address, file that it stands in) -> the address on the site; None where there is nothing to link to."""


def write_markdown(page: Page, messages: Messages, resolve: Resolve) -> str:
    """The content of a page as Markdown.

    Args:
        page: the whole page.
        messages: the interface words of its language.
        resolve: finds where links lead.
    """
    writer = _Writer(messages, resolve)
    titled = any(isinstance(block, Heading) and block.level == 1 for block in page.blocks)
    head = [] if titled else [f"# {_escaped(page.title)}"]
    return "\n\n".join([*head, *writer.blocks(page.blocks)]) + "\n"


class _Writer:
    def __init__(self, messages: Messages, resolve: Resolve) -> None:
        self._messages = messages
        self._resolve = resolve

    def blocks(self, blocks: Iterable[AnyBlock]) -> list[str]:
        return [written for block in blocks if (written := self._block(block))]

    def _block(self, block: AnyBlock) -> str:
        match block:
            case Heading(level=level, text=text):
                return f"{'#' * level} {self._text(text)}"
            case Paragraph(text=text):
                return _BEGINS_A_BLOCK.sub(r"\\\1", self._text(text))
            case List(ordered=ordered, items=items):
                marks = (f"{number}." if ordered else "-" for number in range(1, len(items) + 1))
                written = (self.blocks(item.blocks) for item in items)
                return "\n".join(
                    f"{mark} {_indented(parts, len(mark) + 1)}" for mark, parts in zip(marks, written, strict=True)
                )
            case Table(header=header, rows=rows):
                rule = "|" + "---|" * len(header.cells)
                return "\n".join([self._row(header), rule, *map(self._row, rows)])
            case Alert(kind=kind, blocks=inner):
                word = self._messages.get(ALERT_WORDS.get(kind, ALERT_WORDS["note"]))
                return _quoted([f"**{word}**", *self.blocks(inner)])
            case Quote(blocks=inner):
                return _quoted(self.blocks(inner))
            case Code(language=language, text=text):
                fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", text)), default=0))
                return f"{fence}{language if language.isalnum() else ''}\n{text.rstrip()}\n{fence}"
            case Include(blocks=inner):
                return "\n\n".join(self.blocks(inner))
            case Tabs(tabs=tabs):
                return "\n\n".join(
                    part for tab in tabs for part in (f"**{self._text(tab.title)}**", *self.blocks(tab.blocks))
                )
            case _:
                return ""

    def _row(self, row: Row) -> str:
        return "| " + " | ".join(map(self._text, row.cells)) + " |"

    def _text(self, text: Text) -> str:
        """A text with its links, emphasis and code."""
        if not text.marks:
            return _escaped(text.visible)
        return self._marked(text, 0, len(text.visible), sorted(text.marks, key=lambda mark: (mark.start, -mark.end)))

    def _marked(self, text: Text, start: int, end: int, marks: Sequence[Mark]) -> str:
        done: list[str] = []
        position = start
        waiting = list(marks)
        while waiting:
            mark = waiting.pop(0)
            if mark.start < position or mark.end > end:
                continue
            inner: list[Mark] = []
            if waiting and waiting[0].start <= mark.end:
                inner = [other for other in waiting if other.end <= mark.end]
                waiting = [other for other in waiting if other.end > mark.end]
            done += [_escaped(text.visible[position : mark.start]), self._mark(text, mark, inner)]
            position = mark.end
        return "".join([*done, _escaped(text.visible[position:end])])

    def _mark(self, text: Text, mark: Mark, inner: Sequence[Mark]) -> str:
        if mark.kind == "code":
            return f"`{text.visible[mark.start : mark.end].replace('`', '')}`"
        written = self._marked(text, mark.start, mark.end, inner)
        if mark.kind in _WRAPPED and written.strip() == written and written:
            return f"{_WRAPPED[mark.kind]}{written}{_WRAPPED[mark.kind]}"
        if mark.kind in ("link", "image") and mark.target:
            address = self._resolve(mark.target, text.span(mark.start, mark.end).path)
            if address is not None:
                return f"{'!' if mark.kind == 'image' else ''}[{written}](<{address}>)"
        return written


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text) if _SPECIAL.search(text) else text


def _indented(parts: Sequence[str], by: int) -> str:
    """Parts of a list item, one below the other; the first line stands behind the mark."""
    written = "\n\n".join(parts)
    return textwrap.indent(written, " " * by).removeprefix(" " * by) if len(written.splitlines()) > 1 else written


def _quoted(parts: Sequence[str]) -> str:
    return "\n".join(f"> {line}".rstrip() for line in "\n\n".join(parts).split("\n"))
