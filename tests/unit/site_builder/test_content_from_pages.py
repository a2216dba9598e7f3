import pytest

from tests.unit.site_builder.conftest import Build

HOSTILE = """# Page

[two](javascript:void) and [three](data:x)

<script>alert(1)</script><style>body{display:none}</style><iframe src="https://example.com"></iframe>
<p onclick="alert(1)" style="position:fixed" class="top">Text</p><form action="/x"><input></form>
<img src="x.png" onerror="alert(1)" alt="picture"><svg onload="alert(1)"><a href="javascript:x">s</a></svg>
<a href="java&#10;script:alert(1)">one</a> <a href="data:text/html,x">three</a>
<article data-charter-article><p data-charter-generated>hidden</p></article>
<base href="https://example.com"><meta http-equiv="refresh" content="0; url=https://example.com">
<div data-from="../../../../etc/x.md"><a href="y.md">four</a></div>
"""


@pytest.fixture
def hostile(build: Build) -> str:
    return build({"sv/page.md": HOSTILE}).article("sv/page.html")


BAD_TAGS = ("<script", "<style", "<iframe", "<form", "<input", "<svg", "<article", "<base", "<meta")
BAD_ATTRIBUTES = ("onclick", "onerror", "onload", "style=", "data-from", 'class="top"', "href=", "alert(1)")


@pytest.mark.parametrize("bad", [*BAD_TAGS, *BAD_ATTRIBUTES])
def test_nothing_that_runs_loads_or_restyles_remains(hostile: str, bad: str) -> None:
    assert bad not in hostile


def test_authors_cannot_mark_text_as_generated(hostile: str) -> None:
    assert "<p>hidden</p>" in hostile


def test_links_that_are_refused_keep_their_text(hostile: str) -> None:
    assert "<p>two and three</p>" in hostile
    assert "\none three\n" in hostile
    assert '<a class="refused">four</a>' in hostile


def test_no_link_stands_in_a_link(build: Build) -> None:
    text = '# Page\n\n## <a id="x"><a>Forgotten\n\n<div><a href="y.md"><h3 id="in">In a link</h3></a></div>\n'
    article = build({"sv/page.md": text, "sv/y.md": "# Y"}).article("sv/page.html")
    assert '<h2 id="forgotten"><a id="x"></a>Forgotten<a class="anchor"' in article
    assert '<a href="y.html"><h3 id="in">In a link</h3></a>' in article


def test_an_anchor_of_old_is_an_anchor(build: Build) -> None:
    article = build({"sv/page.md": '# Page\n\n<a name="here"></a>Text.\n'}).article("sv/page.html")
    assert '<a id="here"></a>Text.' in article


def test_unbalanced_html_of_a_page_stays_inside_its_article(build: Build) -> None:
    site = build({"sv/page.md": "# Page\n\n</article></main></div></div>\n\n<details><summary>S</summary>\n\nText\n"})
    assert site.text("sv/page.html").count("</article>") == 1
    assert "<p>Text</p>" in site.article("sv/page.html")


def test_alerts_have_a_title_that_is_not_read_back(build: Build) -> None:
    article = build({"sv/page.md": "# Page\n\n> [!TIP]\n> Text\n"}).article("sv/page.html")
    assert '<aside class="alert alert-tip" role="note"><p class="alert-title" data-charter-generated>' in article


def test_links_and_pictures(build: Build) -> None:
    text = "# Page\n\n[a](other.md#x) [b](none.md) [c](https://example.com) ![in](../m/x.png) ![out](../m/y.png)\n"
    site = build({"sv/page.md": text, "sv/other.md": "# Other", "m/x.png": b"png"})
    article = site.article("sv/page.html")
    assert '<a href="other.html#x">a</a>' in article
    assert '<a href="none.md" class="missing">b</a>' in article
    assert '<a href="https://example.com" class="external" rel="external noopener">c</a>' in article
    assert '<img src="../m/x.png" alt="in" loading="lazy">' in article
    assert '<span class="no-picture" data-charter-generated>out</span>' in article
    assert site.files["m/x.png"] == b"png"
    assert site.report.dead_links == (("sv/page.md", "none.md"), ("sv/page.md", "../m/y.png"))


def test_links_of_an_include_start_at_its_file(build: Build) -> None:
    site = build(
        {
            "sv/a/page.md": "# Page\n\n[!include[x](../b/includes/x.md)]\n\nText [!include[x](../b/includes/x.md)].\n",
            "sv/b/includes/x.md": "See [y](../y.md)",
            "sv/b/y.md": "# Y",
        }
    )
    assert site.article("sv/a/page.html").count('<a href="../b/y.html">y</a>') == 2


def test_links_of_a_list_that_is_included_in_a_sentence_start_at_its_file(build: Build) -> None:
    site = build(
        {
            "sv/a/page.md": "# Page\n\n. [!include[x](../b/includes/x.md)]\n",
            "sv/b/includes/x.md": "Click.\n\n* See [y](../y.md)\n",
            "sv/b/y.md": "# Y",
        }
    )
    assert '<li>See <a href="../b/y.html">y</a></li>' in site.article("sv/a/page.html")


def test_headings_are_listed_and_anchors_are_unique(build: Build) -> None:
    text = '# Page\n\n## One & <b>two</b>\n\n### Three\n\n#### Four\n\n## One\n\n<a id="one"></a>\n\n## One\n'
    page = build({"sv/page.md": text}).text("sv/page.html")
    assert '<li class="level-2"><a href="#one--two">One &amp; two</a></li>' in page
    assert '<li class="level-3"><a href="#three">Three</a></li>' in page
    assert 'href="#four">Four' not in page
    assert page.count('id="one"') == 1


def test_a_page_without_a_heading_shows_its_title(build: Build) -> None:
    article = build({"sv/page.md": "---\ntitle: A & B\n---\nText\n"}).article("sv/page.html")
    assert "<h1 data-charter-generated>A &amp; B</h1>" in article


def test_columns_are_aligned_without_inline_style(build: Build) -> None:
    article = build({"sv/page.md": "# P\n\n| a | b |\n|:-:|--:|\n| 1 | 2 |\n"}).article("sv/page.html")
    assert '<td class="align-center">1</td>' in article
    assert '<td class="align-right">2</td>' in article
    assert "style=" not in article


def test_noncharacters_of_an_author_do_not_pass_for_markers(build: Build) -> None:
    article = build({"sv/page.md": "# P\n\n\ufdd00\ufdd1 text\n"}).article("sv/page.html")
    assert "<p>0 text</p>" in article
