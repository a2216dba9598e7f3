"""Licence tables: which tables are read, and what their rows say."""

from collections.abc import Callable, Mapping

import pytest

from engine.model.rules import AnyRule, Grants, Licence, Quota, Requires
from engine.rules import Docs

Read = Callable[[Mapping[str, str]], Docs]

SYSTEM = "## Systemlicenser\n\n| Licens | Beskrivning |\n|---|---|\n"
"""The head of a Swedish table of system licences; its first row is line 5."""


def rules_of(docs: Docs) -> set[AnyRule]:
    return set(docs.rules.rules)


def found(docs: Docs) -> list[tuple[str, int, int]]:
    return [(f.code, f.span.line, f.span.column) for f in docs.findings]


def system(id: str) -> Licence:
    return Licence(id, "system", None, None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Text om licenser.\n",
        "## Systemlicenser\n\nSales Intelligence ger mer.\n",
        "## Systemlicenser\n\n| Fält | Beskrivning |\n|---|---|\n| Sales Intelligence | Namnet. |\n",
        "## Systemlicenser\n\n| Licens | Antal |\n|---|---|\n| Sales Intelligence | 3 |\n",
        "<!--\n" + SYSTEM + "| Customer Centre | Ger tillgång till Kundcenter. |\n-->\n",
        "```\n" + SYSTEM + "| Customer Centre | Ger tillgång till Kundcenter. |\n```\n",
    ],
    ids=["empty", "prose", "prose in a section", "fields", "no descriptions", "comment", "code"],
)
def test_what_is_no_licence_table_states_nothing_and_is_no_finding(read_files: Read, text: str) -> None:
    docs = read_files({"sv/x.md": text})
    assert rules_of(docs) == set()
    assert {f.code for f in docs.findings} <= {"F003"}


def test_a_row_states_its_licence_and_what_its_description_says(read_files: Read) -> None:
    docs = read_files({"sv/x.md": SYSTEM + "| Customer Centre | Ger tillgång till Kundcenter. |\n"})
    assert rules_of(docs) == {system("customer-centre"), Grants("customer-centre", "customer-centre", None)}
    assert [(s.span.line, s.span.column, s.quote, s.pattern.split(":")[0]) for s in docs.rules.statements] == [
        (5, 3, "Customer Centre", "table.licence"),
        (5, 21, "Ger tillgång till Kundcenter.", "cell.grants"),
    ]
    assert docs.findings == ()


def test_a_row_without_a_closing_pipe_is_read(read_files: Read) -> None:
    docs = read_files({"sv/x.md": SYSTEM + "| Customer Centre | Ger tillgång till Kundcenter.\n"})
    assert Grants("customer-centre", "customer-centre", None) in rules_of(docs)
    assert docs.findings == ()


def test_columns_are_found_by_their_headings_in_any_order(read_files: Read) -> None:
    rows = "| Nr | Beskrivning | Licens |\n|---|---|---|\n| 1 | Antal satellitdatabaser. | Satellite |"
    text = f"## Platslicenser\n\n{rows}"
    docs = read_files({"sv/x.md": text})
    assert rules_of(docs) == {
        Licence("satellite", "site", None, None),
        Quota("satellite", "satellite-databases", None),
    }


def test_a_description_of_two_sentences_states_both_at_their_own_places(read_files: Read) -> None:
    row = "| Customer Centre | Ger tillgång till Kundcenter. Ger tillgång till offerter. |\n"
    docs = read_files({"sv/x.md": SYSTEM + row})
    grants = [s for s in docs.rules.statements if isinstance(s.rule, Grants)]
    assert [(s.rule.capability, s.span.column, s.quote) for s in grants] == [
        ("customer-centre", 21, "Ger tillgång till Kundcenter."),
        ("quotes", 51, "Ger tillgång till offerter."),
    ]
    assert docs.findings == ()


def test_of_two_sentences_only_the_unread_one_is_a_finding(read_files: Read) -> None:
    row = "| Customer Centre | Ger tillgång till Kundcenter. Målar huset blått. |\n"
    docs = read_files({"sv/x.md": SYSTEM + row})
    assert Grants("customer-centre", "customer-centre", None) in rules_of(docs)
    assert found(docs) == [("R001", 5, 51)]
    assert docs.findings[0].arguments == {"sentence": "Målar huset blått."}


def test_an_unread_description_is_a_finding_with_the_sentence_and_the_licence_stays(read_files: Read) -> None:
    docs = read_files({"sv/x.md": SYSTEM + "| Customer Centre | Målar huset blått. |\n"})
    assert rules_of(docs) == {system("customer-centre")}
    assert found(docs) == [("R001", 5, 21)]
    assert docs.findings[0].arguments == {"sentence": "Målar huset blått."}


def test_a_denied_grant_is_never_read_as_a_grant(read_files: Read) -> None:
    docs = read_files({"sv/x.md": SYSTEM + "| Customer Centre | Ger inte tillgång till Kundcenter. |\n"})
    assert rules_of(docs) == {system("customer-centre")}
    assert found(docs) == [("R001", 5, 21)]


def test_a_description_that_says_nothing_leaves_the_licence(read_files: Read) -> None:
    docs = read_files({"sv/x.md": SYSTEM + "| Customer Centre | |\n"})
    assert rules_of(docs) == {system("customer-centre")}


@pytest.mark.parametrize(
    ("name", "description"),
    [
        ("**Customer** Centre", "Ger tillgång till Kundcenter."),
        ("[Customer Centre][1]", "Ger tillgång till [Kundcenter](cc.md)."),
        ("*Customer Centre*", "Ger **tillgång** till Kund**center**."),
        ("`Customer Centre`", "Ger tillgång till Kundcenter"),
    ],
)
def test_markup_inside_a_name_or_sentence_changes_nothing(read_files: Read, name: str, description: str) -> None:
    docs = read_files({"sv/x.md": f"{SYSTEM}| {name} | {description} |\n\n[1]: x.md\n"})
    assert rules_of(docs) == {system("customer-centre"), Grants("customer-centre", "customer-centre", None)}
    assert [s.text.rstrip(".") for s in docs.rules.statements] == ["Customer Centre", "Ger tillgång till Kundcenter"]
    assert docs.findings == ()


def test_a_misspelt_licence_is_a_finding_with_the_name_spelt_most_alike(read_files: Read) -> None:
    docs = read_files({"sv/x.md": SYSTEM + "| Sales Inteligence | Ger tillgång till offerter. |\n"})
    assert rules_of(docs) == set()
    assert found(docs) == [("R002", 5, 3)]
    assert docs.findings[0].arguments == {"name": "Sales Inteligence", "suggestion": "sales-intelligence"}


def test_an_unknown_licence_suggests_the_licence_of_the_same_row_in_another_language(read_files: Read) -> None:
    dutch = "## Systeemlicenties\n\n| Licentie | Beschrijving |\n|---|---|\n| System | |\n| Customer Centre | |\n"
    swedish = SYSTEM + "| System | |\n| Kundernas rum | |\n"
    docs = read_files({"nl/x.md": dutch, "sv/x.md": swedish})
    (finding,) = docs.findings
    assert (finding.code, finding.span.path, finding.span.line) == ("R002", "sv/x.md", 6)
    assert finding.arguments == {"name": "Kundernas rum", "suggestion": "customer-centre"}


def test_rows_are_aligned_within_their_section_only(read_files: Read) -> None:
    dutch = "## Sitelicenties\n\n| Licentie | Beschrijving |\n|---|---|\n| Satellite | |\n"
    docs = read_files({"nl/x.md": dutch, "sv/x.md": SYSTEM + "| Okänd sak | |\n"})
    (finding,) = [f for f in docs.findings if f.code == "R002"]
    assert finding.arguments["suggestion"] != "satellite"


def test_a_table_outside_every_licence_section_is_a_finding_at_its_header(read_files: Read) -> None:
    text = SYSTEM.replace("Systemlicenser", "Annat") + "| Customer Centre | Ger tillgång till Kundcenter. |\n"
    docs = read_files({"sv/x.md": text})
    assert rules_of(docs) == {Grants("customer-centre", "customer-centre", None)}
    assert [(f.code, f.span.line) for f in docs.findings] == [("R001", 3)]


@pytest.mark.parametrize(
    ("heading", "edition", "lifecycle"),
    [
        ("Användarlicenser", None, None),
        ("Användarlicenser (Windows)", "windows", None),
        ("Användarlicenser (äldre)", None, "legacy"),
        ("Användarlicenser (Windows – äldre)", "windows", "legacy"),
        ("Användarlicenser (Windows - äldre)", "windows", "legacy"),
    ],
)
def test_the_heading_gives_scope_edition_and_lifecycle(
    read_files: Read, heading: str, edition: str | None, lifecycle: str | None
) -> None:
    text = f"## {heading}\n\n| Licens | Beskrivning |\n|---|---|\n| Pocket CRM | |\n"
    assert rules_of(read_files({"sv/x.md": text})) == {Licence("pocket-crm", "user", edition, lifecycle)}


def test_a_section_holds_below_its_subheadings_and_ends_at_the_next_heading_of_its_level(read_files: Read) -> None:
    table = "\n\n| Licens | Beskrivning |\n|---|---|\n| {} | |\n\n"
    text = (
        "## Systemlicenser\n\n### Fler" + table.format("System") + "## Platslicenser" + table.format("Satellite")
        + "## Annat" + table.format("Audience")
    )  # fmt: skip
    docs = read_files({"sv/x.md": text})
    assert rules_of(docs) == {system("system"), Licence("satellite", "site", None, None)}
    assert [f.code for f in docs.findings] == ["R001"]


def test_a_table_in_an_included_file_is_read_under_the_heading_of_the_page(read_files: Read) -> None:
    rows = "| Licens | Beskrivning |\n|---|---|\n| Online Web Services | Krävs för att använda SuperOffice CRM. |\n"
    docs = read_files({"sv/a/x.md": "## Systemlicenser\n\n[!include[T](includes/t.md)]\n", "sv/a/includes/t.md": rows})
    assert rules_of(docs) == {
        system("online-web-services"),
        Requires("superoffice-crm", None, (("online-web-services",),)),
    }
    assert {(s.page, s.span.path, s.span.line) for s in docs.rules.statements} == {("a/x.md", "sv/a/includes/t.md", 3)}
    assert docs.findings == ()


def test_a_fault_in_an_included_file_is_told_once_however_many_pages_include_it(read_files: Read) -> None:
    rows = "| Licens | Beskrivning |\n|---|---|\n| Customer Centre | Målar huset blått. |\n"
    page = "## Systemlicenser\n\n[!include[T](includes/t.md)]\n"
    docs = read_files({"sv/a.md": page, "sv/b.md": page, "sv/includes/t.md": rows})
    assert [(f.code, f.span.path, f.span.line) for f in docs.findings] == [("R001", "sv/includes/t.md", 3)]


def test_a_statement_knows_the_anchor_of_its_heading(read_files: Read) -> None:
    row = "| Customer Centre | Ger tillgång till Kundcenter. |\n"
    own = SYSTEM.replace("## ", '## <a id="sys" />') + row
    docs = read_files({"sv/x.md": "# X\n\n" + SYSTEM + row, "sv/y.md": own})
    assert {(s.page, s.anchor) for s in docs.rules.statements} == {("x.md", "systemlicenser"), ("y.md", "sys")}
