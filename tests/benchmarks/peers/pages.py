"""The pages of a docs folder made fit for any maker of sites: one encoding, no includes, few words of front matter."""

import re
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

import yaml

_FRONT_MATTER = re.compile(r"\A(?:\s*<!--.*?-->)*\s*---\s*\n(.*?)^---\s*$\n?(.*)\Z", re.DOTALL | re.MULTILINE)


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
            found.append(_page(PurePosixPath(path).with_suffix(".md"), _text(source)))
    return found


def languages_of(pages: Sequence[SourcePage]) -> list[str]:
    """The languages of pages, sorted."""
    return sorted({page.language for page in pages})


def _page(path: PurePosixPath, text: str) -> SourcePage:
    found = _FRONT_MATTER.match(text)
    head, body = found.groups() if found else ("", re.sub(r"\A(?:\s*<!--.*?(?:-->|\Z))+", "", text, flags=re.DOTALL))
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
        body,
    )


def _text(path: Path) -> str:
    data = path.read_bytes()
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    return data.decode(encoding, "replace").replace("\r\n", "\n")
