import pytest

from engine.pages.blocks import Page
from site_builder.routes import Routes, relative


def page(path: str, language: str = "sv", redirect: str | None = None) -> Page:
    folder, _, key = path.partition("/")
    return Page(
        path=path,
        key=key,
        folder=folder,
        language=language,
        title=path,
        front_matter={},
        front_matter_lines={},
        redirect=redirect,
    )


def test_a_page_and_a_folder_of_its_name_are_two_places() -> None:
    routes = Routes([page("sv/x.md"), page("sv/x/index.md")])
    assert [routes.url("sv/x.md"), routes.url("sv/x/index.md")] == ["sv/x.html", "sv/x/index.html"]


def test_places_that_differ_only_in_case_or_suffix_are_kept_apart() -> None:
    paths = ["sv/X.md", "sv/x.MD", "sv/x.md"]
    routes = Routes([page(path) for path in paths])
    urls = [routes.url(path).casefold() for path in paths]
    assert sorted(urls) == ["sv/x-2.html", "sv/x-3.html", "sv/x.html"]


def test_a_page_gives_way_to_a_folder_of_the_name_of_its_file() -> None:
    routes = Routes([page("sv/x.md"), page("sv/x.html/y.md")])
    assert routes.url("sv/x.md") == "sv/x-2.html"


def test_a_page_is_found_in_any_case_and_the_exact_one_first() -> None:
    routes = Routes([page("sv/Start.md"), page("sv/a.md"), page("sv/A.md")])
    start, exact = routes.find("sv/start.MD"), routes.find("sv/A.md")
    assert start is not None
    assert exact is not None
    assert (start.path, exact.path) == ("sv/Start.md", "sv/A.md")
    assert routes.find("sv/other.md") is None


def test_translations_are_pages_of_the_same_key_and_no_redirects() -> None:
    routes = Routes([page("sv/x.md"), page("no/x.md", "nb"), page("de/x.md", "de", redirect="y.md")])
    assert list(routes.translations("x.md")) == ["nb", "sv"]
    assert routes.starts["nb"] == "no/index.html"


@pytest.mark.parametrize(
    ("place", "target", "expected"),
    [
        ("index.html", "sv/index.html", "sv/index.html"),
        ("sv/a/b.html", "sv/a/c.html", "c.html"),
        ("sv/a/b.html", "sv/a/b.html", "b.html"),
        ("sv/a/b.html", "nl/a/b.html", "../../nl/a/b.html"),
        ("sv/a/b.html", "sv/index.html", "../index.html"),
        ("sv/a.html", "sv/a b#?%é.html", "a%20b%23%3F%25%C3%A9.html"),
        ("sv/a.html", "sv/javascript:x.html", "javascript%3Ax.html"),
    ],
)
def test_relative_addresses(place: str, target: str, expected: str) -> None:
    assert relative(place, target) == expected
