"""What MDX has and Markdown has not: components, snippets, expressions."""

from collections.abc import Callable, Mapping

import pytest

from engine.findings import Finding
from engine.pages import read_page
from engine.pages.blocks import Alert, AnyBlock, Heading, Include, List, Other, Page, Paragraph, Table, Tabs

from .conftest import Write
from .walking import all_blocks, all_texts, check_maps, only

ReadMdx = Callable[..., tuple[Page, tuple[Finding, ...]]]


@pytest.fixture
def read(write: Write) -> ReadMdx:
    """Reads `en/page.mdx`, written from the text, beside further files; its map is checked."""

    def read_mdx(text: str, files: Mapping[str, str] | None = None) -> tuple[Page, tuple[Finding, ...]]:
        root = write({**(files or {}), "en/page.mdx": text})
        page, findings, sources = read_page(root, "en/page.mdx", "en", "en", html=True)
        assert page is not None
        check_maps(page.blocks, sources)
        return page, findings

    return read_mdx


def texts(page: Page) -> list[str]:
    return [text.visible for text in all_texts(page.blocks) if text.visible]


def kinds(blocks: tuple[AnyBlock, ...]) -> list[str]:
    return [type(block).__name__ for block in blocks if not isinstance(block, Other)]


class TestAlerts:
    @pytest.mark.parametrize("name", ["Note", "Tip", "Warning", "Info", "Check", "Danger", "Caution"])
    @pytest.mark.parametrize(
        "source",
        [
            "<{0}>\nOne *text*.\n</{0}>",
            "<{0}>One *text*.</{0}>",
            "<{0}>\n\nOne *text*.\n\n</{0}>",
            "    <{0} icon={{<b/>}}>\n    One *text*.\n    </{0}>",
            "<{0}\n  icon='a > b'\n>One *text*.\n</{0}>",
        ],
    )
    def test_kinds_and_shapes(self, read: ReadMdx, name: str, source: str) -> None:
        page, findings = read(source.format(name))
        alert = only(page.blocks, Alert)
        assert alert.kind == name.lower()
        assert kinds(alert.blocks) == ["Paragraph"]
        assert texts(page) == ["One text."]
        assert findings == ()

    def test_within_a_list_and_with_blocks(self, read: ReadMdx) -> None:
        page, _ = read("1. One\n\n   <Note>\n   * a\n   * b\n\n   | c |\n   |---|\n   </Note>\n\n1. Two\n\n# Head")
        assert kinds(page.blocks) == ["List", "Heading"]
        assert isinstance(page.blocks[0], List)
        first, second = page.blocks[0].items
        assert (kinds(first.blocks), kinds(second.blocks)) == (["Paragraph", "Alert"], ["Paragraph"])
        assert kinds(only(first.blocks, Alert).blocks) == ["List", "Table"]

    def test_text_before_and_behind_on_one_line(self, read: ReadMdx) -> None:
        page, _ = read("Before <Note>*within*\nit</Note> behind\nthat")
        assert kinds(page.blocks) == ["Paragraph", "Alert", "Paragraph"]
        assert texts(page) == ["Before", "within it", "behind that"]
        assert [str(text.span()) for text in all_texts(page.blocks)] == [
            "en/page.mdx:1:1",
            "en/page.mdx:1:15",
            "en/page.mdx:2:11",
        ]

    def test_alerts_of_github_are_read_too(self, read: ReadMdx) -> None:
        page, _ = read("> [!NOTE]\n> Text")
        assert only(page.blocks, Alert).kind == "note"

    def test_code_holds_no_tags(self, read: ReadMdx) -> None:
        page, _ = read("a `<Note>` b\n\n```\n<Tip>\n```\n\n\\<Note> c &lt;Tip>")
        assert kinds(page.blocks) == ["Paragraph", "Code", "Paragraph"]
        assert texts(page) == ["a <Note> b", "<Note> c <Tip>"]


class TestSnippets:
    @pytest.mark.parametrize("path", ["/snippets/a.mdx", "../snippets/a.mdx", "./b.md", "/en/b.md"])
    @pytest.mark.parametrize("quote", ["'", '"'])
    def test_alone_on_a_line(self, read: ReadMdx, path: str, quote: str) -> None:
        files = {"snippets/a.mdx": "<Note>\nPart\n</Note>", "en/b.md": "> [!NOTE]\n> Part"}
        page, findings = read(f"import Part from {quote}{path}{quote};\n\nText\n<Part />", files)
        include = only(page.blocks, Include)
        assert (include.target, str(include.span)) == (path, "en/page.mdx:4:1")
        assert only(include.blocks, Alert).span.path in files
        assert texts(page) == ["Text", "Part"]
        assert findings == ()
        assert page.depends == (only(include.blocks, Alert).span.path,)

    def test_inline_in_items_and_in_cells(self, read: ReadMdx) -> None:
        source = "import P from '/s.md'\n\n1. <P />\n1. Do <P/>, then.\n\n| <P /> | a |\n|---|---|\n"
        page, _ = read(source, {"s.md": "the **part**"})
        assert texts(page) == ["the part", "Do the part, then.", "the part", "a"]
        item = only(page.blocks, List).items[1].blocks[0]
        assert isinstance(item, Paragraph)
        span = item.text.span(3, 11)
        assert (str(span), span.end_column) == ("en/page.mdx:4:7", 11)

    def test_an_alert_within_running_text_keeps_its_words(self, read: ReadMdx) -> None:
        page, _ = read("import P from '/s.mdx'\n\nSee <P />", {"s.mdx": "<Note>\npart\n</Note>"})
        assert texts(page) == ["See part"]

    def test_imports_within_snippets_and_behind_their_use(self, read: ReadMdx) -> None:
        files = {"s/a.mdx": 'import B from "./b.mdx"\n\nA <B />', "s/b.mdx": "B"}
        page, findings = read('<A />\n\nimport A from "/s/a.mdx"', files)
        assert (texts(page), findings) == (["A B"], ())

    @pytest.mark.parametrize(
        ("path", "code"), [("/none.mdx", "F006"), ("../../x.mdx", "F008"), ("./page.mdx", "F007"), ("C:/x.md", "F008")]
    )
    def test_faults_stand_at_the_use(self, read: ReadMdx, path: str, code: str) -> None:
        page, (finding, *others) = read(f'import X from "{path}"\n\nText\n\n<X />')
        assert (finding.code, finding.arguments["target"], finding.span.line) == (code, path, 5)
        assert others == []
        assert "Text" in texts(page)

    def test_or_at_the_import_of_an_unused_one(self, read: ReadMdx) -> None:
        _, (finding,) = read('import X from "/none.mdx"\nimport y from "./code.js"\n\nText')
        assert (finding.code, str(finding.span)) == ("F006", "en/page.mdx:1:1")

    def test_markdown_snippets_know_no_components(self, read: ReadMdx) -> None:
        page, _ = read("import P from '/s.md'\n\n<P />", {"s.md": "{a}\n\n    code"})
        assert kinds(only(page.blocks, Include).blocks) == ["Paragraph", "Code"]
        assert texts(page) == ["{a}"]


class TestTabsAndSteps:
    def test_tabs(self, read: ReadMdx) -> None:
        source = (
            '<Tabs>\n  <Tab title="One &amp; two">\n    * a\n    * b\n  </Tab>\n  {/* c */}\n  <Tab>c</Tab>\n</Tabs>'
        )
        page, _ = read(source)
        first, second = only(page.blocks, Tabs).tabs
        assert (first.title.visible, str(first.title.span())) == ("One & two", "en/page.mdx:2:15")
        assert len(only(first.blocks, List).items) == 2
        assert (second.title.visible, kinds(second.blocks)) == ("", ["Paragraph"])
        assert (first.span.line, first.span.end_line, second.span.line) == (2, 5, 7)

    def test_steps_are_a_numbered_list(self, read: ReadMdx) -> None:
        page, _ = read('<Steps>\n<Step title="Go">\nText\n</Step>\n\n<Step>\nMore\n\n# H\n</Step>\n</Steps>')
        steps = only(page.blocks, List)
        assert steps.ordered
        assert [kinds(item.blocks) for item in steps.items] == [["Heading", "Paragraph"], ["Paragraph", "Heading"]]

    @pytest.mark.parametrize("name", ["Accordion", "Card", "Expandable", "Step", "Tab", "Own"])
    def test_titles_are_headings(self, read: ReadMdx, name: str) -> None:
        page, _ = read(f"<{name} icon='x' title={{'A title'}}>\n\nText\n\n</{name}>")
        heading = only(page.blocks, Heading)
        assert (heading.level, heading.text.visible, heading.anchor) == (6, "A title", "a-title")
        assert texts(page) == ["A title", "Text"]

    def test_captions_are_markdown(self, read: ReadMdx) -> None:
        page, _ = read('<Frame caption="See **this** [page](a)">\n<iframe src="x"></iframe>\n</Frame>')
        assert texts(page) == ["See this page"]
        assert '<iframe src="x"></iframe>' in "".join(block.html for block in page.blocks)

    @pytest.mark.parametrize(
        "source",
        [
            "<Tabs>\n<Tab title='a'>\nb\n</Tab>\nc\n</Tabs>",
            "<Steps>\n<Tab title='a'>\nb\n</Tab>\nc\n</Steps>",
            "<Tabs>\n<Tab title='a'>\nb\n\n<Tab>\n</Tab>\nc\n</Tabs>",
            "<Tab title='a'>\nb\n</Note>\nc",
            "</Tabs>\n\n<Card title='a'>\nb\n<Card>\nc",
            "* <Card title='a'>\n  b\n\nc\n</Card>",
            "> <Card title='a'>b\n\n<Own>c</Own>",
        ],
    )
    def test_what_does_not_fit_together_loses_no_text(self, read: ReadMdx, source: str) -> None:
        page, _ = read(source)
        assert texts(page) == ["a", "b", "c"]
        assert not [block for block in all_blocks(page.blocks) if isinstance(block, (Tabs, Alert))]


class TestInvisible:
    @pytest.mark.parametrize(
        ("source", "visible"),
        [
            ("a {/* b */} c", ["a c"]),
            ("a <!-- b --> c", ["a c"]),
            ("{/* a\n\n# b */}\n\nc", ["c"]),
            ("<!-- a\n\nb --> c", ["c"]),
            ("a {b.c({d: 1})} e", ["a e"]),
            ("a {'b \\'c\\''}{\" \"}{`d`} e", ["a b 'c' d e"]),
            ("export const a = {\n  b: '}',\n\n  c: 1\n}\n\nd", ["d"]),
            ("export const a = [\n" + "  1,\n" * 300 + "]\n\nd", ["d"]),
            ("export default function A() { return <p>b</p> }\n\nc", ["c"]),
            ("import A, { b } from 'c'\nimport * as d from \"e\";\nimport './f.css'\n\ng", ["g"]),
            ("<Icon icon='a' /> b <Tooltip tip='c'>d</Tooltip>", ["b d"]),
            ("a <Own b={c}/>d", ["a d"]),
            ("<Own b='c' />\n\nd", ["d"]),
            ("<script>\nlet a\n</script>\n\n<style>{`b`}</style>\n\nc", ["c"]),
            ("| a |\n|---|\n| <ul><li>b</li><li>c</li></ul> |", ["a", "b c"]),
        ],
    )
    def test_what_shows(self, read: ReadMdx, source: str, visible: list[str]) -> None:
        assert texts(read(source)[0]) == visible

    @pytest.mark.parametrize(
        "source",
        ["a < b > c", "a {b", "a } b", "<3 a", "import the files", "a\nimport b from 'c'", "\\{a\\}", "a <> b", "<a b"],
    )
    def test_what_is_text(self, read: ReadMdx, source: str) -> None:
        assert texts(read(source)[0]) == [source.replace("\n", " ").replace("\\", "")]

    def test_a_page_of_imports_and_comments_is_empty(self, read: ReadMdx) -> None:
        _, (finding,) = read("import A from './a.js'\n\n{/* b */}\n")
        assert finding.code == "F003"


def test_front_matter_headings_and_anchors(read: ReadMdx) -> None:
    page, _ = read("---\ntitle: T\n---\n\n# Head *ing* {#own}\n\nSetext\n---\n\n<h2>Third</h2>\n")
    headings = [block for block in page.blocks if isinstance(block, Heading)]
    assert [(head.level, head.text.visible, head.anchors) for head in headings] == [
        (1, "Head ing", ("own",)),
        (2, "Setext", ()),
        (2, "Third", ()),
    ]
    assert (page.title, page.key, page.topic) == ("T", "page.mdx", "page")


def test_html_is_content(read: ReadMdx) -> None:
    page, _ = read(
        '<div className="a">\n<ul>\n  <li>One</li>\n  <li><a href="b">Two</a></li>\n</ul>\n<p>Three</p></div>'
    )
    assert kinds(page.blocks) == ["List", "Paragraph"]
    assert texts(page) == ["One", "Two", "Three"]
    assert "<li>\n<p>One</p>" in page.blocks[0].html


def test_there_is_no_indented_code(read: ReadMdx) -> None:
    page, _ = read("<Tabs>\n    <Tab title='a'>\n        | b |\n        |---|\n        | c |\n    </Tab>\n</Tabs>\n")
    assert [cell.visible for cell in only(page.blocks, Table).rows[0].cells] == ["c"]
