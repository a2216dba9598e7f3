"""Interface sentences that count: each language has as many forms as it needs."""

from engine.localedata import Locales, Messages


def test_a_language_with_other_plural_forms_has_its_own_say() -> None:
    # As in Polish: one, few, many.
    polish = Messages(
        {},
        {("{count} error", "{count} errors"): ("{count} błąd", "{count} błędy", "{count} błędów")},
        "(n > 2 ? 2 : n - 1)",
    )
    assert [polish.ngettext("{count} error", "{count} errors", n) for n in (1, 2, 3)] == [
        "1 błąd",
        "2 błędy",
        "3 błędów",
    ]


def test_the_plural_forms_of_every_catalogue_are_understood(locales: Locales) -> None:
    for locale in locales.languages.values():
        assert [locale.messages.ngettext("{count} x", "{count} xs", n) for n in (0, 1, 2)] == ["0 xs", "1 x", "2 xs"]


def test_without_a_translation_a_number_takes_the_english_forms() -> None:
    messages = Messages({}, {("{count} x", "{count} xs"): ("", "")})
    assert [messages.ngettext("{count} x", "{count} xs", n) for n in (0, 1, 2)] == ["0 xs", "1 x", "2 xs"]


def test_other_placeholders_are_filled_too() -> None:
    assert Messages().ngettext("{count} x in {place}", "{count} xs in {place}", 2, place="{here}") == "2 xs in {here}"
