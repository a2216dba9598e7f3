"""Addresses of links, images and includes as every language would write them."""

import functools
import posixpath
import re
from collections.abc import Collection

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_SUFFIX = re.compile(r"(?:/index)?\.(?:mdx?|html?|ya?ml)$|/index$|/$")
_LANGUAGE = re.compile(r"[a-zA-Z]{2}(?:[-_][a-zA-Z]{2})?")
"""A path segment of two letters on the web stands for a language or a country."""
_TAG = re.compile(r"[a-zA-Z]{2}[-_][a-zA-Z]{2}")
_PARTS = re.compile(r"([/._-])")


@functools.lru_cache(maxsize=65536)
def neutral_address(page: str, folder: str, target: str, languages: frozenset[str]) -> str:
    """An address without what a language makes different in it.

    Args:
        page: path of the page relative to the docs folder.
        folder: its language folder.
        target: the address as written.
        languages: folder names and tags of languages, in lower case: path segments and name parts that are dropped.
    Returns:
        For an address in the folder of the page's language `/` and the path below it, without suffix and fragment;
        for one outside of it `//` and the path; for a fragment or the page itself only `#`; for any other address
        host and path.
    """
    written = target.strip().replace("\\", "/").partition("#")[0].partition("?")[0]
    if not written:
        return "#"
    scheme = _SCHEME.match(written)
    if scheme or written.startswith("//"):
        rest = written[scheme.end() if scheme else 0 :].lstrip("/")
        host, _, path = rest.partition("/")
        kept = (part for part in path.split("/") if not _LANGUAGE.fullmatch(part))
        return f"{host}/{_without_languages('/'.join(kept), languages)}".rstrip("/").lower()
    if written.startswith(("~/", "/")):
        path = posixpath.normpath(written.removeprefix("~").lstrip("/"))
    else:
        path = posixpath.normpath(posixpath.join(posixpath.dirname(page), written))
    inside = path.startswith(f"{folder}/")
    if path == page:
        return "#"
    path = _SUFFIX.sub("", path.removeprefix(f"{folder}/"))
    return ("/" if inside else "//") + _without_languages(path, languages).lower()


def _without_languages(path: str, languages: Collection[str]) -> str:
    segments = [part for part in path.split("/") if not (_TAG.fullmatch(part) and part[:2].lower() in languages)]
    parts = _PARTS.split("/".join(segments))
    kept: list[str] = []
    for index in range(0, len(parts), 2):
        if parts[index].lower() in languages and len(parts) > 1:
            continue
        kept += [parts[index - 1] if index else "", parts[index]]
    return "".join(kept).lstrip("/._-")
