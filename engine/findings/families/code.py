"""C: source code that enforces the rules, against what pages state."""

from engine.findings.code import ERROR, N_, WARNING, Code

CODES = (
    Code(
        "C001",
        "undocumented-id",
        ERROR,
        N_("code uses `{id}`, of which no page speaks"),
        N_("correct the id, or state on a page what it stands for; nearest: {suggestion}"),
        N_("code allows or denies something by a rule that no reader can find"),
    ),
    Code(
        "C002",
        "unenforced-capability",
        WARNING,
        N_("pages say who may use `{id}`, and no code asks about it"),
        N_("ask before it is used, or list it under `elsewhere` in `[code]` of `charter.toml`"),
        N_("what pages grant only to some is open to everybody, or to nobody"),
    ),
)
