"""Where sentences end."""

import pytest

from engine.grammar import split_sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("", []),
        ("   ", []),
        ("One", ["One"]),
        ("One. Two.", ["One.", "Two."]),
        ("  One!  \n Two?  ", ["One!", "Two?"]),
        ("He said “stop.” Then he left.", ["He said “stop.”", "Then he left."]),
        ("Version 11.2 is out. 3 sites use it.", ["Version 11.2 is out.", "3 sites use it."]),
        ("Use a tool, e.g. Pocket CRM. Then stop.", ["Use a tool, e.g. Pocket CRM.", "Then stop."]),
        ("Access to things (e.g. Pocket CRM). More.", ["Access to things (e.g. Pocket CRM).", "More."]),
        ("Wait … for it. Now", ["Wait … for it.", "Now"]),
        ("See x. and y.", ["See x. and y."]),
        ("Zugriff, z.B. Anmeldung. Ende", ["Zugriff, z.B. Anmeldung.", "Ende"]),
    ],
)
def test_a_stop_before_a_capital_ends_a_sentence_unless_it_shortens_a_word(text: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in split_sentences(text, ("e.g.", "z.B."))] == sentences


def test_without_abbreviations_every_such_stop_ends_a_sentence() -> None:
    text = "Use e.g. Pocket CRM."
    assert [text[start:end] for start, end in split_sentences(text)] == ["Use e.g.", "Pocket CRM."]
