"""The pages of a docs folder made fit for any maker of sites: one encoding, includes put in, little front matter."""

import re
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

import yaml

_FRONT_MATTER = re.compile(r"\A(?:\s*<!--.*?-->)*\s*---\s*\n(.*?)^---\s*$\n?(.*)\Z", re.DOTALL | re.MULTILINE)
_INCLUDE = re.compile(r"\[!include\s*\[[^\]\n]*\]\(([^)\s]+)\)\]", re.IGNORECASE)
_DEEPEST = 3
"""How many includes may stand in each other."""


class SourcePage(NamedTuple):
    """A page."""

    path: PurePosixPath
    """Relative to the docs folder."""
    title: str
    description: str
    redirect: str
    """Where a redirect stub leads; empty for any other page."""
    body: str
    """Markdown."""

    @property
    def language(self) -> str:
        """The language folder."""
        return self.path.parts[0]


def source_pages(docs: Path) -> list[SourcePage]:
    """The pages of a docs folder, redirect stubs included, in one order.

    Args:
        docs: holds the folders of the languages.
    """
    languages = {path.name for path in docs.iterdir() if path.is_dir() and not path.name.startswith(("_", "."))}
    found: list[SourcePage] = []
    for source in sorted(docs.rglob("*")):
        path = source.relative_to(docs)
        if source.suffix in (".md", ".mdx") and "includes" not in path.parts and path.parts[0] in languages:
            found.append(_page(PurePosixPath(path).with_suffix(".md"), source))
    return found


def languages_of(pages: Sequence[SourcePage]) -> list[str]:
    """The languages of pages, sorted."""
    return sorted({page.language for page in pages})


def _page(path: PurePosixPath, source: Path) -> SourcePage:
    head, body = _parts(_text(source))
    try:
        values = yaml.load(head, Loader=yaml.CBaseLoader) or {}
    except yaml.YAMLError:
        values = {}
    values = values if isinstance(values, dict) else {}
    return SourcePage(
        path,
        str(values.get("title") or path.stem),
        str(values.get("description") or ""),
        str(values.get("redirect_url") or ""),
        _with_includes(body, source.parent),
    )


def _parts(text: str) -> tuple[str, str]:
    """The front matter, and what follows it."""
    found = _FRONT_MATTER.match(text)
    if found:
        return found[1], found[2]
    return "", re.sub(r"\A(?:\s*<!--.*?(?:-->|\Z))+", "", text, flags=re.DOTALL)


def _with_includes(body: str, folder: Path, depth: int = 0) -> str:
    def included(found: re.Match[str]) -> str:
        path = folder / found[1]
        if depth == _DEEPEST or not path.is_file():
            return found[0]
        return _with_includes(_parts(_text(path))[1].strip(), path.parent, depth + 1)

    return _INCLUDE.sub(included, body)


def _text(path: Path) -> str:
    data = path.read_bytes()
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    return data.decode(encoding, "replace").replace("\r\n", "\n")
