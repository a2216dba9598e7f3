"""The table of check codes.

The letter tells where the fault is found: F files and front matter, P pages of a tree, R rules. Codes
are never reused; the name states the fault and reads as "allow <name>". Messages are the English
source strings of the catalogues: lower case, no final stop, input in backticks.
"""

import msgspec

ERROR = "error"
"""Certain to mislead a reader."""
WARNING = "warning"
"""Likely to mislead, or incomplete."""
NOTE = "note"
"""Worth knowing; harmless to a reader."""


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for it
    """Mark a message for extraction; it is translated when it is shown."""
    return message


class Code(msgspec.Struct, frozen=True):
    """One kind of finding: its name, how grave it is, what it says and how to mend it."""

    code: str
    name: str
    severity: str
    message: str
    help: str


_TABLE = (
    Code("F001", "unreadable-file", ERROR, N_("cannot decode the file as `{encoding}`"), N_("save it as UTF-8")),
    Code("F002", "unusual-encoding", NOTE, N_("the file is encoded as `{encoding}`"), N_("save it as UTF-8")),
    Code("F003", "empty-page", WARNING, N_("the page is empty"), N_("write it, or delete the file")),
    Code(
        "F004",
        "invalid-front-matter",
        ERROR,
        N_("cannot read the front matter: {reason}"),
        N_("mend the YAML between the two `---` lines"),
    ),
    Code(
        "F005",
        "wrong-language-label",
        WARNING,
        N_("`language: {found}` in the folder of `{expected}`"),
        N_("set `language: {expected}`, or move the page"),
    ),
    Code(
        "F006",
        "missing-include",
        ERROR,
        N_("the included file `{target}` does not exist"),
        N_("create it, or remove the include"),
    ),
    Code("F007", "include-cycle", ERROR, N_("`{target}` includes itself: {cycle}"), N_("break the cycle")),
    Code(
        "F008",
        "include-outside-docs",
        ERROR,
        N_("the include `{target}` leaves the docs folder"),
        N_("move the included file below the docs folder"),
    ),
    Code(
        "F009",
        "invalid-navigation",
        ERROR,
        N_("cannot read the navigation: {reason}"),
        N_("mend `docs.json`, or the file that it refers to"),
    ),
    Code(
        "F010",
        "front-matter-missing",
        WARNING,
        N_("{language} lacks the front matter of {other}: “{there}”"),
        N_("add the key to this page, or remove it from the other"),
    ),
    Code(
        "P001",
        "missing-page",
        NOTE,
        N_("{languages} have this page and {missing} have not"),
        N_("translate the page, or delete it everywhere"),
    ),
    Code(
        "R001",
        "unread-sentence",
        WARNING,
        N_("no sentence pattern reads `{sentence}`"),
        N_("use a wording that the grammar lists, or add this one to `grammar.toml`"),
    ),
    Code(
        "R002",
        "unknown-term",
        WARNING,
        N_("no term names `{name}`"),
        N_("correct the name, or add it to `terms.toml`; nearest id: {suggestion}"),
    ),
    Code(
        "R003",
        "ambiguous-sentence",
        ERROR,
        N_("`{sentence}` can be read as {count} different rules"),
        N_("reword the sentence, or tell the readings apart in `grammar.toml`"),
    ),
    Code(
        "R004",
        "undefined-licence",
        WARNING,
        N_("the licence `{licence}` is named here and no page lists it"),
        N_("list it on a licence page, or name the licence that is meant"),
    ),
    Code(
        "R005",
        "rule-differs",
        ERROR,
        N_("languages state different rules: {language} says “{here}”, {other} says “{there}”"),
        N_("find out which is right and mend the other page"),
    ),
    Code(
        "R006",
        "rule-missing",
        ERROR,
        N_("{language} does not state what {other} states: “{there}”"),
        N_("add it to this page, or remove it from the other"),
    ),
    Code(
        "R007",
        "ambiguous-licence-list",
        WARNING,
        N_("`{key}: {value}` does not say whether one of these licences or all of them are needed"),
        N_("set `licence_list` to `any` or `all` in `charter.toml`, or reword the front matter"),
    ),
    Code(
        "R008",
        "plan-order-unsettled",
        WARNING,
        N_("nothing settles the order of the plans {plans}"),
        N_("state limits that grow from plan to plan, or the order in `charter.toml`"),
    ),
)

CODES: dict[str, Code] = {row.code: row for row in _TABLE}
"""Every code, in order."""
