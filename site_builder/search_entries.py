"""What the search knows of each page, kept between builds: after an edit, one entry is new and the others stand."""

from collections.abc import Callable, Mapping

import msgspec

from engine.cache import Digest, Shelf, Store, digest
from site_builder.search import SearchEntry

_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(SearchEntry)


class LastEntries(msgspec.Struct, frozen=True):
    """The entries of one index as it was made last, by the key of the page. The name of the record says only which."""

    entries: dict[Digest, msgspec.Raw] = {}


class SearchEntries:
    """The entries that a store keeps."""

    def __init__(self, store: Store) -> None:
        self._shelf = Shelf(store, LastEntries)

    def all(
        self, index: str, new: Mapping[Digest, bytes], makers: Mapping[Digest, Callable[[], SearchEntry]]
    ) -> list[SearchEntry]:
        """The entries of an index.

        Args:
            index: its place.
            new: the keys of its pages, in order, each with what `encoded` gave just now; empty where the page stands.
            makers: by the same keys, what makes an entry that nobody has.
        """
        key = digest("search entries", index)
        last = (self._shelf.get(key) or LastEntries()).entries if not all(new.values()) else {}
        found = {page: known or bytes(last.get(page, b"")) or encoded(makers[page]()) for page, known in new.items()}
        self._shelf.put(key, LastEntries({page: msgspec.Raw(entry) for page, entry in found.items()}))
        return [_decoder.decode(entry) for entry in found.values()]


def encoded(entry: SearchEntry) -> bytes:
    """An entry as it is kept and handed on."""
    return _encoder.encode(entry)
