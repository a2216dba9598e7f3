"""The content of published files, many to an entry of the cache: thousands of small entries would take long."""

from collections.abc import Iterator, Mapping, Sequence

from engine.cache import Digest, Store, digest
from site_builder.published import Made, Stamp


class Packs:
    """The packs of one store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def keep(self, contents: Sequence[tuple[Digest, Mapping[str, bytes]]]) -> tuple[Digest, list[int]]:
        """Keep the files of some products.

        Args:
            contents: the key of each product, and its files by place.
        Returns:
            The name of the pack, and where in it each product begins.
        """
        name = digest("pack", *(key for key, _ in contents))
        begins: list[int] = []
        parts: list[bytes] = []
        length = 0
        for _, files in contents:
            begins.append(length)
            parts += files.values()
            length += sum(map(len, files.values()))
        self._store.put(name, b"".join(parts))
        return name, begins

    def open(self, name: Digest) -> memoryview | None:
        """A pack; None where it is gone."""
        data = self._store.get(name)
        return None if data is None else memoryview(data)


def files_in(pack: memoryview, made: Made) -> Iterator[tuple[str, memoryview]]:
    """The files of a product, as (place, content).

    Args:
        pack: the one that it names.
        made: the product, as it was published when it was put there.
    """
    begin = made.begin
    for place, (size, _) in made.files.items():
        yield place, pack[begin : begin + size]
        begin += size


def with_stamps(made: Made, stamps: Mapping[str, Stamp]) -> Made:
    """A product as it is published now."""
    return Made(made.key, dict(stamps), made.dead_links, made.carries, made.pack, made.begin)
