"""A navigation file that cannot be read, or that names what is not there."""

from collections.abc import Iterator

from engine.findings import Finding
from engine.pages.navigation_file import read_docs_json
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """The findings of reading `docs.json`; none where the docs folder has no such file."""
    yield from read_docs_json(docs.tree.root).findings
