"""The words by which a text shows its language."""

from engine.grammar.language_words import language_words, words_in
from engine.localedata import Locales


def test_words_are_in_lower_case_and_without_numbers() -> None:
    assert words_in("Två (2) Åtgärder_x, SuperOffice's") == ["två", "åtgärder", "x", "superoffice", "s"]


def test_a_language_has_the_words_of_its_lists_patterns_and_messages(locales: Locales) -> None:
    swedish = language_words(locales.get("sv"))
    assert {"och", "eller", "inte", "åtkomst"} <= swedish
    assert not {"and", "zonder", "{name}"} & swedish


def test_every_language_has_many_words_that_its_nearest_neighbour_lacks(locales: Locales) -> None:
    words = {tag: language_words(locale) for tag, locale in locales.languages.items()}
    assert all(len(words[one] - words[other]) > 20 for one in words for other in words if one != other)
