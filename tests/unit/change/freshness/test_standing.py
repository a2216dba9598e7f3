"""Who agrees with whom, who is behind, and what a look at a text settles."""

import pytest

from engine.change.freshness.signature import ABSENT, Signature, read_signature
from engine.change.freshness.standing import Relation, Standing, confirm, standing


def texts(**words: str) -> dict[str, Signature]:
    return {language: Signature(word) for language, word in words.items()}


def block(now: dict[str, Signature], *confirmed: dict[str, Signature]) -> Standing:
    return standing(now, ("de", "en", "sv"), confirmed)


ALL = texts(de="d", en="e", sv="s")


@pytest.mark.parametrize(
    ("now", "language", "other", "expected"),
    [
        (ALL, "sv", "en", Relation.CONFIRMED),
        (texts(de="d", en="e2", sv="s"), "sv", "en", Relation.BEHIND),
        (texts(de="d", en="e2", sv="s"), "en", "sv", Relation.AHEAD),
        (texts(de="d", en="e2", sv="s"), "sv", "de", Relation.CONFIRMED),
        (texts(de="d", en="e2", sv="s2"), "sv", "en", Relation.BOTH),
        (texts(de="d", sv="s"), "sv", "en", Relation.BEHIND),
    ],
)
def test_a_text_is_behind_what_changed_since_it_was_confirmed(
    now: dict[str, Signature], language: str, other: str, expected: Relation
) -> None:
    assert block(now, ALL).relation(language, other)[0] is expected


def test_what_was_confirmed_of_the_other_is_told_with_it() -> None:
    assert block(texts(de="d", en="e2", sv="s"), ALL).relation("sv", "en")[1] == Signature("e")


def test_what_nobody_compared_is_new() -> None:
    assert block(ALL, texts(de="d", en="e")).relation("sv", "en") == (Relation.NEW, None)


def test_an_edit_that_is_taken_back_needs_no_look() -> None:
    after = (ALL, texts(en="e2", sv="s"))
    assert block(ALL, *after).relation("sv", "en")[0] is Relation.CONFIRMED
    assert block(ALL, *after).relation("de", "en")[0] is Relation.CONFIRMED


def test_a_look_at_one_language_settles_nothing_for_the_others() -> None:
    edited = block(texts(de="d", en="e2", sv="s"), ALL)
    after = block(dict(edited.now), *confirm(edited, "sv"))
    assert after.relation("sv", "en")[0] is Relation.CONFIRMED
    assert after.relation("de", "en")[0] is Relation.BEHIND
    assert after.confirmed == (ALL, texts(en="e2", sv="s"))


def test_when_all_have_looked_one_line_is_left() -> None:
    state = block(texts(de="d2", en="e2", sv="s"), ALL)
    for language in ("sv", "de"):
        state = block(dict(state.now), *confirm(state, language))
    assert state.confirmed == (texts(de="d2", en="e2", sv="s"),)
    assert state.relation("de", "sv")[0] is Relation.CONFIRMED


def test_whoever_edited_cannot_confirm_for_those_that_follow() -> None:
    edited = block(texts(de="d", en="e2", sv="s"), ALL)
    assert confirm(edited, "en") == (ALL,)


def test_a_look_may_be_at_some_languages_only() -> None:
    edited = block(texts(de="d2", en="e2", sv="s"), ALL)
    after = block(dict(edited.now), *confirm(edited, "sv", ["en"]))
    assert after.relation("sv", "en")[0] is Relation.CONFIRMED
    assert after.relation("sv", "de")[0] is Relation.BEHIND


def test_a_block_that_was_never_written_cannot_be_confirmed() -> None:
    lacking = block(texts(de="d", en="e"))
    assert confirm(lacking, "sv") == ()
    assert confirm(lacking, "en") == (texts(de="d", en="e"),)


def test_a_block_that_was_removed_can_be() -> None:
    removed = block(texts(de="d", sv="s"), ALL)
    after = block(dict(removed.now), *confirm(removed, "sv"))
    assert after.confirmed[-1] == {"en": Signature(ABSENT), "sv": Signature("s")}
    assert after.relation("sv", "en")[0] is Relation.CONFIRMED


@pytest.mark.parametrize("text", ["-", "0a1b", "0a+1b|2c", "0a!1b", "0a#1b", "0a|!1b#2c", ""])
def test_a_signature_reads_back_as_it_was_written(text: str) -> None:
    signature = read_signature(text)
    assert signature is not None
    assert str(signature) == text


def test_what_is_no_signature_is_none() -> None:
    assert read_signature("0a!1b!2c") is None
    assert read_signature("x") is None
