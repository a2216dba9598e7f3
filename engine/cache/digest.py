"""Digests: short names for content, equal only for equal content."""

import hashlib
from typing import TypeAlias

Digest: TypeAlias = str
"""SHA-256 as hexadecimal digits."""


def digest(*parts: bytes | str) -> Digest:
    """The digest of a sequence of parts. Where one part ends and the next begins counts, too."""
    encoded = [part if isinstance(part, bytes) else part.encode("utf-8", "surrogateescape") for part in parts]
    return hashlib.sha256(b"".join(len(data).to_bytes(8, "big") + data for data in encoded)).hexdigest()
