import pytest

from site_builder.highlighting import highlighted
from tests.unit.site_builder.conftest import Build


def test_words_of_a_known_language_get_classes() -> None:
    written = highlighted('<pre><code class="language-python">def f(): return "&lt;a&gt;"\n</code></pre>')
    assert '<span class="hl-k">def</span>' in written
    assert "&lt;a&gt;" in written
    assert "style=" not in written


@pytest.mark.parametrize(
    "block",
    [
        '<pre><code class="language-nosuch">x = 1</code></pre>',
        "<pre><code>x = 1</code></pre>",
        '<p><code class="language-python">def</code></p>',
        f'<pre><code class="language-python">{"x" * 20_001}</code></pre>',
    ],
)
def test_everything_else_stays(block: str) -> None:
    assert highlighted(block) == block


def test_code_on_a_page_is_marked_and_nothing_in_it_runs(build: Build) -> None:
    article = build({"sv/x.md": "# A\n\n```html\n<script>alert(1)</script>\n```\n"}).article("sv/x.html")
    assert "hl-nt" in article
    assert "<script" not in article
