"""No barriers that axe-core can find, in no language and in neither colours."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

PAGES = (
    "index.html",
    "admin/license/learn/index.html",
    "admin/license/learn/crm-suite.html",
    "project/learn/index.html",
    "rules/index.html",
    "rules/plans.html",
    "rules/map.html",
    "rules/finder.html",
    "rules/licence/plus.html",
    "rules/capability/sale-module.html",
)
SMALL = ("x.html", "only.html", "bits.html", "index.html", "rules/index.html", "rules/licence/sales-user.html")
LANGUAGES = ("da", "de", "en", "nl", "no", "sv")
SCHEMES = ("light", "dark")
OPTIONS = {
    "light": {"resultTypes": ["violations"]},
    # Other colours make no other structure.
    "dark": {"resultTypes": ["violations"], "runOnly": ["color-contrast", "link-in-text-block"]},
}


def violations(browser: Browser, site: Path, places: list[str], scheme: str) -> list[str]:
    # So low that the navigation scrolls.
    context = browser.new_context(color_scheme=scheme, reduced_motion="reduce", viewport={"width": 1366, "height": 300})
    page = context.new_page()
    axe = Axe()
    found: list[str] = []
    for place in places:
        page.goto((site / place).as_uri())
        page.evaluate("document.querySelectorAll('main details').forEach((details) => { details.open = true; })")
        for violation in axe.run(page, options=OPTIONS[scheme]).response["violations"]:
            nodes = "; ".join(node["html"][:160] for node in violation["nodes"][:3])
            found.append(f"{place} {scheme}: {violation['id']} {violation['help']}: {nodes}")
    context.close()
    return found


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_kind_of_page_in_two_languages(browser: Browser, site: Path, scheme: str) -> None:
    places = ["index.html", "404.html", *(f"{language}/{place}" for language in ("sv", "de") for place in PAGES)]
    assert violations(browser, site, places, scheme) == []


def test_pages_with_most_words_in_every_language(browser: Browser, site: Path) -> None:
    kinds = ("admin/license/learn/index.html", "rules/finder.html", "rules/plans.html", "404.html")
    places = [f"{language}/{place}" for language in LANGUAGES if language not in ("sv", "de") for place in kinds]
    assert violations(browser, site, places, "light") == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_banners_components_and_what_stands_in_for_translations(
    browser: Browser, small_site: Path, scheme: str
) -> None:
    places = [f"{language}/{place}" for language in ("nl", "sv") for place in SMALL]
    assert violations(browser, small_site, places, scheme) == []
