"""R: what pages state, and sentences and names that cannot be read."""

from engine.findings.code import ERROR, N_, WARNING, Code

CODES = (
    Code(
        "R001",
        "unread-sentence",
        WARNING,
        N_("no sentence pattern reads `{sentence}`"),
        N_("use a wording that the grammar lists, or add this one to `grammar.toml`"),
        N_("the sentence may say who needs which licence, and it is neither compared nor enforced"),
    ),
    Code(
        "R002",
        "unknown-term",
        WARNING,
        N_("no term names `{name}`"),
        N_("correct the name, or add it to `terms.toml`; nearest id: {suggestion}"),
        N_("whatever the page says under this name is neither compared nor enforced"),
    ),
    Code(
        "R003",
        "ambiguous-sentence",
        ERROR,
        N_("`{sentence}` can be read as {count} different rules"),
        N_("reword the sentence, or tell the readings apart in `grammar.toml`"),
        N_("readers may take the sentence either way, and so may the code that enforces it"),
    ),
    Code(
        "R004",
        "undefined-licence",
        WARNING,
        N_("the licence `{licence}` is named here and no page lists it"),
        N_("list it on a licence page, or name the licence that is meant"),
        N_("a reader is told to have something that she finds nowhere, and no price list or table can confirm it"),
    ),
    Code(
        "R005",
        "rule-differs",
        ERROR,
        N_("languages state different rules: {language} says “{here}”, {other} says “{there}”"),
        N_("find out which is right and mend the other page"),
        N_("readers of one language are told something else than readers of another, and one of them is wrong"),
    ),
    Code(
        "R006",
        "rule-missing",
        ERROR,
        N_("{language} does not state what {other} states: “{there}”"),
        N_("add it to this page, or remove it from the other"),
        N_("readers of one language are not told what others are, or the others are told what no longer holds"),
    ),
    Code(
        "R007",
        "ambiguous-licence-list",
        WARNING,
        N_("`{key}: {value}` does not say whether one of these licences or all of them are needed"),
        N_("set `licence_list` to `any` or `all` in `charter.toml`, or reword the front matter"),
        N_("whether one licence is enough decides who may use the feature, and readers take such a list either way"),
    ),
    Code(
        "R008",
        "plan-order-unsettled",
        WARNING,
        N_("nothing settles the order of the plans {plans}"),
        N_("state limits that grow from plan to plan, or the order in `charter.toml`"),
        N_("without an order nobody can tell which plans are enough where a page asks for one of them or a higher one"),
    ),
)
