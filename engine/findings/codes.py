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


def _(message: str) -> str:
    """Mark a message for extraction; it is translated when it is shown."""
    return message


class Code(msgspec.Struct, frozen=True):
    code: str
    name: str
    severity: str
    message: str
    help: str


_TABLE = (
    Code("F001", "unreadable-file", ERROR, _("cannot decode the file as `{encoding}`"), _("save it as UTF-8")),
    Code("F002", "unusual-encoding", NOTE, _("the file is encoded as `{encoding}`"), _("save it as UTF-8")),
    Code("F003", "empty-page", WARNING, _("the page is empty"), _("write it, or delete the file")),
    Code(
        "F004",
        "invalid-front-matter",
        ERROR,
        _("cannot read the front matter: {reason}"),
        _("mend the YAML between the two `---` lines"),
    ),
    Code(
        "F005",
        "wrong-language-label",
        WARNING,
        _("`language: {found}` in the folder of `{expected}`"),
        _("set `language: {expected}`, or move the page"),
    ),
    Code(
        "F006",
        "missing-include",
        ERROR,
        _("the included file `{target}` does not exist"),
        _("create it, or remove the include"),
    ),
    Code("F007", "include-cycle", ERROR, _("`{target}` includes itself: {cycle}"), _("break the cycle")),
    Code(
        "F008",
        "include-outside-docs",
        ERROR,
        _("the include `{target}` leaves the docs folder"),
        _("move the included file below the docs folder"),
    ),
    Code(
        "P001",
        "missing-page",
        NOTE,
        _("{languages} have this page and {missing} have not"),
        _("translate the page, or delete it everywhere"),
    ),
    Code(
        "R001",
        "unread-sentence",
        WARNING,
        _("no sentence pattern reads `{sentence}`"),
        _("use a wording that the grammar lists, or add this one to `grammar.toml`"),
    ),
    Code("R002", "unknown-term", WARNING, _("no term names `{name}`"), _("{suggestion}")),
    Code(
        "R003",
        "ambiguous-sentence",
        ERROR,
        _("`{sentence}` can be read as {count} different rules"),
        _("reword the sentence, or tell the readings apart in `grammar.toml`"),
    ),
    Code(
        "R004",
        "undefined-licence",
        WARNING,
        _("`{licence}` ({name}) is named as a licence and no page lists it"),
        _("list the licence on a licence page, or name the one that is meant"),
    ),
    Code(
        "R005",
        "rule-disagreement",
        ERROR,
        _("{language} says of {topic}: {here}; {other_language} says: {there}"),
        _("find out which is right and mend the other page"),
    ),
)

CODES: dict[str, Code] = {row.code: row for row in _TABLE}
"""Every code, in order."""
