"""Images in a folder that was not given.

Why: whether they exist cannot be told from here.
Fix: check the tree together with its images, or correct the addresses.
"""

from collections.abc import Iterator
from posixpath import dirname

from engine.checks.links import Link, gathered, links_of
from engine.findings import Finding
from engine.pages.addresses import Reach
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per folder, the outermost that is not there, however many images it should hold."""
    folders: dict[str, list[Link]] = {}
    for link in links_of(docs):
        if link.kind == "image" and link.destination.reach is Reach.OUTSIDE:
            folders.setdefault(_missing_folder(docs, link.destination.path), []).append(link)
    for folder, links in folders.items():
        of = gathered(docs, links)
        yield Finding("F018", of.span, {"folder": folder, "links": of.links, "pages": of.pages}, of.related)


def _missing_folder(docs: Docs, path: str) -> str:
    """The outermost part of a path that does not exist; behind `..` the first folder that is named."""
    parts = dirname(path).split("/")
    up = next((number for number, part in enumerate(parts) if part != ".."), len(parts))
    if up:
        return "/".join(parts[: up + 1])
    paths = ("/".join(parts[: number + 1]) for number in range(len(parts)))
    return next((folder for folder in paths if not (docs.tree.root / folder).is_dir()), dirname(path))
