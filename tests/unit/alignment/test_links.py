"""Links that are not compared, because nobody can know what they should be."""

from engine.alignment import compare
from tests.unit.alignment.conftest import ReadPages

TEXT = "Choose a brush of goat hair for varnish, and a stiff one of hog bristle for paint."


def page(fragment: str, anchor: str) -> str:
    return f"# Brushes\n\n{TEXT} See [below](#{fragment}).\n\n## Care of brushes {{#{anchor}}}\n\nRinse them at once.\n"


def targets(texts: dict[str, str], read_pages: ReadPages) -> list[str]:
    return [found.here for found in compare(read_pages(texts)).differences if found.kind == "link"]


def test_an_anchor_that_the_page_itself_has_is_right(read_pages: ReadPages) -> None:
    same = page("care", "care")
    assert targets({"en": page("tending", "tending"), "nl": same, "sv": same}, read_pages) == []


def test_an_anchor_that_the_page_lacks_is_told(read_pages: ReadPages) -> None:
    same = page("care", "care")
    assert targets({"en": page("tending", "care"), "nl": same, "sv": same}, read_pages) == ["#tending"]
