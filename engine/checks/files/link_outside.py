"""A link that leaves what was given: out of the docs folder, or to a folder of it that holds no file.

Why: whether it leads anywhere cannot be told from here.
Fix: check the whole tree, or correct the address.
"""

from collections.abc import Iterator

from engine.checks.links import by_target, gathered, links_of
from engine.findings import Finding
from engine.pages.addresses import Reach
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per target, wherever it is linked to from."""
    leaving = (x for x in links_of(docs) if x.kind != "image" and x.destination.reach is Reach.OUTSIDE)
    for path, links in by_target(leaving).items():
        of = gathered(docs, links)
        yield Finding("F015", of.span, {"target": path, "links": of.links, "pages": of.pages}, of.related)
