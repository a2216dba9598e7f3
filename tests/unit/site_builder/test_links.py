from pathlib import Path

import pytest

from site_builder.links import Kind, Link, Links
from site_builder.routes import Routes
from site_builder.static_files import StaticFiles
from tests.unit.site_builder.test_routes import page

PAGES = ["sv/index.md", "sv/a/one.md", "sv/a/two words.md", "sv/a/sub/index.md", "nl/a/one.md", "sv/a/Case.md"]


@pytest.fixture
def links(tmp_path: Path) -> Links:
    (tmp_path / "docs/media").mkdir(parents=True)
    (tmp_path / "docs/media/x.png").write_bytes(b"png")
    (tmp_path / "docs/media/run.html").write_text("x")
    (tmp_path / "docs/media/bad.svg").write_text("<svg><script>1</script></svg>")
    (tmp_path / "docs/media/good.svg").write_text("<svg/>")
    (tmp_path / "secret.png").write_text("secret")
    (tmp_path / "docs/media/link.png").symlink_to(tmp_path / "secret.png")
    routes = Routes([page(path, path[:2]) for path in PAGES])
    return Links(routes, StaticFiles(tmp_path / "docs"))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("two%20words.md", "two%20words.html"),
        ("two words.md#Part-1", "two%20words.html#Part-1"),
        ("CASE.MD", "Case.html"),
        ("sub/", "sub/index.html"),
        ("sub", "sub/index.html"),
        ("sub/index.html", "sub/index.html"),
        ("two words", "two%20words.html"),
        ("../../nl/a/one.md?x=1", "../../nl/a/one.html"),
        ("/sv/index.md", "../index.html"),
        ("~/sv/index.md", "../index.html"),
        ("/index.md", "../index.html"),
        ("..\\index.md", "../index.html"),
    ],
)
def test_addresses_of_pages_become_relative(links: Links, written: str, expected: str) -> None:
    link = links.resolve(written, "sv/a/one.md", "sv/a/one.html")
    assert (link.kind, link.href) == (Kind.PAGE, expected)


RUNS = ("javascript:alert(1)", "JaVa\tScRiPt:x", " \x01javascript:x", "data:text/html,x", "vbscript:x")
LEAVES = ("file:///etc", "C:\\Windows\\x", "../../../etc/passwd", "../../..", "%2e%2e/%2e%2e/%2e%2e/x.md")


@pytest.mark.parametrize("written", [*RUNS, *LEAVES])
def test_what_runs_or_leaves_the_docs_folder_is_refused(links: Links, written: str) -> None:
    assert links.resolve(written, "sv/a/one.md", "sv/a/one.html") == Link(Kind.REFUSED)


@pytest.mark.parametrize("written", ["https://example.com/x", "HTTP://example.com", "mailto:a@example.com", "tel:+46"])
def test_other_hosts_stay(links: Links, written: str) -> None:
    assert links.resolve(written, "sv/a/one.md", "sv/a/one.html").kind is Kind.EXTERNAL


def test_an_address_without_scheme_never_borrows_that_of_the_page(links: Links) -> None:
    assert links.resolve("//example.com/x", "sv/a/one.md", "sv/a/one.html").href == "https://example.com/x"
    assert links.resolve("\\\\example.com/x", "sv/a/one.md", "sv/a/one.html").href == "https://example.com/x"


def test_a_missing_page_keeps_its_address(links: Links) -> None:
    link = links.resolve("../b/gone.md#x", "sv/a/one.md", "sv/a/one.html")
    assert (link.kind, link.href) == (Kind.MISSING, "../b/gone.md#x")


def test_a_link_of_an_included_file_starts_there(links: Links) -> None:
    link = links.resolve("../one.md", "sv/a/includes/tip.md", "sv/index.html")
    assert link.href == "a/one.html"


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("../../media/x.png", Kind.FILE),
        ("../../media/good.svg", Kind.FILE),
        ("../../media/bad.svg", Kind.MISSING),
        ("../../media/link.png", Kind.MISSING),
        ("../../media/run.html", Kind.MISSING),
        ("../../media/none.png", Kind.MISSING),
    ],
)
def test_only_harmless_files_inside_are_carried(links: Links, written: str, kind: Kind) -> None:
    assert links.resolve(written, "sv/a/one.md", "sv/a/one.html").kind is kind


def test_redirects_follow_each_other_and_circles_end(tmp_path: Path) -> None:
    pages = [page("sv/a.md", redirect="b.md"), page("sv/b.md", redirect="/sv/c"), page("sv/c.md")]
    pages += [page("sv/x.md", redirect="y.md"), page("sv/y.md", redirect="x.md")]
    links = Links(Routes(pages), StaticFiles(tmp_path))
    assert links.redirect(pages[0]).href == "c.html"
    assert links.redirect(pages[3]).kind is Kind.MISSING


def test_an_address_of_the_site_itself_is_one_of_its_pages(tmp_path: Path) -> None:
    routes = Routes([page(path, path[:2]) for path in PAGES])
    links = Links(routes, StaticFiles(tmp_path), "https://help.example.com")

    def found(address: str) -> Link:
        link = links.resolve(address, "sv/a/one.md", "sv/a/one.html")
        return Link(link.kind, link.href)

    assert found("https://help.example.com/sv/index.html#x") == Link(Kind.PAGE, "../index.html#x")
    assert found("https://help.example.com/sv/a/sub/") == Link(Kind.PAGE, "sub/index.html")
    for elsewhere in ("https://help.example.com/other/x.html", "https://help.example.com.evil/sv/index.html"):
        assert found(elsewhere) == Link(Kind.EXTERNAL, elsewhere)
