"""Which program writes a site: what another one made is not taken over."""

import functools

from engine.cache import Digest, digest
from engine.cache.code_version import code_version, release
from site_builder.templating import sources

_LIBRARIES = ("Jinja2", "MarkupSafe", "nh3", "pygments")
"""The libraries that pages depend on, beside those of reading."""


@functools.cache
def program() -> Digest:
    """A digest of everything that sites are written with, beside what a docs folder brings."""
    return digest(code_version(), *(f"{name} {release(name)}" for name in _LIBRARIES), *sources())
