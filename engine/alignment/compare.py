"""The pages of a tree, key by key, with what each language lacks of them."""

from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from engine.alignment.alerts import alert_kinds, missing_alerts
from engine.alignment.align import align
from engine.alignment.images import missing_images
from engine.alignment.interface_terms import TermUses, term_uses
from engine.alignment.lexicon import stems
from engine.alignment.links import link_targets
from engine.alignment.losses import Loss, losses
from engine.alignment.lost_sentences import lost_sentences
from engine.alignment.moves import moved_leaves
from engine.alignment.records import NONE, AlignablePage, Alignment
from engine.alignment.step_order import steps_in_other_order
from engine.alignment.swapped import swapped_cells
from engine.alignment.table_columns import missing_columns
from engine.alignment.told import Difference, Lack, lack
from engine.alignment.value_differences import value_differences
from engine.model.spans import Span
from engine.pages.blocks import Alert, AnyBlock, Include, List, Page, Quote, Tabs

_CASCADE = 12
"""From so many losses told of one page on, the page is another document than the others."""
_IN_COMMON = 0.4
"""Pages that have less than this share of their parts in common are different documents."""
_ENOUGH = 8
"""Pages of fewer parts differ soon; that is told part by part."""


class OtherDocument(msgspec.Struct, frozen=True):
    """A page that is another document than the pages of its key in other languages."""

    path: str
    language: str
    others: tuple[str, ...]
    """The languages that it was compared with."""
    parts: int
    """How many parts one of them has and another has not."""


class Comparison(msgspec.Struct, frozen=True):
    """What the languages of one page lack and say differently: plain data."""

    others: tuple[OtherDocument, ...] = ()
    """Pages that are other documents: what they lack is not listed."""
    lacks: tuple[Lack, ...] = ()
    differences: tuple[Difference, ...] = ()
    terms: TermUses = TermUses()
    languages: tuple[str, ...] = ()
    """Those that were compared, in the order of the texts."""
    texts: tuple[tuple[str, ...], ...] = ()
    """Column by column the words of what the languages say, as a lexicon learns them."""


def compare(pages: Sequence[AlignablePage], quote: Callable[[Span], str] = lambda span: "") -> Comparison:
    """Compare the languages of one page. The result depends on nothing but the arguments.

    Args:
        pages: at least one page; all of one key, and each in another language. No redirect stubs.
        quote: gives the source text of a span.
    """
    alignment = align(pages, quote)
    lost = losses(alignment)
    odd = _other_document(alignment, lost)
    if odd is None:
        return Comparison(
            lacks=(
                *(
                    lack(
                        alignment,
                        x.kind,
                        x.span,
                        x.having,
                        x.lacking,
                        x.shown,
                        x.related,
                        said=x.said(alignment),
                        places=x.columns,
                    )
                    for x in lost
                ),
                *lost_sentences(alignment),
                *missing_alerts(alignment),
                *missing_images(alignment, lost),
                *missing_columns(alignment),
            ),
            differences=(
                *alert_kinds(alignment),
                *link_targets(alignment),
                *moved_leaves(alignment),
                *steps_in_other_order(alignment),
                *swapped_cells(alignment),
                *value_differences(alignment),
            ),
            terms=term_uses(alignment),
            languages=tuple(page.language for page in alignment.pages),
            texts=tuple(_texts(alignment)),
        )
    language = alignment.pages[odd].language
    rest = compare([each for each in pages if each.page.language != language], quote)
    told = OtherDocument(
        alignment.pages[odd].page.path,
        language,
        tuple(page.language for page in alignment.pages if page.language != language),
        sum(NONE in column for column in alignment.columns),
    )
    return msgspec.structs.replace(rest, others=(told, *rest.others))


def _texts(alignment: Alignment) -> Iterator[tuple[str, ...]]:
    for number in range(len(alignment.columns)):
        leaves = (alignment.leaf(number, page) for page in range(len(alignment.pages)))
        yield tuple("" if leaf is None else " ".join(sorted(stems(leaf.visible))) for leaf in leaves)


def _other_document(alignment: Alignment, lost: Sequence[Loss]) -> int | None:
    """The page that has least in common with the others, if that is too little."""
    pages = range(len(alignment.pages))
    if len(pages) < 2 or len(alignment.columns) < _ENOUGH:
        return None
    common = {page: _in_common(alignment, page) for page in pages}
    told = {page: sum(loss.page == page for loss in lost) for page in pages}
    odd = min(pages, key=lambda page: (common[page], -page))
    if common[odd] < _IN_COMMON:
        return odd
    odd = max(pages, key=lambda page: (told[page], page))
    return odd if told[odd] >= _CASCADE else None


def _in_common(alignment: Alignment, page: int) -> float:
    """The share of its parts that a page has in common with another, on average."""
    shares: list[float] = []
    for other in range(len(alignment.pages)):
        if other != page:
            either = [column for column in alignment.columns if (column[page], column[other]) != (NONE, NONE)]
            both = sum(NONE not in (column[page], column[other]) for column in either)
            shares.append(both / len(either) if either else 1.0)
    return sum(shares) / len(shares)


class PageGroup(msgspec.Struct, frozen=True):
    """The same page, or the same included file, in several languages."""

    name: str
    pages: tuple[Page, ...]
    files: tuple[str, ...]
    """The pages of the tree that they were read from or with."""


def page_groups(pages: Iterable[Page]) -> Iterator[PageGroup]:
    """What there is to compare: every page, and every file that pages include, that at least two languages have.

    Args:
        pages: the pages of all languages. Redirect stubs are left out.
    """
    groups: dict[str, dict[str, tuple[Page, str]]] = {}
    included: dict[str, dict[str, tuple[Page, str]]] = {}
    for page in pages:
        if page.redirect is None:
            groups.setdefault(page.key, {})[page.language] = page, page.path
            for file in _included_files(page, page.blocks) if page.depends else ():
                included.setdefault(file.key, {}).setdefault(file.language, (file, page.path))
    for key, members in sorted({**included, **groups}.items()):
        if len(members) > 1:
            kept = [members[language] for language in sorted(members)]
            yield PageGroup(key, tuple(page for page, _ in kept), tuple(path for _, path in kept))


def _included_files(page: Page, blocks: Sequence[AnyBlock]) -> Iterator[Page]:
    """The files of its own language that a page includes, as pages."""
    for block in blocks:
        match block:
            case Include():
                path = block.blocks[0].span.path if block.blocks else ""
                if path.startswith(f"{page.folder}/"):
                    key = path.removeprefix(f"{page.folder}/")
                    yield msgspec.structs.replace(page, path=path, key=key, front_matter={}).holding(block.blocks)
                yield from _included_files(page, block.blocks)
            case Alert() | Quote():
                yield from _included_files(page, block.blocks)
            case List():
                for item in block.items:
                    yield from _included_files(page, item.blocks)
            case Tabs():
                for tab in block.tabs:
                    yield from _included_files(page, tab.blocks)
            case _:
                pass
