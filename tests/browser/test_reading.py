"""What pages do in a browser: with a script and without, wide and narrow, by keyboard, in both directions."""

from pathlib import Path

from playwright.sync_api import Browser, Page


def test_tabs_work_by_keyboard_and_are_all_there_without_a_script(
    browser: Browser, page: Page, small_site: Path
) -> None:
    address = (small_site / "sv/bits.html").as_uri()
    page.goto(address)
    page.get_by_role("tab", name="Left").focus()
    assert page.get_by_text("On the left.").is_visible()
    page.keyboard.press("ArrowRight")
    assert page.get_by_text("On the right.").is_visible()
    assert not page.get_by_text("On the left.").is_visible()
    plain = browser.new_context(java_script_enabled=False).new_page()
    plain.goto(address)
    assert plain.get_by_text("On the left.").is_visible()
    assert plain.get_by_text("On the right.").is_visible()
    plain.context.close()


def test_nothing_is_wider_than_a_phone(browser: Browser, site: Path, small_site: Path) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    places = ["admin/license/learn/index.html", "rules/plans.html", "rules/map.html", "rules/finder.html"]
    addresses = [site / "de" / place for place in (*places, "rules/licence/plus.html")]
    addresses += [small_site / "nl" / place for place in ("x.html", "only.html", "bits.html")]
    for address in addresses:
        page.goto(address.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, address
    context.close()


def test_the_first_tab_key_leads_past_the_navigation(page: Page, site: Path) -> None:
    page.goto((site / "de/rules/index.html").as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "charter-content"


def test_the_navigation_is_open_beside_the_text_and_closed_above_it(page: Page, site: Path) -> None:
    page.set_viewport_size({"width": 1366, "height": 700})
    page.goto((site / "de/admin/license/learn/index.html").as_uri())
    assert page.locator("details.menu").get_attribute("open") is not None
    assert page.locator("details.on-page").get_attribute("open") is not None
    page.set_viewport_size({"width": 390, "height": 700})
    page.wait_for_function("!document.querySelector('details.menu').open")
    assert not page.locator("details.menu nav").is_visible()


def test_a_mark_of_a_dispute_opens_both_quotes(page: Page, small_site: Path) -> None:
    page.goto((small_site / "nl/x.html").as_uri())
    page.locator("h2 a.disputed").first.click()
    # The browser tells the script of the new place when it has time.
    page.get_by_text("Åtkomst till säljmodulen, i tillägg till Standard CRM.").wait_for(state="visible")


def test_colours_are_the_readers_choice_and_stay(page: Page, site: Path) -> None:
    page.goto((site / "sv/index.html").as_uri())
    page.locator("button.theme").click()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"


def test_a_script_of_right_to_left_is_mirrored(page: Page, site: Path) -> None:
    page.goto((site / "en/rules/licence/plus.html").as_uri())
    before = page.locator(".menu").bounding_box()
    page.evaluate("document.documentElement.dir = 'rtl'")
    after = page.locator(".menu").bounding_box()
    assert before is not None
    assert after is not None
    width = page.viewport_size["width"] if page.viewport_size else 0
    assert round(before["x"]) == round(width - after["x"] - after["width"])
