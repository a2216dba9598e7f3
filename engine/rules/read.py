"""A docs folder -> pages, the rule set and what was found on the way."""

from collections.abc import Callable, Collection, Mapping
from pathlib import Path

from engine.grammar import Grammar, load_grammar
from engine.localedata import Locales
from engine.pages import read_tree, reread_tree
from engine.pages.blocks import Page
from engine.pages.tree import Tree
from engine.rules.assemble import assemble
from engine.rules.docs import Docs
from engine.rules.from_pages import from_page
from engine.rules.page_reading import PageReading
from engine.rules.settings import Settings, load_settings


def read_docs(
    docs: Path,
    locales: Locales,
    *,
    languages: Collection[str] | None = None,
    html: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> Docs:
    """Read a docs folder.

    Args:
        docs: the folder with one folder per language.
        locales: the languages that can be read.
        languages: read only these (tags or folder names).
        html: also render every block for a site.
        progress: told (files read, files in all).

    Raises:
        UsageError: no such folder, no language in it, or a language asked for that it lacks.
    """
    tree = read_tree(docs, locales.folders, languages=languages, html=html, progress=progress)
    tags = sorted({page.language for page in tree.pages})
    grammars = {tag: load_grammar(locales.get(tag), locales.vocabulary) for tag in tags}
    settings = load_settings(docs)
    readings = [_read(page, grammars, tree, settings) for page in tree.pages]
    return assemble(tree, readings, locales, grammars, settings)


def reread(docs: Docs, *paths: str) -> Docs:
    """The same docs folder after some of its files changed: only these, and the pages that include them, are read.

    Args:
        docs: the folder as it was read, without HTML. It stays as it is.
        paths: pages or included files that were changed, written or deleted since, relative to the docs folder.
    """
    tree = reread_tree(docs.tree, paths)
    known = {id(page): reading for page, reading in zip(docs.tree.pages, docs.readings, strict=True)}
    readings = [known.get(id(page)) or _read(page, docs.grammars, tree, docs.settings) for page in tree.pages]
    return assemble(tree, readings, docs.locales, docs.grammars, docs.settings)


def _read(page: Page, grammars: Mapping[str, Grammar], tree: Tree, settings: Settings) -> PageReading:
    return from_page(page, grammars[page.language], tree.quote, settings.front_matter)
