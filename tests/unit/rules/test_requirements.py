"""Requirements outside tables: sentences, and introductions with a list."""

from collections.abc import Callable, Mapping

import pytest

from engine.model.rules import AnyRule, Requires
from engine.rules import Docs

Read = Callable[[Mapping[str, str]], Docs]

INTRODUCTION = "För att logga in i SuperOffice CRM från en webbklient behöver du följande licenser:"


def rules_of(docs: Docs) -> set[AnyRule]:
    return set(docs.rules.rules)


@pytest.mark.parametrize(
    "text",
    [
        "Du behöver en kopp kaffe.",
        "Följande licenser finns:\n\n* Standard CRM\n* Remote Travel",
        "Standard CRM är en licens.",
        "Logga in i SuperOffice CRM från en webbklient.",
        "System kräver ordning.",
    ],
)
def test_prose_that_requires_nothing_to_hold_is_silent(read_files: Read, text: str) -> None:
    docs = read_files({"sv/x.md": text})
    assert rules_of(docs) == set()
    assert docs.findings == ()


def test_an_introduction_and_its_list_are_one_rule_at_one_place(read_files: Read) -> None:
    items = "* Inloggningsbehörighet till SuperOffice CRM\n* En systemlicens för Standard CRM"
    docs = read_files({"sv/x.md": f"Inledning.\n\n{INTRODUCTION}\n\n{items}\n\nSlut.\n"})
    (statement,) = docs.rules.statements
    assert statement.rule == Requires(
        "log-in", "web", (("login-rights",), ("standard-crm",)), (("standard-crm", "system"),)
    )
    assert (statement.span.line, statement.span.end_line) == (3, 6)
    assert statement.quote == f"{INTRODUCTION}\n\n{items}"
    assert docs.findings == ()


def test_the_order_of_the_list_does_not_matter(read_files: Read) -> None:
    items = ["* Inloggningsbehörighet till SuperOffice CRM", "* En systemlicens för Standard CRM"]
    one, other = (f"{INTRODUCTION}\n\n" + "\n".join(order) for order in (items, items[::-1]))
    assert rules_of(read_files({"sv/x.md": one})) == rules_of(read_files({"sv/x.md": other}))


def test_an_unread_item_is_a_finding_and_the_rule_is_not_guessed_from_the_rest(read_files: Read) -> None:
    text = f"{INTRODUCTION}\n\n* Inloggningsbehörighet till SuperOffice CRM\n* Gott humör\n"
    docs = read_files({"sv/x.md": text})
    assert rules_of(docs) == set()
    assert [(f.code, f.span.line, f.arguments) for f in docs.findings] == [("R001", 4, {"sentence": "Gott humör"})]


def test_a_sentence_that_requires_is_stated_with_its_place(read_files: Read) -> None:
    sentence = "För att använda SuperOffice Service behöver du en licens för Standard CRM."
    docs = read_files({"sv/x.md": f"# Rubrik\n\nFörst detta. {sentence} Sedan detta.\n"})
    (statement,) = docs.rules.statements
    assert statement.rule == Requires("service-module", None, (("standard-crm",),))
    assert (statement.quote, statement.span.line, statement.span.column) == (sentence, 3, 14)
    assert docs.findings == ()


def test_a_sentence_in_an_alert_or_a_list_item_is_read_too(read_files: Read) -> None:
    text = (
        "> [!NOTE]\n> För att använda SuperOffice Service behöver du en licens för Standard CRM.\n\n"
        "1. För att använda säljmodulen behöver du en licens för Remote Travel.\n"
    )
    docs = read_files({"sv/x.md": text})
    assert rules_of(docs) == {
        Requires("service-module", None, (("standard-crm",),)),
        Requires("sale-module", None, (("remote-travel",),)),
    }


def test_the_same_requirement_in_two_languages_is_one_rule(read_files: Read) -> None:
    docs = read_files(
        {
            "sv/x.md": "För att använda SuperOffice Service behöver du en licens för Remote Travel.",
            "nl/x.md": "Om SuperOffice Service te gebruiken hebt u een licentie voor Remote Travel nodig.",
        }
    )
    assert rules_of(docs) == {Requires("service-module", None, (("remote-travel",),))}
    assert docs.rules.disagreements == ()


def test_alternatives_joined_with_or_are_one_group(read_files: Read) -> None:
    text = "För att använda SuperOffice Service behöver du en licens för Standard CRM eller Remote Travel."
    (rule,) = rules_of(read_files({"sv/x.md": text}))
    assert rule == Requires("service-module", None, (("remote-travel", "standard-crm"),))


@pytest.mark.parametrize(
    "text",
    [
        "För att använda SuperOffice Service behöver du inte en licens för Standard CRM.",
        "För att använda SuperOffice Service behöver du minst tre licenser för Standard CRM.",
    ],
)
def test_a_requirement_that_no_pattern_reads_is_a_finding_never_a_guess(read_files: Read, text: str) -> None:
    docs = read_files({"sv/x.md": f"# Rubrik\n\n{text}\n"})
    assert rules_of(docs) == set()
    assert [(f.code, f.span.line, f.span.column, f.arguments) for f in docs.findings] == [
        ("R001", 3, 1, {"sentence": text})
    ]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("en/x.md", "Maps require a Service Premium license (or the Growth plan)."),
        ("sv/x.md", "Kartor kräver en Service Premium-licens (eller Growth-planen)."),
        ("no/x.md", "Kart krever en Service Premium-lisens (eller Growth-planen)."),
    ],
)
def test_a_remark_in_brackets_that_goes_on_with_the_list_counts(read_files: Read, path: str, text: str) -> None:
    (rule,) = rules_of(read_files({path: text}))
    assert isinstance(rule, Requires)
    assert rule.needs == (("growth", "service-premium"),)


def test_other_remarks_in_brackets_are_passed_over(read_files: Read) -> None:
    (rule,) = rules_of(read_files({"en/x.md": "Maps require the Growth plan (or more of everything, as some say)."}))
    assert isinstance(rule, Requires)
    assert rule.needs == (("growth",),)
