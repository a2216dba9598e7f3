"""The components of MDX as HTML that works without a script."""

import re

from tests.unit.site_builder.conftest import Build

PAGE = """# P

## S

<Steps>
  <Step title="One">Do it.</Step>
</Steps>

<Columns>
  <Card title="Here" href="/sv/y">Text</Card>
  <Card title="There" href="https://example.com/">Text</Card>
  <Card title="Nowhere" href="javascript:alert(1)">Text</Card>
</Columns>

<Accordion title="Open me" description="In short">Hidden.</Accordion>

<Frame caption="What it shows">Shown.</Frame>

<Check>Well done.</Check>
"""


def article_of(build: Build) -> str:
    return build({"sv/x.mdx": PAGE, "sv/y.mdx": "# Y"}).article("sv/x.html")


def test_steps_are_a_list_with_titles_one_level_below_their_section(build: Build) -> None:
    article = article_of(build)
    found = re.search(r'<ol class="steps">\s*<li>\s*<h6 [^>]*>One</h6>', article)
    assert found is not None
    assert 'aria-level="3"' in found[0]


def test_a_card_is_one_link_to_where_it_leads(build: Build) -> None:
    article = article_of(build)
    assert '<a class="card-link" href="y.html">Here</a>' in article
    assert '<a class="card-link external" href="https://example.com/" rel="external noopener">There</a>' in article
    assert "javascript:" not in article
    assert article.count('<div class="card">') == 3


def test_an_accordion_opens_without_a_script(build: Build) -> None:
    article = article_of(build)
    assert re.search(r'<details class="accordion">\s*<summary>\s*<h6 [^>]*>Open me</h6>\s*</summary>', article)
    assert article.index("In short") > article.index("</summary>")


def test_frames_have_captions_and_checks_a_word(build: Build) -> None:
    article = article_of(build)
    assert '<p class="caption">What it shows</p>' in article
    assert ">Klart</p>" in article
