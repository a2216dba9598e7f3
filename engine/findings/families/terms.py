"""T: names and words."""

import msgspec

from engine.findings.code import N_, NOTE, Code

_WHY = N_("readers take two words for two things, or one word for one, and search in vain for the other")
"""Why all of these matter that say nothing of their own."""

_ROWS = (
    Code(
        "T001",
        "forbidden-variant",
        NOTE,
        N_("`{variant}` is not an admitted spelling of `{name}`"),
        N_("write `{name}`, or admit the variant in `terms.toml`"),
    ),
    Code(
        "T002",
        "one-word-for-two",
        NOTE,
        N_("`{word}` stands for two things: {one}; {two}"),
        N_("use a word of its own for each, or say which is meant"),
    ),
    Code(
        "T003",
        "two-words-for-one",
        NOTE,
        N_("`{variant}` stands for what is usually called `{usual}`; places: {places}"),
        N_("write `{usual}`, or tell the two things apart in every language"),
    ),
    Code(
        "T004",
        "interface-term-varies",
        NOTE,
        N_("the interface term `{variant}` is usually written `{usual}`; places: {places}"),
        N_("write what the interface shows"),
    ),
)

CODES = tuple(row if row.why else msgspec.structs.replace(row, why=_WHY) for row in _ROWS)
