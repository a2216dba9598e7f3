"""A page that some languages have and others lack."""

from collections.abc import Callable, Mapping

from engine.checks.files import missing_page
from engine.rules import Docs

Read = Callable[[Mapping[str, str]], Docs]

STUB = "---\nredirect_url: elsewhere.md\n---\n"


def test_pages_that_every_language_has_are_silent(read_files: Read) -> None:
    assert list(missing_page.check(read_files({"sv/a.md": "A", "nl/a.md": "A"}))) == []


def test_one_language_alone_lacks_nothing(read_files: Read) -> None:
    assert list(missing_page.check(read_files({"sv/a.md": "A", "sv/b.md": "B"}))) == []


def test_a_redirect_stub_is_neither_a_page_nor_a_missing_one(read_files: Read) -> None:
    assert list(missing_page.check(read_files({"sv/a.md": STUB, "nl/b.md": "B", "sv/b.md": "B"}))) == []
    assert list(missing_page.check(read_files({"sv/a.md": "A", "nl/a.md": STUB, "nl/b.md": "B", "sv/b.md": "B"}))) == []


def test_parts_of_pages_are_no_pages(read_files: Read) -> None:
    files = {"sv/a.md": "A", "nl/a.md": "A", "sv/includes/part.md": "P"}
    assert list(missing_page.check(read_files(files))) == []


def test_a_missing_page_is_told_at_the_first_language_that_has_it(read_files: Read) -> None:
    files = {"sv/t/a.md": "A", "en/t/a.md": "A", "nl/b.md": "B", "sv/b.md": "B", "en/b.md": "B", "de/b.md": "B"}
    (finding,) = missing_page.check(read_files(files))
    assert (finding.code, finding.severity, str(finding.span)) == ("P001", "note", "en/t/a.md:1:1")
    assert finding.arguments == {"languages": "en, sv", "missing": "de, nl"}
