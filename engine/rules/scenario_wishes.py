"""A wish that is a page: a cell that is nothing but a link to it."""

from posixpath import dirname, join, normpath

from engine.pages.blocks import Page, Text
from engine.rules.page_reading import page_id

_LINK = "link"


def linked_page(page: Page, cell: Text) -> str | None:
    """The capability id of the page that a cell leads to; None where the cell is not just one link to a page.

    Args:
        page: the page that the cell stands on.
        cell: its text, with its marks.
    """
    links = [mark for mark in cell.marks if mark.kind == _LINK]
    if len(links) != 1 or (links[0].start, links[0].end) != (0, len(cell.visible)):
        return None
    path = (links[0].target or "").partition("#")[0]
    key = normpath(join(dirname(page.key), path))
    if not path or "://" in path or key.startswith((".", "/")) or not key.endswith((".md", ".mdx")):
        return None
    return page_id(key)
