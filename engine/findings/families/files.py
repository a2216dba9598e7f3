"""F: files and front matter. P: the pages of a tree."""

from engine.findings.code import ERROR, N_, NOTE, WARNING, Code

CODES = (
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
)
