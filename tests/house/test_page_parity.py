"""Every page of `docs/` stands in every language, at the same path and in the same shape."""

import re
from collections.abc import Iterator

import pytest
import yaml

from .catalogues import FOLDERS
from .sources import ROOT

DOCS = ROOT / "docs"
FILES = {
    folder: sorted(file.relative_to(DOCS / folder).as_posix() for file in (DOCS / folder).rglob("*.md"))
    for folder in FOLDERS
}
PAGES = sorted({page for pages in FILES.values() for page in pages})

PLACE = re.compile(r"^\[[^\]]+\]: +(\S+)|\]\(([^)\s]+)\)", re.MULTILINE)


def text_of(folder: str, page: str) -> str:
    """A page's source."""
    path = DOCS / folder / page
    assert path.is_file(), f"{path.relative_to(ROOT)} does not exist"
    return path.read_text(encoding="utf-8")


def parts(text: str) -> tuple[dict[str, object], list[str]]:
    """Front matter, every value as text (`no` is a language), and the lines of the body without code blocks."""
    found = re.match(r"---\n(.*?)\n---\n", text, re.DOTALL)
    front = yaml.load(found[1], Loader=yaml.BaseLoader) if found else {}
    body = text[found.end() :] if found else text
    return front, re.sub(r"^```.*?^```$", "", body, flags=re.DOTALL | re.MULTILINE).splitlines()


def headings(text: str) -> list[int]:
    """The levels of the headings, in order."""
    return [len(found[1]) for line in parts(text)[1] if (found := re.match(r"(#{1,6}) +\S", line))]


def tables(text: str) -> list[tuple[int, ...]]:
    """For each table the number of cells of each row."""
    found: list[list[int]] = []
    inside = False
    for line in parts(text)[1]:
        row = line.startswith("|")
        if row and not inside:
            found.append([])
        if row:
            found[-1].append(len(re.findall(r"(?<!\\)\|", line.strip())) - 1)
        inside = row
    return [tuple(rows) for rows in found]


def blocks(text: str) -> list[str]:
    """What each block begins with: a list item, a number, an alert, an include, a comment, or running text."""

    def kinds() -> Iterator[str]:
        for line in parts(text)[1]:
            found = re.match(r"\s*([*+-] |\d+\. |> ?\[!\w+\]|\[!\w+|<!--|\[\d+\]:|[#|>])", line)
            if found:
                yield re.sub(r"\d+\.", "1.", found[1].strip()) if not found[1].startswith("[!") else found[1].lower()

    return list(kinds())


def links(text: str) -> list[str]:
    """Where the links and pictures lead, in order."""
    return [one or other for one, other in PLACE.findall("\n".join(parts(text)[1]))]


def test_the_project_has_help_pages_in_every_language() -> None:
    assert len(PAGES) >= 5
    assert sorted(path.name for path in DOCS.iterdir() if path.is_dir() and path.name[0] != "_") == list(FOLDERS)


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_language_has_every_page(folder: str) -> None:
    assert FILES[folder] == PAGES


@pytest.mark.parametrize("folder", [folder for folder in FOLDERS if folder != "en"])
@pytest.mark.parametrize("page", PAGES)
class TestShape:
    """A page compared with the English one."""

    def test_it_has_the_same_headings(self, folder: str, page: str) -> None:
        assert headings(text_of(folder, page)) == headings(text_of("en", page))

    def test_it_has_tables_of_the_same_size(self, folder: str, page: str) -> None:
        assert tables(text_of(folder, page)) == tables(text_of("en", page))

    def test_it_has_the_same_front_matter_keys(self, folder: str, page: str) -> None:
        assert list(parts(text_of(folder, page))[0]) == list(parts(text_of("en", page))[0])

    def test_it_has_the_same_lists_notes_and_includes(self, folder: str, page: str) -> None:
        assert blocks(text_of(folder, page)) == blocks(text_of("en", page))

    def test_its_links_lead_to_the_same_places(self, folder: str, page: str) -> None:
        assert sorted(links(text_of(folder, page))) == sorted(links(text_of("en", page)))


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize("page", [page for page in PAGES if "includes" not in page.split("/")])
def test_a_page_is_labelled_with_the_language_of_its_folder(folder: str, page: str) -> None:
    front = parts(text_of(folder, page))[0]
    assert front.get("language") == folder
    assert front.get("title")


@pytest.mark.parametrize("page", PAGES)
def test_no_language_repeats_the_english_text(page: str) -> None:
    english = {line for line in parts(text_of("en", page))[1] if len(re.findall(r"(?<!\S)[a-z]\S+", line)) > 3}
    for folder in FOLDERS:
        repeated = english & set(parts(text_of(folder, page))[1])
        assert folder == "en" or repeated == set()


def test_the_shape_of_a_page_is_seen() -> None:
    page = "---\ntitle: x\nuid: y\n---\n# A\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n* one [x](a.md)\n\n"
    page += "```\n# no\n```\n## B\n\n[1]: b.md\n"
    assert headings(page) == [1, 2]
    assert tables(page) == [(2, 2, 2)]
    assert list(parts(page)[0]) == ["title", "uid"]
    assert links(page) == ["a.md", "b.md"]
    assert blocks(page) == ["#", "|", "|", "|", "*", "#", "[1]:"]
