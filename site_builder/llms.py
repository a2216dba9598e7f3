"""`llms.txt`: what there is to read, for programs, with links to the pages as Markdown (llmstxt.org)."""

from collections.abc import Iterator, Mapping
from posixpath import dirname

from engine.localedata import Locales
from site_builder.markdown_mirror import SUFFIX
from site_builder.navigation import Entry, Navigation
from site_builder.routes import absolute, relative

NAME = "llms.txt"


def llms_files(
    navigations: Mapping[str, Navigation],
    starts: Mapping[str, str],
    titles: Mapping[str, str],
    descriptions: Mapping[str, str],
    locales: Locales,
    site: str | None,
) -> Iterator[tuple[str, bytes]]:
    """The files, as (place, content): one of the site, one per language.

    Args:
        navigations: language -> its pages.
        starts: language -> where it begins.
        titles: language -> what the site is called in it.
        descriptions: place of a page -> what its author says it is about; only pages that have a Markdown mirror.
        locales: the languages.
        site: the address of the site; addresses are relative without it.
    """
    lines = [f"# {next(iter(titles.values()), '')}", ""]
    for tag, start in sorted(starts.items()):
        place = f"{dirname(start)}/{NAME}"
        lines.append(f"- [{_text(titles[tag])} ({locales.get(tag).name})]({absolute(site, place) or place})")
        yield place, _language(navigations[tag], place, titles[tag], descriptions, site)
    yield NAME, ("\n".join(lines) + "\n").encode()


def _language(
    navigation: Navigation, place: str, title: str, descriptions: Mapping[str, str], site: str | None
) -> bytes:
    groups: list[tuple[str, list[str]]] = [("", [])]
    for top in navigation.root.children:
        lines = [line for entry in top.walk() if (line := _line(entry, place, descriptions, site))]
        if top.children and lines:
            groups.append((top.title, lines))
        else:
            groups[0][1].extend(lines)
    parts = [f"# {_text(title)}"]
    for name, lines in groups:
        if lines:
            parts += ([f"## {_text(name)}"] if name else []) + ["\n".join(lines)]
    return ("\n\n".join(parts) + "\n").encode()


def _line(entry: Entry, place: str, descriptions: Mapping[str, str], site: str | None) -> str:
    if entry.url is None or entry.url not in descriptions:
        return ""
    mirror = entry.url + SUFFIX
    about = descriptions[entry.url]
    return f"- [{_text(entry.title)}]({absolute(site, mirror) or relative(place, mirror)})" + (
        f": {_text(about)}" if about else ""
    )


def _text(text: str) -> str:
    return " ".join(text.split()).replace("[", "\\[").replace("]", "\\]")
