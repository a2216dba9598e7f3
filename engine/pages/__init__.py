"""Help pages: Markdown files of several languages, read once into blocks whose every character has a place."""

from engine.pages.read import read_page
from engine.pages.source import Source
from engine.pages.tree import Tree, read_tree, reread_tree

__all__ = ["Source", "Tree", "read_page", "read_tree", "reread_tree"]
