"""The links and images of all pages, each with where it leads, and what is told of many that share a target."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import msgspec

from engine.checks.once import once
from engine.checks.portions import in_portions
from engine.findings import Related
from engine.model.spans import Span
from engine.pages.addresses import Addresses, Destination
from engine.pages.blocks import Page
from engine.pages.walking import each_text
from engine.rules import Docs

SHOWN = 3
"""Further places that a finding quotes; a target may be linked to from hundreds of pages."""


class Link(NamedTuple):
    """A link or image, once for its place in a file, however many pages include that."""

    kind: str
    """`link`, `image`, or `redirect` for where a redirect stub leads."""
    target: str
    """The address as the author wrote it."""
    page: Page
    span: Span
    destination: Destination


class Written(msgspec.Struct, frozen=True):
    """The links and images of pages, as they are written."""

    of: dict[str, tuple[tuple[str, str, Span], ...]]
    """Path of a page -> (kind, address, place)."""


@once
def links_of(docs: Docs) -> tuple[Link, ...]:
    """Every link and image with an address, by page and place."""
    addresses = Addresses(docs.tree.root, docs.tree.pages)
    written = {path: links for portion in in_portions(docs, Written, _of_pages) for path, links in portion.of.items()}
    found: dict[tuple[Span, str, str], Link] = {}
    for page in docs.tree.pages:
        for kind, target, span in written[page.path]:
            if (span, kind, target) not in found:
                destination = addresses.resolve(target, page, span.path)
                found[span, kind, target] = Link(kind, target, page, span, destination)
    return tuple(found.values())


def _of_pages(pages: Sequence[Page]) -> Written:
    return Written({page.path: tuple(_written(page)) for page in pages})


def _written(page: Page) -> Iterator[tuple[str, str, Span]]:
    if page.redirect:
        line = page.front_matter_lines.get("redirect_url", 1)
        yield "redirect", page.redirect, Span(page.path, line, 1, line, 1)
        return
    for text in each_text(page.blocks):
        for mark in text.marks:
            if mark.kind in ("link", "image") and mark.target:
                yield mark.kind, mark.target, text.span(mark.start, mark.end)


class Gathered(NamedTuple):
    """Links of one cause: where the finding about them stands, and what it says of them."""

    span: Span
    """The first of them."""
    related: tuple[Related, ...]
    """Some of the others."""
    links: str
    """How many there are."""
    pages: str
    """On how many pages."""


def gathered(docs: Docs, links: Iterable[Link]) -> Gathered:
    """Links of one cause, together."""
    links = sorted(links, key=lambda link: link.span)
    quoted = tuple(Related(link.span, docs.tree.quote(link.span) or link.target) for link in links[1 : SHOWN + 1])
    return Gathered(links[0].span, quoted, str(len(links)), str(len({link.span.path for link in links})))


def by_target(links: Iterable[Link]) -> dict[str, list[Link]]:
    """Links by the path that they lead to."""
    found: dict[str, list[Link]] = {}
    for link in links:
        found.setdefault(link.destination.path, []).append(link)
    return found
