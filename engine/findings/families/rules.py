"""R: what pages state, and sentences and names that cannot be read."""

from engine.findings.code import ERROR, N_, WARNING, Code

CODES = (
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
    Code(
        "R009",
        "page-contradiction",
        ERROR,
        N_("two pages state different rules: here “{here}”, at {other} “{there}”"),
        N_("find out which is right and mend the other page"),
    ),
    Code(
        "R010",
        "unreachable-capability",
        WARNING,
        N_("nothing that anybody can hold leads to `{capability}` by what {language} states"),
        N_("state what gives it or what it builds on, or name the capability that is meant"),
    ),
)
