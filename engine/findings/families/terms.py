"""T: names and words."""

from engine.findings.code import N_, NOTE, Code

CODES = (
    Code(
        "T001",
        "forbidden-variant",
        NOTE,
        N_("`{variant}` is no admitted spelling of `{name}`"),
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
