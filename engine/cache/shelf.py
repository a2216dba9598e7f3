"""The records of one type in a store, in a format that can hold nothing but data."""

from typing import Generic, TypeVar

import msgspec

from engine.cache.digest import Digest, digest
from engine.cache.store import Store

T = TypeVar("T")


class Shelf(Generic[T]):
    """Records by the digest of what they were made from, as MessagePack."""

    def __init__(self, store: Store, kind: type[T]) -> None:
        """
        Args:
            store: holds the records, and those of other types.
            kind: their type. What does not fit it counts as absent.
        """
        self._store = store
        self._name = f"{kind.__module__}.{kind.__qualname__}"
        self._encoder = msgspec.msgpack.Encoder()
        self._decoder = msgspec.msgpack.Decoder(kind)

    def get(self, key: Digest) -> T | None:
        """The record that was made from this; None where there is none."""
        data = self._store.get(digest(self._name, key))
        try:
            return None if data is None else self._decoder.decode(data)
        except msgspec.MsgspecError:
            return None

    def put(self, key: Digest, record: T) -> None:
        """Keep what was made from this."""
        self._store.put(digest(self._name, key), self._encoder.encode(record))
