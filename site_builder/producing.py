"""Products -> files: taken over from the old site, or from the cache, or made, in several processes.

A product is one or a few files with a key: a digest of all that they are made from. Nothing else decides whether they
are made again.
"""

import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec

from engine.cache import Digest, Store
from engine.pages.workers import Progress, over
from site_builder.packs import Packs, files_in, with_stamps
from site_builder.published import Made, Published
from site_builder.stage import StagedFiles
from site_builder.verify import Problem


class Files(msgspec.Struct, frozen=True):
    """What making a product gives."""

    files: Mapping[str, bytes]
    dead_links: tuple[str, ...] = ()
    carries: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    """Why they must not be published; such files are never kept."""
    aside: bytes = b""
    """What was found on the way and another product needs."""


class Product(NamedTuple):
    """Something to publish."""

    name: str
    """The same for the same product of every build: its first place."""
    key: Digest
    make: Callable[[], Files]
    kept: bool = True
    """Whether it is worth a place in the cache."""


class Produced(NamedTuple):
    """What producing gave."""

    made: dict[str, Made]
    problems: tuple[Problem, ...]
    asides: dict[str, bytes]
    """Of the products that were made, by name."""


class _Written(msgspec.Struct, frozen=True):
    made: Made
    problems: tuple[Problem, ...] = ()
    aside: bytes = b""


class Producer:
    """Produces the files of a site."""

    def __init__(self, staged: StagedFiles, store: Store, known: Callable[[], Published]) -> None:
        """
        Args:
            staged: takes the files, and tells which it has.
            store: keeps what was made, for builds into another or an empty folder.
            known: gives what it may have of the site.
        """
        self._staged = staged
        self._packs = Packs(store)
        self._known = known
        self._kept: dict[Digest, Made] | None = None

    def produce(
        self,
        products: Sequence[Product],
        progress: Progress | None = None,
        *,
        at_a_time: int = 40,
        parallel_from: int = 5,
        prepare: Callable[[], None] = lambda: None,
    ) -> Produced:
        """Put the files of all products into the stage.

        Args:
            products: in any order.
            progress: told how many of how many are done.
            at_a_time: how many are made in one go.
            parallel_from: from how many goes on processes pay.
            prepare: called before so many are made, for what processes should inherit.
        """
        made: dict[str, Made] = {}
        missing: list[Product] = []
        for product in products:
            old = self._staged.taken.get(product.name)
            if old is not None and old.key == product.key:
                made[product.name] = old
            else:
                missing.append(product)
        if progress is not None and not missing:
            progress(len(products), len(products))
        goes = self._goes(missing, at_a_time)
        if len(goes) >= parallel_from:
            prepare()
        task = _Task(goes, self._staged, self._packs)
        done = list(itertools.accumulate(map(len, goes), initial=len(made)))
        shown = progress and (lambda now, _: progress(done[now], len(products)))
        results = over(task, range(len(goes)), shown, sendable=False, parallel_from=parallel_from, at_a_time=1)
        written = itertools.chain.from_iterable(map(_Task.decoder.decode, results))
        problems: list[Problem] = []
        asides: dict[str, bytes] = {}
        for (product, _), found in zip(itertools.chain.from_iterable(goes), written, strict=True):
            made[product.name] = found.made
            problems += found.problems
            asides[product.name] = found.aside
        return Produced({product.name: made[product.name] for product in products}, tuple(problems), asides)

    def _goes(self, missing: Iterable[Product], at_a_time: int) -> "list[_Go]":
        """Products that are done together: those of a pack, so that it is read once, then the others."""
        packed: dict[Digest, _Go] = {}
        new: list[_Go] = []
        for product in missing:
            kept = self._find(product) if product.kept else None
            if kept is not None:
                packed.setdefault(kept.pack, []).append((product, kept))
            else:
                if not new or len(new[-1]) == at_a_time:
                    new.append([])
                new[-1].append((product, None))
        return [*packed.values(), *new]

    def _find(self, product: Product) -> Made | None:
        if self._kept is None:
            self._kept = {made.key: made for made in self._known().products.values() if made.pack}
        return self._kept.get(product.key)


_Go = list[tuple[Product, Made | None]]


class _Task:
    """Writes products by the number of their go, in whichever process. Inherited, not sent: they hold functions."""

    decoder = msgspec.msgpack.Decoder(list[_Written])

    def __init__(self, goes: Sequence[_Go], staged: StagedFiles, packs: Packs) -> None:
        self._goes = goes
        self._staged = staged
        self._packs = packs

    def __call__(self, numbers: Sequence[int]) -> bytes:
        return msgspec.msgpack.encode([written for number in numbers for written in self._write(self._goes[number])])

    def _write(self, go: _Go) -> list[_Written]:
        kept = go[0][1]
        pack = self._packs.open(kept.pack) if kept is not None else None
        if pack is None:
            return self._make([product for product, _ in go])
        return [_Written(self._unpack(pack, made)) for _, made in go if made is not None]

    def _unpack(self, pack: memoryview, made: Made) -> Made:
        return with_stamps(made, {place: self._staged.put(place, data) for place, data in files_in(pack, made)})

    def _make(self, products: Sequence[Product]) -> list[_Written]:
        found = [product.make() for product in products]
        worth = [(p, f) for p, f in zip(products, found, strict=True) if p.kept and not f.problems]
        pack, begins = self._packs.keep([(p.key, f.files) for p, f in worth]) if worth else ("", [])
        begin = {product.name: where for (product, _), where in zip(worth, begins, strict=True)}
        written: list[_Written] = []
        for product, files in zip(products, found, strict=True):
            stamps = {place: self._staged.put(place, data) for place, data in files.files.items()}
            kept = pack if product.name in begin else ""
            made = Made(product.key, stamps, files.dead_links, files.carries, kept, begin.get(product.name, 0))
            written.append(_Written(made, files.problems, files.aside))
        return written
