import re

from engine.model.rules import Limit
from site_builder.rule_anchors import rule_anchor
from tests.unit.site_builder.conftest import Build

_TABLE = "# P\n\n| {0} | Starter | Core |\n|---|---|---|\n| Dashboards | 3 | {1} |\n| {2} | 0 | 100 |\n"
PLANS = {
    "en": _TABLE.format("Limit", "Unlimited", "Active projects"),
    "sv": _TABLE.format("Gräns", "Obegränsat", "Aktiva projekt"),
}
NEEDS = "# P\n\n## S\n\n> [!NOTE]\n> This feature requires the Core plan.\n"


def test_an_anchor_is_what_a_rule_says() -> None:
    assert rule_anchor(Limit("core", "dashboards", None)) == rule_anchor(Limit("core", "dashboards", None))
    assert rule_anchor(Limit("core", "dashboards", 3)) != rule_anchor(Limit("core", "dashboards", None))


def test_rows_have_the_same_anchors_in_every_language(build: Build) -> None:
    site = build({f"{language}/x.md": text for language, text in PLANS.items()})
    found = [re.findall(r'<tr id="(rule-[0-9a-f]{8})">', site.article(f"{tag}/x.html")) for tag in PLANS]
    assert len(found[0]) == 2
    assert found[0] == found[1]


def test_a_sentence_has_an_anchor_before_its_block_and_the_rules_pages_lead_there(build: Build) -> None:
    site = build({"en/x.md": NEEDS})
    anchor = re.search(r'<a id="(rule-[0-9a-f]{8})"></a>', site.article("en/x.html"))
    assert anchor is not None
    assert f'href="../../x.html#{anchor[1]}"' in site.text("en/rules/licence/core.html")
    assert site.report.published


def test_a_page_without_rules_has_none(build: Build) -> None:
    assert "rule-" not in build({"en/x.md": "# P\n\nText.\n"}).article("en/x.html")
