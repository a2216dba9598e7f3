"""The records of one type in a store, in a format that can hold nothing but data."""

from collections.abc import Sequence
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
        self._kind = kind
        self._name = f"{kind.__module__}.{kind.__qualname__}"
        self._encoder = msgspec.msgpack.Encoder()
        self._decoder = msgspec.msgpack.Decoder(kind)

    def __reduce__(self) -> tuple[type["Shelf[T]"], tuple[Store, type[T]]]:
        # Coders cannot be sent to another process; it makes its own.
        return type(self), (self._store, self._kind)

    def get(self, key: Digest) -> T | None:
        """The record that was made from this; None where there is none."""
        data = self._store.get(digest(self._name, key))
        try:
            return None if data is None else self._decoder.decode(data)
        except msgspec.MsgspecError:
            return None

    def put(self, key: Digest, record: T) -> None:
        """Keep what was made from this."""
        self.put_all([(key, record)])

    def put_all(self, records: Sequence[tuple[Digest, T]]) -> None:
        """Keep several records, each with the digest of what it was made from, together."""
        encode = self._encoder.encode
        self._store.put_all([(digest(self._name, key), encode(record)) for key, record in records])
