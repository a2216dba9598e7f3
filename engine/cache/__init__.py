"""What was worked out before, kept between runs under a digest of everything that it was worked out from."""

from engine.cache.digest import Digest, digest
from engine.cache.place import open_cache
from engine.cache.shelf import Shelf
from engine.cache.store import Store

__all__ = ["Digest", "Shelf", "Store", "digest", "open_cache"]
