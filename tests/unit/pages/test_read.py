import pytest

from engine.pages import read_page

from .conftest import ReadText, Write


@pytest.mark.parametrize(
    ("source", "title"),
    [
        ("---\ntitle: From the front\n---\n# Heading", "From the front"),
        ("---\ntitle: ''\n---\n## Two\n\n# A *heading*", "A heading"),
        ("---\ntitle: [a]\n---\nText", "page"),
    ],
)
def test_title(read: ReadText, source: str, title: str) -> None:
    assert read(source)[0].title == title


@pytest.mark.parametrize("source", ["", "\ufeff", "---\ntitle: T\n---\n", " \n\t\n", "<!-- only -->\n", "[a]: b.md"])
def test_empty_pages_are_a_finding(read: ReadText, source: str) -> None:
    _, (finding,) = read(source)
    assert (finding.code, str(finding.span)) == ("F003", "en/page.md:1:1")


def test_a_redirect_stub_is_no_empty_page(read: ReadText) -> None:
    page, findings = read("---\nredirect_url: ../other\n---\n")
    assert page.redirect == "../other"
    assert findings == ()


@pytest.mark.parametrize(
    ("label", "language", "wrong"),
    [
        ("no", "nb", False),
        ("nb-NO", "nb", False),
        ("NB", "no", False),
        ("en_US", "en", False),
        ("", "en", False),
        ("en", "nl", True),
        ("nn", "nb", True),
    ],
)
def test_language_labels(write: Write, label: str, language: str, wrong: bool) -> None:
    root = write({"x/a.md": f"---\ntitle: T\nlanguage: {label}\n---\nText"})
    page, findings, _ = read_page(root, "x/a.md", "x", language)
    assert page is not None
    assert page.front_matter["language"] == label
    assert [(finding.code, finding.span.line, finding.arguments) for finding in findings] == (
        [("F005", 3, {"found": label, "expected": language})] if wrong else []
    )


def test_key_and_sources(write: Write) -> None:
    root = write({"no/a/index.md": "[!include[T](includes/b.md)]", "no/a/includes/b.md": "b"})
    page, _, sources = read_page(root, "no/a/index.md", "no", "nb")
    assert page is not None
    assert (page.key, page.folder, page.language) == ("a/index.md", "no", "nb")
    assert sorted(sources) == ["no/a/includes/b.md", "no/a/index.md"]


def test_a_file_that_is_not_there(write: Write) -> None:
    page, (finding,), sources = read_page(write({}), "en/none.md", "en", "en")
    assert (page, finding.code, sources) == (None, "F001", {})


def test_metadata_behind_a_byte_order_mark_and_line_endings(read: ReadText) -> None:
    page, findings = read("\ufeff---\r\nlanguage: en\r\ntitle: T\r\n---\r\nText\rMore".encode())
    assert page.front_matter == {"language": "en", "title": "T"}
    assert page.front_matter_lines == {"language": 2, "title": 3}
    assert findings == ()


def test_utf16_pages_are_read(read: ReadText) -> None:
    page, (finding,) = read("---\ntitle: T\n---\nText".encode("utf-16"))
    assert (page.title, finding.code) == ("T", "F002")
