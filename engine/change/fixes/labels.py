"""Fixes of `language:` labels that the text of their page proves wrong."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from engine.change.fixes.records import Fix
from engine.checks.language_of_text import is_proved
from engine.localedata import Locale, Locales, normalise_tag
from engine.model.spans import Span
from engine.pages.blocks import Page
from engine.pages.read import same_language
from engine.rules import Docs

WRONG_LABEL: Final = "F005"

_KEY = "language"
_LINE = re.compile(rf"""({_KEY}\s*:\s*["']?)([\w-]+)["']?\s*(?:#.*)?""")


def label_fixes(docs: Docs, locales: Locales) -> Iterator[Fix]:
    """One fix per wrong label whose page is, beyond doubt, in the language of its folder."""
    for page in docs.tree.pages:
        label = page.front_matter.get(_KEY)
        if page.redirect is not None or not isinstance(label, str) or same_language(label, page.language):
            continue
        own, other = _locale(locales, page.language), _locale(locales, label)
        if own is None or other is None or not is_proved(docs, page, own, other):
            continue
        line = page.front_matter_lines.get(_KEY, 1)
        match = _LINE.fullmatch(docs.tree.quote(Span(page.path, line, 1, line, 10_000)))
        if match and match[2] == label:
            span = Span(page.path, line, match.start(2) + 1, line, match.end(2) + 1)
            yield Fix(span, label, _usual_label(docs, page), WRONG_LABEL)


def _locale(locales: Locales, tag: str) -> Locale | None:
    return locales.languages.get(normalise_tag(tag)) or locales.languages.get(normalise_tag(tag).split("-")[0])


def _usual_label(docs: Docs, page: Page) -> str:
    """How the other pages of the folder are labelled: the folder `no` may say `no` or `nb`."""
    labels = Counter(
        label
        for other in docs.tree.pages
        if other.folder == page.folder and isinstance(label := other.front_matter.get(_KEY), str)
        if same_language(label, page.language)
    )
    return labels.most_common(1)[0][0] if labels else page.folder
