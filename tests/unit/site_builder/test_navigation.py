from pathlib import Path

from engine.pages import read_tree
from site_builder.arranging import build_navigation
from site_builder.navigation import Entry, Navigation
from site_builder.routes import Routes
from site_builder.toc_files import TocFiles
from tests.unit.site_builder.conftest import Write


def navigation(root: Path) -> Navigation:
    pages = read_tree(root, {"sv": "sv"}).pages
    return build_navigation(root, "sv", pages, Routes(pages), TocFiles(root))


def outline(entry: Entry) -> list[object]:
    return [[child.title, child.url, *outline(child)] if child.children else child.title for child in entry.children]


def test_folders_give_the_order_index_first_then_titles_in_any_case(make_docs: Write) -> None:
    root = make_docs(
        {
            "sv/index.md": "# Start",
            "sv/b.md": "# beta",
            "sv/a.md": "# Zeta",
            "sv/one/two/index.md": "# Group",
            "sv/one/two/c.md": "# Alpha",
            "sv/moved.md": "---\nredirect_url: b.md\n---\n",
        }
    )
    assert outline(navigation(root).root) == ["Start", "beta", ["Group", "sv/one/two/index.html", "Alpha"], "Zeta"]


def test_a_folder_without_a_first_page_is_called_by_its_name(make_docs: Write) -> None:
    root = make_docs({"sv/user-plans/a.md": "# A", "sv/user-plans/b.md": "# B"})
    assert outline(navigation(root).root) == [["User plans", None, "A", "B"]]


def test_lists_of_contents_give_order_words_and_groups(make_docs: Write) -> None:
    root = make_docs(
        {
            "sv/toc.yml": "items:\n- name: Second\n  href: b/toc.yml\n  topicHref: b/index.md\n"
            "- name: No\n  href: a.md\n",
            "sv/b/toc.yml": "- name: Overview\n  href: index.md\n- name: Details\n  items:\n  - href: c.md\n",
            "sv/a.md": "# A",
            "sv/b/index.md": "# B",
            "sv/b/c.md": "# C",
            "sv/b/unlisted.md": "# U",
            "sv/b/deep/d.md": "# D",
        }
    )
    found = navigation(root)
    expected = [["Second", None, "Overview", ["Details", None, "C"], "U", ["Deep", None, "D"]], "No"]
    assert outline(found.root)[0][:4] == expected[0][:4]  # type: ignore[index]
    assert outline(found.root)[1] == "No"
    assert {entry.url for entry in found.order} == {page.url for page in found.order}
    assert len(found.order) == 5
    assert [entry.title for entry in found.trail("sv/b/c.html")] == ["Second", "Details"]
    assert found.root.children[0].target == "sv/b/index.html"


def test_every_page_stands_once_although_lists_repeat_it(make_docs: Write) -> None:
    listing = "- name: X\n  href: x.md\n- name: Again\n  href: toc.yml\n- name: X\n  href: x.md\n"
    root = make_docs({"sv/toc.yml": listing, "sv/x.md": "# X", "sv/y.md": "# Y"})
    assert [entry.url for entry in navigation(root).order] == ["sv/x.html", "sv/y.html"]


def test_lists_that_are_not_sane_are_passed_over(make_docs: Write) -> None:
    bomb = "a: &a [x, x]\nitems: [*a, *a]\n"
    for content in (
        bomb,
        "[" * 5000,
        "items: 3",
        "\x00",
        "- name: [1]\n  href: {}\n",
        "- name: X\n  href: ../../../x.md",
    ):
        root = make_docs({"sv/toc.yml": content, "sv/x.md": "# X"})
        assert outline(navigation(root).root) == ["X"]


def test_neighbours_follow_the_reading_order(make_docs: Write) -> None:
    root = make_docs({"sv/index.md": "# Start", "sv/a.md": "# A", "sv/b.md": "# B"})
    before, after = navigation(root).neighbours("sv/a.html")
    assert before is not None
    assert after is not None
    assert (before.url, after.url) == ("sv/index.html", "sv/b.html")
    assert navigation(root).neighbours("sv/index.html")[0] is None
    assert navigation(root).neighbours("sv/none.html") == (None, None)
