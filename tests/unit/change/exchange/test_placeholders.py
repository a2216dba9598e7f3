"""What a translator must not change is a placeholder, and comes back as it was written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.change.exchange.placeholders import (
    LostError,
    Writer,
    in_language,
    meanings,
    message,
    pieces,
    written_back,
)
from engine.grammar import Grammar, load_grammar
from engine.localedata import Locales

_known: dict[str, Grammar] = {}


@pytest.fixture(scope="module")
def writers(locales: Locales) -> dict[str, Writer]:
    for tag in ("en", "sv"):
        _known.setdefault(tag, load_grammar(locales.get(tag), locales.vocabulary))
    return {tag: Writer(_known[tag], f"{tag}/a/b.md", tag, frozenset(("en", "sv")), False) for tag in _known}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("up to 100 users", "up to {100} users"),
        ("1,000 or 1.5", "{1000} or {1.5}"),
        ("a 3D view of SO_2", "a 3D view of SO_2"),
        ("Access to **Standard CRM**.", "Access to **{standard-crm}**."),
        ("the system and the audience", "the system and the audience"),
        ("**Satellite**", "**{satellite}**"),
        ("see [plans](../plans.md#x) or [more][1]", "see [plans]({link1}) or [more][{link2}]"),
        ("`code` and ``more ` code``", "{code1} and {code2}"),
        ('<a id="x" />Title<br>', "{tag1}Title{tag2}"),
        ("![Screen](../img/x.png)", "![Screen]({link1})"),
        ("[!include[A](x.md)] text", "{include1} text"),
        ("https://example.org/a_b and <https://x.org>", "{link1} and {link2}"),
        ("a {b} c", "a {{b}} c"),
        ("1&nbsp;&#160;&lt; \\*2\\*", "{1}&nbsp;&#160;&lt; \\*{2}\\*"),
        ("[same](x.md) and [same](./x.md)", "[same]({link1}) and [same]({link1})"),
    ],
)
def test_numbers_names_and_markup_are_placeholders(writers: dict[str, Writer], text: str, expected: str) -> None:
    parts = pieces(text, writers["en"])
    made = message(parts)
    assert made.text == expected
    assert written_back(made.text, (made,), lambda name: None) == text


def test_the_same_thing_has_the_same_placeholder_in_every_language(writers: dict[str, Writer]) -> None:
    english = pieces("Up to 1,000 with Standard CRM: [here](x.md), [there](../en/a/y.md)", writers["en"])
    swedish = pieces("[Där](y.md) och [här](x.md): upp till 1\u00a0000 med Standard CRM", writers["sv"])
    told = meanings(english)
    assert message(english).text == "Up to {1000} with {standard-crm}: [here]({link1}), [there]({link2})"
    made = message(swedish, None, told)
    assert made.text == "[Där]({link2}) och [här]({link1}): upp till {1000} med {standard-crm}"
    assert written_back(made.text, (message(english), made), lambda name: None).endswith("1\u00a0000 med Standard CRM")


def test_an_expression_of_mdx_is_kept_whole(writers: dict[str, Writer]) -> None:
    english = writers["en"]
    writer = Writer(english.grammar, "en/a.mdx", "en", english.languages, True)
    made = message(pieces("Total {props.count + 1} items", writer))
    assert made.text == "Total {tag1} items"


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("no number", ("{100}", "{link1}")),
        ("{100} only", ("{link1}",)),
        ("{100} {link1} {x}", ("{x}",)),
        ("{100} {link1} {", ("{",)),
        ("{100} {link1} {100}", ("{100}",)),
    ],
)
def test_lost_and_unknown_placeholders_are_told(writers: dict[str, Writer], text: str, lost: tuple[str, ...]) -> None:
    made = message(pieces("[up](x.md) to 100", writers["en"]))
    with pytest.raises(LostError) as error:
        written_back(text, (made,), lambda name: None)
    assert error.value.args == lost


def test_what_the_translation_said_otherwise_may_stay_so(writers: dict[str, Writer]) -> None:
    english, swedish = message(pieces("100 of them", writers["en"])), message(pieces("50 av dem", writers["sv"]))
    assert written_back("bara {50} av dem", (english, swedish), lambda name: None) == "bara 50 av dem"
    told = meanings(pieces("100 of them", writers["en"]))
    restored = written_back("{100} av dem", (english, swedish), lambda name: in_language(told[name], _known["sv"]))
    assert restored == "100 av dem"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("1,000 x", "1\u00a0000"), ("100 x", "100"), ("1.5 x", "1,5"), ("Marketing user", "Marknadsföringsanvändare")],
)
def test_a_new_translation_writes_numbers_and_names_as_its_language_does(
    writers: dict[str, Writer], text: str, expected: str
) -> None:
    (lock,) = meanings(pieces(text, writers["en"])).values()
    assert in_language(lock, _known["sv"]) == expected


@given(st.text(alphabet=st.sampled_from("ab 1,.{}[]()`<>*_#&;\\|\"'!\n/="), max_size=40))
def test_any_text_comes_back_as_it_was(text: str) -> None:
    if not _known:
        return
    writer = Writer(_known["en"], "en/a.md", "en", frozenset(("en",)), False)
    parts = pieces(text, writer)
    assert "".join(part if isinstance(part, str) else part.written for part in parts) == text
    made = message(parts)
    assert written_back(made.text, (made,), lambda name: None) == text
