"""In which language a page is written, by the words that show it."""

from collections import Counter
from collections.abc import Iterable, Mapping

import msgspec

from engine.cache import digest
from engine.checks.portions import in_portions
from engine.grammar.language_words import language_words, words_in
from engine.localedata import Locale
from engine.pages.blocks import Page
from engine.pages.read import same_language
from engine.pages.walking import each_text
from engine.rules import Docs

_SHOWN_KEYS = ("title", "description", "keywords")
"""Front matter that is written in the language of the page."""
_PROOF = 10
"""How many times as many words of one language as of the other prove a text."""
_COMMON = 20
"""Common words below which a text proves nothing by them."""
_LEARNT = 3
"""Pages of a language that have a word before it counts as one of its words; words of it that prove a text."""


class Hits(msgspec.Struct, frozen=True):
    """How many words of the text of pages belong to each language."""

    of: dict[str, dict[str, dict[str, int]]]
    """Path of a page -> path of a file, the page itself or one that it includes -> language -> its words."""


def hits(docs: Docs, owners: Mapping[str, str]) -> dict[str, dict[str, dict[str, int]]]:
    """How many words of the text of each page, and of each file that it includes, belong to each language.

    Args:
        docs: the pages. Redirect stubs are left out.
        owners: word -> the one language that has it.
    Returns:
        As `Hits` has it.
    """

    def counted(pages: Iterable[Page]) -> Hits:
        return Hits({page.path: _hits(page, owners) for page in pages if page.redirect is None})

    grounds = digest(*(part for item in sorted(owners.items()) for part in item))
    return {path: found for portion in in_portions(docs, Hits, counted, grounds) for path, found in portion.of.items()}


def _hits(page: Page, owners: Mapping[str, str]) -> dict[str, dict[str, int]]:
    """The same of one page. What is included from outside of the folder is shared by all languages, and left out."""
    found: dict[str, dict[str, int]] = {}
    for text in each_text(page.blocks):
        path = text.pieces[0].path
        if path.startswith(f"{page.folder}/"):
            counts = found.setdefault(path, {})
            for word in text.visible.lower().split():
                if (owner := owners.get(word)) is not None:
                    counts[owner] = counts.get(owner, 0) + 1
    return found


def owners_of(locales: Iterable[Locale]) -> dict[str, str]:
    """Common word -> the one of these languages that has it. Words of several languages are left out."""
    having: dict[str, list[str]] = {}
    for locale in locales:
        for word in language_words(locale):
            having.setdefault(word, []).append(locale.tag)
    return {word: tags[0] for word, tags in having.items() if len(tags) == 1}


def is_proved(docs: Docs, page: Page, language: Locale, other: Locale) -> bool:
    """Whether a page's own words leave no doubt that it is in one language and not in another.

    The common words of the two prove a long text. A short one is proved by words that other pages of its language
    have and none of the other language's, where the tree holds both.
    """
    owners = owners_of((language, other))
    counted = Counter(owners[word] for word in _words(page) if word in owners)
    if counted[language.tag] >= max(_COMMON, _PROOF * counted[other.tag]):
        return True
    here, there = _learnt(docs, language.tag), _learnt(docs, other.tag)
    if not here or not there:
        return False
    present = set(_words(page))
    said, against = present & here.keys() - there.keys(), present & there.keys() - here.keys()
    return sum(here[word] >= _LEARNT for word in said) >= max(_LEARNT, _PROOF * len(against))


def _words(page: Page) -> list[str]:
    shown = [str(page.front_matter.get(key, "")) for key in _SHOWN_KEYS]
    return [word for text in (*shown, *(text.visible for text in each_text(page.blocks))) for word in words_in(text)]


def _learnt(docs: Docs, language: str) -> Counter[str]:
    """Word -> the number of pages in the language, and labelled as such, that have it."""
    found: Counter[str] = Counter()
    for page in docs.tree.pages:
        label = page.front_matter.get("language")
        labelled = isinstance(label, str) and same_language(label, language)
        if labelled and page.language == language and page.redirect is None:
            found.update(set(_words(page)))
    return found
