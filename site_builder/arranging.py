"""The pages of one language -> its navigation."""

from collections.abc import Iterable
from pathlib import Path

from engine.pages.blocks import Page
from site_builder.folder_navigation import add_rest
from site_builder.json_navigation import JsonNavigation
from site_builder.navigation import Entry, Navigation
from site_builder.placement import Placement
from site_builder.routes import Routes
from site_builder.toc_files import TocFiles
from site_builder.toc_navigation import TocNavigation


def build_navigation(root: Path, folder: str, pages: Iterable[Page], routes: Routes, tocs: TocFiles) -> Navigation:
    """Arrange pages: as lists of contents say where there are any, else by folders and titles.

    Every page stands in the navigation once; redirect stubs do not.

    Args:
        root: the docs folder.
        folder: the language folder.
        pages: the pages of that folder.
        routes: where pages are found.
        tocs: the lists of contents of the docs folder.
    """
    placement = Placement(folder, [page for page in pages if page.redirect is None], routes)
    top = Entry("")
    top.children = [*JsonNavigation(root, placement).entries(), *TocNavigation(tocs, placement).entries()]
    add_rest(placement, top)
    return Navigation(top)
