"""L: what the pages state against what the lock holds, `rules.lock.json` beside the language folders."""

from engine.findings.code import ERROR, N_, Code

_ACCEPT = N_("if it is meant, accept it with `charter lock`; else mend the page")

CODES = (
    Code(
        "L001",
        "rule-tightened",
        ERROR,
        N_("less is allowed than the lock holds: {change}"),
        _ACCEPT,
        N_("holders lose something that code, price lists and translations still promise"),
    ),
    Code(
        "L002",
        "rule-loosened",
        ERROR,
        N_("more is allowed than the lock holds: {change}"),
        _ACCEPT,
        N_("holders are promised something that the code does not give them yet"),
    ),
    Code(
        "L003",
        "rule-changed",
        ERROR,
        N_("the lock holds something else: {change}"),
        _ACCEPT,
        N_("whoever relies on the lock, in code or in another language, does not know of it"),
    ),
    Code(
        "L004",
        "rule-said-elsewhere",
        ERROR,
        N_("the lock holds other places where rules are said: {what}"),
        N_("if it is meant, accept it with `charter lock`; else put back what is gone"),
        N_("a page or a language that no longer says a rule leaves its readers without it"),
    ),
    Code(
        "L005",
        "broken-lock",
        ERROR,
        N_("the lock cannot be read: {fault}"),
        N_("restore the file, or write it anew with `charter lock`; after a merge, write it anew"),
        N_("nothing holds the pages to what was agreed while the lock cannot be read"),
    ),
)
