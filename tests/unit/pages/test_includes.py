import os
from pathlib import Path

import pytest

from engine.pages.blocks import Include
from engine.pages.includes import resolve_include, stays_inside

from .conftest import ReadText, Write
from .walking import all_texts, only


def test_targets_are_relative_to_the_including_file(read: ReadText) -> None:
    files = {
        "en/a/includes/one.md": "[!include[T](../../two words.md)]",
        "en/two words.md": "[!include[T](~/b.md)]",
        "b.md": "b",
    }
    page, findings = read("[!include[T](a/includes/one.md)]", files)
    assert [text.visible for text in all_texts(page.blocks)] == ["b"]
    assert page.depends == ("b.md", "en/a/includes/one.md", "en/two words.md")
    assert findings == ()


@pytest.mark.parametrize("target", ["two%20words.md", "two words.md", ".\\two words.md"])
def test_spellings_of_a_path(write: Write, target: str) -> None:
    root = write({"en/two words.md": "x"})
    assert resolve_include(root, "en/page.md", target) == ("en/two words.md", None)


@pytest.mark.parametrize("target", ["none.md", "../none.md", "a\0b", "x" * 900, "folder", "page.md/x"])
def test_missing(read: ReadText, target: str) -> None:
    page, (finding,) = read(f"Text\n\n> [!include[T]({target})]", {"en/folder/x.md": ""})
    assert finding.code == "F006"
    assert str(finding.span) == "en/page.md:3:3"
    assert only(page.blocks, Include).blocks == ()


def test_missing_inline(read: ReadText) -> None:
    page, (finding,) = read("One [!include[T](none.md)] two", {})
    assert (finding.code, finding.arguments, finding.span.column) == ("F006", {"target": "none.md"}, 5)
    assert [text.visible for text in all_texts(page.blocks)] == ["One two"]


@pytest.mark.parametrize(
    "target", ["../../secret.md", "/etc/passwd", "~/../secret.md", "C:\\secret.md", "file:///etc/x"]
)
def test_outside(read: ReadText, target: str) -> None:
    _, (finding,) = read(f"[!include[T]({target})]")
    assert (finding.code, finding.arguments) == ("F008", {"target": target})


def test_outside_by_a_symbolic_link(tmp_path: Path) -> None:
    root = tmp_path / "docs"
    (root / "en").mkdir(parents=True)
    (tmp_path / "secret.md").write_text("secret")
    os.symlink(tmp_path / "secret.md", root / "en" / "link.md")
    assert resolve_include(root, "en/page.md", "link.md").fault == "F008"
    os.symlink(tmp_path, root / "en" / "up")
    assert resolve_include(root, "en/page.md", "up/secret.md").fault == "F008"


def test_links_that_stay_in_the_folder(tmp_path: Path) -> None:
    root = tmp_path / "docs"
    (root / "en" / "a").mkdir(parents=True)
    (root / "en" / "b.md").write_text("b")
    os.symlink(root / "en" / "b.md", root / "en" / "link.md")
    os.symlink(root, tmp_path / "way")
    os.symlink(root / "en" / "none", root / "en" / "loose")
    for docs in (root, tmp_path / "way"):
        assert resolve_include(docs, "en/page.md", "link.md") == ("en/link.md", None)
        assert stays_inside(docs, docs / "en" / "none" / "c.md")
        assert stays_inside(docs, docs / "en" / "loose")
        assert stays_inside(docs, docs / "en" / "a" / ".." / "b.md")
        assert not stays_inside(docs, docs / "en" / ".." / ".." / "b.md")
        assert not stays_inside(docs, tmp_path / "docs2")


def test_cycles(read: ReadText) -> None:
    files = {"en/a.md": "a [!include[T](b.md)]", "en/b.md": "b [!include[T](a.md)] [!include[T](page.md)]"}
    page, findings = read("[!include[T](a.md)]", files)
    assert [text.visible for text in all_texts(page.blocks)] == ["a b"]
    assert [(finding.code, finding.arguments["cycle"]) for finding in findings] == [
        ("F007", "en/page.md > en/a.md > en/b.md > en/a.md"),
        ("F007", "en/page.md > en/a.md > en/b.md > en/page.md"),
    ]
    assert {finding.span.path for finding in findings} == {"en/b.md"}


def test_includes_that_double_with_every_file_end(read: ReadText) -> None:
    files = {f"en/{n}.md": f"[!include[T]({n + 1}.md)]\n" * 20 for n in range(9)}
    _, findings = read("[!include[T](0.md)]", files)
    assert findings
    assert {finding.code for finding in findings} == {"F007"}


def test_an_unreadable_snippet_is_a_finding_at_the_snippet(read: ReadText) -> None:
    _, (finding,) = read("Text\n\n[!include[T](a.md)]", {"en/a.md": b"\xff"})
    assert (finding.code, finding.span.path) == ("F001", "en/a.md")


def test_a_file_that_many_pages_include_is_theirs_each_time(read: ReadText) -> None:
    text = "[!include[T](part.md)]\n\n[!include[T](part.md)]"
    one, _ = read(text, {"en/part.md": "Same *text*."})
    again, _ = read(text, {"en/part.md": "Same *text*."})
    assert one.blocks == again.blocks
    assert len(list(all_texts(one.blocks))) == 2
    other, _ = read(text, {"en/part.md": "Another text."})
    assert [found.visible for found in all_texts(other.blocks)] == ["Another text."] * 2
    headed, _ = read(text, {"en/part.md": "# Head"})
    assert [block.blocks[0].anchor for block in headed.blocks] == ["head", "head-1"]
    nested, _ = read(text, {"en/part.md": "[!include[T](more.md)]", "en/more.md": "Old."})
    changed, _ = read(text, {"en/part.md": "[!include[T](more.md)]", "en/more.md": "New."})
    assert [found.visible for found in all_texts(changed.blocks)] == ["New."] * 2
    assert nested.depends == changed.depends
    _, findings = read(text, {"en/part.md": "[a][none"})
    _, repeated = read(text, {"en/part.md": "[a][none"})
    assert findings == repeated
