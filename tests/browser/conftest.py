"""One Chromium for all tests, and sites built once: the project's own help, and small pages that disagree."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from engine.localedata import Locales
from site_builder import build_site
from tests.unit.site_builder.conftest import LICENCES_NL, LICENCES_SV

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")

MDX = """# Bits

## Parts

<Steps>
  <Step title="First">Do this.</Step>
  <Step title="Then">Do that.</Step>
</Steps>

<Columns cols={2}>
  <Card title="One" href="x.mdx">About one</Card>
  <Card title="Two">About two</Card>
</Columns>

<AccordionGroup>
  <Accordion title="More">Hidden at first.</Accordion>
</AccordionGroup>

<Tabs>
  <Tab title="Left">On the left.</Tab>
  <Tab title="Right">On the right.</Tab>
</Tabs>

<Frame caption="What it shows">Shown</Frame>

<Note>A note.</Note>

<Check>It works.</Check>

```python
def f() -> int:  # a comment
    return 1
```
"""
SMALL = {
    "sv/x.md": LICENCES_SV,
    "nl/x.md": LICENCES_NL.replace("de Sale-module, in", "SuperOffice Service, in"),
    "sv/only.md": "# Bara här\n\n## Ett\n\nText.\n\n## Två\n\nText.\n",
    "sv/bits.mdx": MDX,
    "sv/x.mdx": "# X\n",
}


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed; set CHROMIUM to its path")
    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page whose faults fail the test: errors of scripts, and what the policy of the page forbids."""
    opened = browser.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    yield opened
    opened.close()
    assert faults == []


@pytest.fixture(scope="package")
def small_site(locales: Locales, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Pages in two languages that disagree, that lack translations and that hold every component."""
    folder = tmp_path_factory.mktemp("small")
    for path, text in SMALL.items():
        file = folder / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    assert build_site(folder / "docs", folder / "site", locales).published
    return folder / "site"
