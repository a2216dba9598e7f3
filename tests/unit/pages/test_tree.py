import os
from pathlib import Path

import msgspec
import pytest

from engine.findings import UsageError
from engine.pages import Tree, read_tree
from engine.pages.blocks import Heading

from .conftest import Write

FOLDERS = {"en": "en", "no": "nb", "nb": "nb", "sv": "sv"}


def test_pages_in_order_and_what_is_no_page(write: Write) -> None:
    root = write(
        {
            "no/b.md": "# B",
            "en/b.MD": "# B",
            "en/b/index.md": "# B",
            "en/a/includes/snippet.md": "x",
            "en/a/Includes/snippet.md": "x",
            "en/.hidden/a.md": "x",
            "en/_drafts/a.md": "x",
            "en/_a.md": "x",
            "en/a.yml": "x",
            "other/a.md": "x",
            "readme.md": "x",
        }
    )
    tree = read_tree(root, FOLDERS)
    assert [(page.path, page.language) for page in tree.pages] == [
        ("en/b.MD", "en"),
        ("en/b/index.md", "en"),
        ("no/b.md", "nb"),
    ]


def test_a_page_is_the_same_in_either_flavour(write: Write) -> None:
    root = write({"en/a/x.mdx": "# X", "sv/a/x.md": "# X", "no/a/x.MDX": "# X", "sv/y.mdx": "# Y", "en/y.mdx": "# Y"})
    keys = {page.path: page.key for page in read_tree(root, FOLDERS).pages}
    assert len({keys["en/a/x.mdx"], keys["sv/a/x.md"], keys["no/a/x.MDX"]}) == 1
    assert keys["sv/y.mdx"] == keys["en/y.mdx"] == "y.mdx"


def test_two_pages_of_one_language_are_two_in_every_language(write: Write) -> None:
    root = write({"en/x.mdx": "# X", "en/x.md": "# X", "sv/x.md": "# X"})
    keys = {page.path: page.key for page in read_tree(root, FOLDERS).pages}
    assert keys == {"en/x.mdx": "x.mdx", "en/x.md": "x.md", "sv/x.md": "x.md"}


@pytest.mark.parametrize(
    ("languages", "folders"), [(["no"], ["no"]), (["NB", "sv"], ["no", "sv"]), (["nb-NO"], ["no"])]
)
def test_languages_by_folder_or_tag(write: Write, languages: list[str], folders: list[str]) -> None:
    root = write({"no/a.md": "x", "sv/a.md": "x", "en/a.md": "x"})
    assert [page.folder for page in read_tree(root, FOLDERS, languages=languages).pages] == folders


class TestMisuse:
    def test_no_folder(self, tmp_path: Path) -> None:
        with pytest.raises(UsageError, match="does not exist") as caught:
            read_tree(tmp_path / "none", FOLDERS)
        assert caught.value.help

    def test_a_file(self, write: Write) -> None:
        with pytest.raises(UsageError, match="is a file"):
            read_tree(write({"a.md": ""}) / "a.md", FOLDERS)

    def test_no_language_folder(self, write: Write) -> None:
        with pytest.raises(UsageError, match="no language folder") as caught:
            read_tree(write({"xx/a.md": ""}), FOLDERS)
        assert "en, nb, no, sv" in (caught.value.help or "")

    def test_a_language_that_is_not_there(self, write: Write) -> None:
        with pytest.raises(UsageError, match="`sv`") as caught:
            read_tree(write({"en/a.md": "", "no/a.md": ""}), FOLDERS, languages=["sv"])
        assert "en, no (nb)" in (caught.value.help or "")

    def test_two_folders_of_one_language(self, write: Write) -> None:
        with pytest.raises(UsageError, match="`nb` and `no`"):
            read_tree(write({"nb/a.md": "", "no/a.md": ""}), FOLDERS)


def test_symbolic_links(tmp_path: Path) -> None:
    root = tmp_path / "docs"
    (root / "en" / "a").mkdir(parents=True)
    (root / "shared").mkdir()
    (tmp_path / "out").mkdir()
    for file in (root / "en/a/one.md", root / "shared/two.md", tmp_path / "out/three.md"):
        file.write_text("Text")
    os.symlink(root / "shared", root / "en" / "linked")
    os.symlink(root / "en", root / "en" / "a" / "cycle")
    os.symlink(root / "en" / "a", root / "en" / "Again")
    os.symlink(tmp_path / "out", root / "en" / "out")
    os.symlink(tmp_path / "out" / "three.md", root / "en" / "three.md")
    os.symlink(root / "nowhere.md", root / "en" / "broken.md")
    assert [page.path for page in read_tree(root, FOLDERS).pages] == ["en/a/one.md", "en/linked/two.md"]


def test_a_file_name_that_is_no_text_is_a_finding(write: Write) -> None:
    root = write({"en/a.md": "Text"})
    try:
        Path(os.fsdecode(os.fsencode(root) + b"/en/b\xff.md")).write_text("Text")
    except OSError:
        pytest.skip("the file system takes no such names")
    tree = read_tree(root, FOLDERS)
    assert [page.key for page in tree.pages] == ["a.md"]
    assert [finding.code for finding in tree.findings] == ["F001"]


def test_findings_are_sorted_and_those_of_snippets_told_once(write: Write) -> None:
    include = "[!include[T](includes/i.md)]"
    root = write(
        {"en/b.md": include, "en/a.md": include + "\n\n[!include[T](x.md)]", "en/includes/i.md": "[!include[T](y.md)]"}
    )
    assert [str(finding.span) for finding in read_tree(root, FOLDERS).findings] == [
        "en/a.md:3:1",
        "en/includes/i.md:1:1",
    ]


def test_quote_reads_the_file_again(write: Write) -> None:
    root = write({"en/a.md": "---\ntitle: T\n---\n\nText\r\n*with* lines &amp; more"})
    tree = read_tree(root, FOLDERS)
    assert tree.quote(tree.pages[0].blocks[0].span) == "Text\n*with* lines &amp; more"
    (root / "en/a.md").unlink()
    assert tree.quote(tree.pages[0].blocks[0].span) == ""


def test_pages_survive_msgpack(write: Write) -> None:
    root = write(
        {
            "en/a.md": "# A\n\n1. b\n\n| c |\n|---|\n| d |\n\n> e\n\n```x\nf\n```\n\n---\n\n[!include[T](b.md)]",
            "en/b.md": "g",
        }
    )
    tree: Tree = read_tree(root, FOLDERS)
    data = msgspec.msgpack.encode(tree.pages)
    decoded = msgspec.msgpack.decode(data, type=list[type(tree.pages[0])])  # type: ignore[misc]
    assert tuple(decoded) == tree.pages
    assert isinstance(decoded[0].blocks[0], Heading)
