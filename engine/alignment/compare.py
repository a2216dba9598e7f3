"""The pages of a tree, key by key, with what each language lacks of them."""

from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from engine.alignment.align import align
from engine.alignment.losses import Loss, losses
from engine.alignment.lost_sentences import LostSentence, lost_sentences
from engine.alignment.records import AlignablePage, Alignment
from engine.alignment.swapped import Swap, swapped_cells
from engine.alignment.value_differences import ValueDifference, value_differences
from engine.model.spans import Span
from engine.pages.blocks import Alert, AnyBlock, Include, List, Page, Quote, Tabs

_CASCADE = 12
"""From so many losses told of one page on, the page is another document than the others."""


class Comparison(msgspec.Struct, frozen=True):
    """The pages of one key, what corresponds in them, and what one has and another lacks."""

    alignment: Alignment
    differing: tuple[int, ...]
    """Pages that are other documents: what they lack is not listed."""
    losses: tuple[Loss, ...]
    sentences: tuple[LostSentence, ...]
    values: tuple[ValueDifference, ...]
    swaps: tuple[Swap, ...]


def compare(pages: Sequence[AlignablePage], quote: Callable[[Span], str] = lambda span: "") -> Comparison:
    """Compare the languages of one page. The result depends on nothing but the arguments.

    Args:
        pages: at least one page, of one key, each in another language. No redirect stubs.
        quote: gives the source text of a span, for findings.
    """
    alignment = align(pages, quote)
    if alignment.differ_throughout:
        return Comparison(alignment, tuple(range(1, len(pages))), (), (), (), ())
    lost = losses(alignment)
    differing = tuple(p for p in range(len(pages)) if sum(loss.page == p for loss in lost) >= _CASCADE)
    return Comparison(
        alignment,
        differing,
        tuple(loss for loss in lost if loss.page not in differing),
        tuple(loss for loss in lost_sentences(alignment) if loss.page not in differing),
        tuple(found for found in value_differences(alignment) if not {found.page, found.other} & set(differing)),
        tuple(swap for swap in swapped_cells(alignment) if not {swap.page, swap.other} & set(differing)),
    )


def compare_all(pages: Iterable[AlignablePage], quote: Callable[[Span], str] = lambda span: "") -> Iterator[Comparison]:
    """Compare every page, and every file that pages include, that at least two languages have.

    Args:
        pages: the pages of all languages. Redirect stubs are left out.
        quote: gives the source text of a span, for findings.
    """
    by_key: dict[str, list[AlignablePage]] = {}
    included: dict[str, dict[str, AlignablePage]] = {}
    for each in pages:
        if each.page.redirect is None:
            by_key.setdefault(each.page.key, []).append(each)
            for file in _included_files(each.page, each.page.blocks):
                included.setdefault(file.key, {}).setdefault(file.language, AlignablePage(file, each.grammar))
    for key in sorted(by_key.keys() | included.keys()):
        group = by_key.get(key) or list(included[key].values())
        if len(group) > 1:
            yield compare(group, quote)


def _included_files(page: Page, blocks: Sequence[AnyBlock]) -> Iterator[Page]:
    """The files of its own language that a page includes, as pages."""
    for block in blocks:
        match block:
            case Include():
                path = block.blocks[0].span.path if block.blocks else ""
                if path.startswith(f"{page.folder}/"):
                    key = path.removeprefix(f"{page.folder}/")
                    yield msgspec.structs.replace(page, path=path, key=key, blocks=block.blocks, front_matter={})
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
