"""The pages that are written from the rules alone."""

import re

import pytest

from tests.unit.site_builder.conftest import LICENCES_NL, LICENCES_SV, Build, Site

PLANS = """# Plans

Plans are cumulative: each plan includes everything in the plans below it.

| Plan | Description |
|---|---|
| Starter | Small. |
| Core | Large. |

| Limit | Starter | Core |
|---|---|---|
| Dashboards | 3 | 1000 |
| Active projects | 0 | Unlimited |
"""
TOPIC = "---\ntier: core\n---\n# Projects\n\nText.\n"
SETTINGS = '[front_matter]\nplan = "tier"\n'


@pytest.fixture
def site(build: Build) -> Site:
    return build({"en/plans.md": PLANS, "en/topic.md": TOPIC, "charter.toml": SETTINGS})


def section(text: str, anchor: str) -> str:
    begin = text.index(f'<h2 id="{anchor}">')
    return re.sub(r"<[^>]+>", " ", text[begin : text.index("</section>", begin)])


def test_a_plan_compares_with_the_others_in_the_numbers_of_the_language(site: Site) -> None:
    rows = re.findall(r'<tr id="(crm-suite-[^"]*)">(.*?)</tr>', site.text("en/rules/plans.html"))
    cells = {anchor: re.findall(r'<td class="(\w*)"><span>(.*?)</span>', row) for anchor, row in rows}
    assert cells["crm-suite-limit-dashboards"] == [("number", "3"), ("number", "1,000")]
    assert cells["crm-suite-limit-active-projects"] == [("no", "none"), ("number", "unlimited")]
    assert cells["crm-suite-topic-topic"] == [("no", "not included"), ("yes", "included")]


def test_the_page_of_a_plan_says_what_it_gives_and_what_comes_with_it(site: Site) -> None:
    text = site.text("en/rules/licence/core.html")
    assert "Everything in" in section(text, "gives")
    assert "Dashboards" in section(text, "gives")
    assert "Projects" in section(text, "needed-for")
    assert "en/plans.md:12" in section(text, "gives")


def test_what_a_plan_does_not_give_is_told_apart_from_what_it_gives(site: Site) -> None:
    text = site.text("en/rules/licence/starter.html")
    assert "Active projects" not in section(text, "gives")
    assert "Active projects" in section(text, "lacks")
    assert "lacks" not in site.text("en/rules/licence/core.html")


def test_a_topic_shows_below_its_title_what_it_needs(site: Site) -> None:
    article = site.article("en/topic.html")
    assert article.index("</h1>") < article.index('<p class="needs"')
    assert '<a href="rules/licence/core.html">Core</a>' in article
    assert 'class="needs"' not in site.article("en/plans.html")


def test_the_page_of_a_capability_lists_every_way_to_it(build: Build) -> None:
    site = build({"sv/x.md": LICENCES_SV, "nl/x.md": LICENCES_NL})
    text = site.text("sv/rules/capability/customer-centre.html")
    assert "Customer Centre" in section(text, "licences")
    assert '<a href="../../x.html#licence-customer-centre">' in text
    assert "Ger tillgång till Kundcenter." in section(text, "licences")


def test_where_languages_differ_each_reading_is_told_with_its_quote(build: Build) -> None:
    changed = LICENCES_NL.replace("Maakt gebruik van het Customer Centre mogelijk.", "Toegang tot offertes.")
    site = build({"sv/x.md": LICENCES_SV, "nl/x.md": changed})
    text = section(site.text("nl/rules/capability/quotes.html"), "licences")
    assert "Toegang tot offertes." in text
    assert "verschillende dingen" in text
    article = site.article("nl/x.html")
    assert '<li class="badge disputed"><a href="#charter-differences">taalversies verschillen</a></li>' in article
    assert '<a class="disputed" href="#charter-differences"' in article


def test_the_map_draws_a_line_for_each_grant_and_names_every_box(build: Build) -> None:
    text = build({"sv/x.md": LICENCES_SV}).text("sv/rules/map.html")
    assert text.count('<path class="gives"') == 3
    assert 'data-from="sales-user" data-to="to-sale-module"' in text
    assert 'aria-label="Säljanvändare"' in text


def test_the_switcher_leads_to_the_same_page_of_the_rules(build: Build) -> None:
    site = build({"sv/x.md": LICENCES_SV, "nl/x.md": LICENCES_NL})
    text = site.text("sv/rules/licence/sales-user.html")
    assert 'href="../../../nl/rules/licence/sales-user.html" hreflang="nl"' in text


def test_without_rules_there_are_no_such_pages(build: Build) -> None:
    site = build({"sv/x.md": "# Hej"})
    assert not any("/rules/" in place for place in site.files)
    assert "rules/" not in site.text("sv/x.html")


def test_a_folder_of_the_author_keeps_its_place(build: Build) -> None:
    site = build({"sv/x.md": LICENCES_SV, "sv/rules/index.md": "# Regler"})
    assert "Regler" in site.article("sv/rules/index.html")
    assert "sv/rules/index-2.html" in site.files
    assert site.report.published


def test_the_data_of_the_finder_cannot_end_its_element(build: Build) -> None:
    quoted = LICENCES_SV.replace("Ger tillgång till **Kundcenter**.", "Ger tillgång till Kundcenter.</script><b>")
    text = build({"sv/x.md": quoted}).text("sv/rules/finder.html")
    data = text[text.index('id="finder-data">') : text.rindex("</script>")]
    assert "<" not in data.partition(">")[2]
