"""Products -> files: taken over from the old site, or from the cache, or made, in several processes.

A product is one or a few files with a key: a digest of all that they are made from. Nothing else decides whether they
are made again.
"""

import itertools
from collections.abc import Callable, Sequence
from typing import NamedTuple

import msgspec

from engine.cache import Digest, Shelf, Store
from engine.pages.workers import Progress, over
from site_builder.published import Made, Published
from site_builder.stage import StagedFiles
from site_builder.verify import Problem


class Files(msgspec.Struct, frozen=True):
    """What making a product gives."""

    files: dict[str, bytes]
    dead_links: tuple[str, ...] = ()
    carries: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    """Why they must not be published; such files are never kept."""


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


class Producer:
    """Produces the files of a site."""

    def __init__(self, staged: StagedFiles, store: Store, old: Published) -> None:
        """
        Args:
            staged: takes the files.
            store: keeps what was made, for builds into another or an empty folder.
            old: what is known of the site that stands there.
        """
        self._staged = staged
        self._shelf = Shelf(store, Files)
        self._old = old.products

    def produce(
        self, products: Sequence[Product], progress: Progress | None = None, *, parallel_from: int | None = None
    ) -> Produced:
        """Put the files of all products into the stage.

        Args:
            products: in any order.
            progress: told how many of how many are done.
            parallel_from: from how many on processes pay.
        """
        made: dict[str, Made] = {}
        missing: list[Product] = []
        for product in products:
            old = self._old.get(product.name)
            if old is not None and old.key == product.key and self._staged.take_over(old.files):
                made[product.name] = old
            else:
                missing.append(product)
        if progress is not None and not missing:
            progress(len(products), len(products))
        task = _Task(missing, self._staged, self._shelf)
        done = len(made)
        shown = progress and (lambda now, _: progress(done + now, len(products)))
        chunk = 1 if parallel_from else 40
        numbers = range(len(missing))
        results = over(task, numbers, shown, sendable=False, parallel_from=parallel_from, at_a_time=chunk)
        problems: list[Problem] = []
        for product, (found, faults) in zip(
            missing, itertools.chain.from_iterable(map(_Task.decoder.decode, results)), strict=True
        ):
            made[product.name] = found
            problems += faults
        return Produced({product.name: made[product.name] for product in products}, tuple(problems))


class _Task:
    """Writes products by their number, in whichever process. Inherited, not sent: products hold functions."""

    decoder = msgspec.msgpack.Decoder(list[tuple[Made, tuple[Problem, ...]]])

    def __init__(self, products: Sequence[Product], staged: StagedFiles, shelf: Shelf[Files]) -> None:
        self._products = products
        self._staged = staged
        self._shelf = shelf

    def __call__(self, numbers: Sequence[int]) -> bytes:
        return msgspec.msgpack.encode([self._write(self._products[number]) for number in numbers])

    def _write(self, product: Product) -> tuple[Made, tuple[Problem, ...]]:
        found = self._shelf.get(product.key) if product.kept else None
        if found is None:
            found = product.make()
            if product.kept and not found.problems:
                self._shelf.put(product.key, found)
        stamps = {place: self._staged.put(place, data) for place, data in found.files.items()}
        return Made(product.key, stamps, found.dead_links, found.carries), found.problems
