"""An image that its folder does not hold.

Why: a reader sees a broken picture where the text explains what it shows.
Fix: correct the address, or add the image.
"""

from collections.abc import Iterator

from engine.checks.links import by_target, gathered, links_of
from engine.findings import Finding
from engine.pages.addresses import Reach
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per image and language that shows it."""
    missing = [x for x in links_of(docs) if x.kind == "image" and x.destination.reach is Reach.MISSING]
    for language in sorted({link.page.language for link in missing}):
        for path, links in by_target(link for link in missing if link.page.language == language).items():
            of = gathered(docs, links)
            yield Finding("F017", of.span, {"target": path, "links": of.links, "pages": of.pages}, of.related)
