"""Tables of plans: limits in either orientation, usage ranges, what succeeds an old licence, and the order of plans."""

from collections.abc import Callable, Mapping
from typing import TypeVar

import pytest

from engine.model.rules import AnyRule, Band, Limit, Plan, Succeeds
from engine.rules import Docs

Read = Callable[[Mapping[str, str]], Docs]
R = TypeVar("R", bound=AnyRule)

HEADS = {
    "en": ("Limit", "Plan", "Dashboards", "Active projects", "Custom objects"),
    "sv": ("Gräns", "Plan", "Dashboards", "Aktiva projekt", "Anpassade objekt"),
    "nl": ("Limiet", "Plan", "Dashboards", "Actieve projecten", "Aangepaste objecten"),
    "da": ("Grænse", "Plan", "Dashboards", "Aktive projekter", "Brugerdefinerede objekter"),
    "no": ("Grense", "Plan", "Dashboards", "Aktive prosjekter", "Egendefinerte objekter"),
    "de": ("Limit", "Plan", "Dashboards", "Aktive Projekte", "Benutzerdefinierte Objekte"),
}
"""Folder -> the words for limit and plan, and the names of three metrics."""

UNLIMITED = [
    ("en", "Unlimited"), ("en", "No limit"), ("sv", "Obegränsat"), ("sv", "Ingen gräns"), ("nl", "Onbeperkt"),
    ("nl", "Geen limiet"), ("da", "Ubegrænset"), ("no", "Ubegrenset"), ("de", "Unbegrenzt"), ("de", "Kein Limit"),
]  # fmt: skip

each_language = pytest.mark.parametrize("folder", list(HEADS))


def table(*rows: str) -> str:
    """A table of the rows, of which the first is the header; its first row below is line 3."""
    head, *body = rows
    return "\n".join((f"| {head} |", "|" + "---|" * (head.count("|") + 1), *(f"| {row} |" for row in body), ""))


def of(kind: type[R], docs: Docs) -> set[R]:
    return {rule for rule in docs.rules.rules if isinstance(rule, kind)}


def found(docs: Docs) -> list[tuple[str, int]]:
    return [(finding.code, finding.span.line) for finding in docs.findings]


@each_language
def test_a_matrix_states_the_same_limits_whichever_way_it_is_turned(read_files: Read, folder: str) -> None:
    limit, plan, boards, projects, objects = HEADS[folder]
    unlimited = dict(reversed(UNLIMITED))[folder]
    upright = table(
        f"{limit} | Starter | Core | Growth",
        f"{boards} | 3 | {unlimited} | {unlimited}",
        f"{projects} | 0 | 100 | {unlimited}",
        f"{objects} | 0 | 0 | 15",
    )
    turned = table(
        f"{plan} | {boards} | {projects} | {objects}",
        "Starter | 3 | 0 | 0",
        f"Core | {unlimited} | 100 | 0",
        f"Growth | {unlimited} | {unlimited} | 15",
    )
    bounds = {
        "dashboards": (3, None, None),
        "active-projects": (0, 100, None),
        "custom-objects": (0, 0, 15),
    }
    expected = {
        Limit(plan, metric, bound)
        for metric, row in bounds.items()
        for plan, bound in zip(("starter", "core", "growth"), row, strict=True)
    }
    for text in (upright, turned):
        docs = read_files({f"{folder}/x.md": text})
        assert (set(docs.rules.rules), docs.findings) == (expected, ())


def test_a_limit_is_stated_at_its_cell_and_quotes_the_whole_row(read_files: Read) -> None:
    docs = read_files({"en/x.md": table("Limit | Core | Growth", "Active projects | 100 | Unlimited")})
    assert [(s.rule, s.span.line, s.span.column, s.text) for s in docs.rules.statements] == [
        (Limit("core", "active-projects", 100), 3, 21, "Active projects | 100 | Unlimited"),
        (Limit("growth", "active-projects", None), 3, 27, "Active projects | 100 | Unlimited"),
    ]


@pytest.mark.parametrize(("folder", "word"), UNLIMITED)
def test_a_word_for_no_limit_is_no_bound_in_any_case_and_with_emphasis(
    read_files: Read, folder: str, word: str
) -> None:
    limit, _, boards, *_ = HEADS[folder]
    for cell in (word, word.lower(), f"**{word}**"):
        docs = read_files({f"{folder}/x.md": table(f"{limit} | Core", f"{boards} | {cell}")})
        assert (of(Limit, docs), found(docs)) == ({Limit("core", "dashboards", None)}, [])


@pytest.mark.parametrize(
    ("folder", "number", "bound"),
    [
        ("en", "1,000", 1000),
        ("en", "12500", 12500),
        ("sv", "1\u00a0000", 1000),
        ("sv", "12\u202f500", 12500),
        ("sv", "1 000", 1000),
        ("nl", "1.000", 1000),
        ("da", "1.000", 1000),
        ("no", "1\u00a0000", 1000),
        ("de", "1.000", 1000),
        ("de", "1.250.000", 1250000),
        ("de", "0", 0),
    ],
)
def test_a_number_is_read_as_its_language_writes_it(read_files: Read, folder: str, number: str, bound: int) -> None:
    limit, _, boards, *_ = HEADS[folder]
    docs = read_files({f"{folder}/x.md": table(f"{limit} | Core", f"{boards} | {number}")})
    assert (of(Limit, docs), found(docs)) == ({Limit("core", "dashboards", bound)}, [])


@pytest.mark.parametrize(
    ("folder", "cell"),
    [("en", "many"), ("en", "3 or 4"), ("en", "1.5"), ("sv", "3,5"), ("de", "2,5"), ("en", "-"), ("nl", "ongeveer 3")],
)
def test_a_cell_that_is_no_number_is_unread_and_its_neighbours_count(read_files: Read, folder: str, cell: str) -> None:
    limit, _, boards, *_ = HEADS[folder]
    docs = read_files({f"{folder}/x.md": table(f"{limit} | Core | Growth", f"{boards} | {cell} | 7")})
    assert (of(Limit, docs), found(docs)) == ({Limit("growth", "dashboards", 7)}, [("R001", 3)])


@pytest.mark.parametrize(
    ("folder", "rows", "name", "suggestion"),
    [
        ("en", ("Limit | Core", "Dashbords | 3", "Active projects | 4"), "Dashbords", "dashboards"),
        ("sv", ("Gräns | Core", "Dashbords | 3", "Aktiva projekt | 4"), "Dashbords", "dashboards"),
        ("nl", ("Plan | Actieve projecten", "Coren | 3", "Core | 4"), "Coren", "core"),
        ("en", ("Plan | Active projects", "Corre | 3", "Core | 4"), "Corre", "core"),
    ],
)
def test_a_row_that_no_term_names_is_a_finding_with_the_nearest_id(
    read_files: Read, folder: str, rows: tuple[str, ...], name: str, suggestion: str
) -> None:
    docs = read_files({f"{folder}/x.md": table(*rows)})
    assert of(Limit, docs) == {Limit("core", "active-projects", 4)}
    assert [(f.code, f.span.line, f.arguments) for f in docs.findings] == [
        ("R002", 3, {"name": name, "suggestion": suggestion})
    ]


@pytest.mark.parametrize(
    ("folder", "rows", "name"),
    [
        ("en", ("Limit | Corre | Growth", "Dashboards | 3 | 4"), "Corre"),
        ("sv", ("Plan | Dashbords | Aktiva projekt", "Core | 3 | 4"), "Dashbords"),
    ],
)
def test_a_column_that_no_term_names_is_a_finding_at_the_header(
    read_files: Read, folder: str, rows: tuple[str, ...], name: str
) -> None:
    docs = read_files({f"{folder}/x.md": table(*rows)})
    assert len(of(Limit, docs)) == 1
    assert [(f.code, f.span.line, f.arguments["name"]) for f in docs.findings] == [("R002", 1, name)]


def test_a_column_for_remarks_in_a_matrix_is_no_plan(read_files: Read) -> None:
    docs = read_files({"en/x.md": table("Limit | Core | Description", "Dashboards | 3 | Charts")})
    assert (set(docs.rules.rules), docs.findings) == ({Limit("core", "dashboards", 3)}, ())


BANDS = {
    "en": (
        "Usage | Indicator | Meaning",
        "Below 85% | Number in black | Normal – no action needed",
        "85% or more | Number in yellow | Approaching the limit",
        "100% | Number in red | Limit reached",
    ),
    "sv": (
        "Användning | Indikator | Innebörd",
        "Under 85\u00a0% | Antal i svart | Normalt",
        "85\u00a0% eller mer | Antal i gult | Närmar sig gränsen",
        "100\u00a0% | Antal i rött | Gränsen nådd",
    ),
    "nl": (
        "Gebruik | Indicator | Betekenis",
        "Onder 85% | Aantal in zwart | Normaal",
        "85% of meer | Aantal in geel | Nadert de limiet",
        "100% | Aantal in rood | Limiet bereikt",
    ),
    "da": (
        "Forbrug | Indikator | Betydning",
        "Under 85\u202f% | Antal i sort | Normalt",
        "85\u202f% eller derover | Antal i gult | Nærmer sig grænsen",
        "100\u202f% | Antal i rødt | Grænsen er nået",
    ),
    "no": (
        "Bruk | Indikator | Betydning",
        "Under 85 % | Antall i svart | Normalt",
        "85 % eller mer | Antall i gult | Nærmer seg grensen",
        "100 % | Antall i rødt | Grensen er nådd",
    ),
    "de": (
        "Nutzung | Anzeige | Bedeutung",
        "Unter 85 % | Anzahl in schwarz | Normal",
        "Ab 85 % | Anzahl in gelb | Nähert sich dem Limit",
        "100 % | Anzahl in rot | Limit erreicht",
    ),
}

THREE_BANDS = {
    Band(0, 85, "normal", "black"),
    Band(85, None, "near-limit", "yellow"),
    Band(100, 100, "limit-reached", "red"),
}


@pytest.mark.parametrize("folder", list(BANDS))
def test_a_row_of_usage_is_a_range_with_its_status_and_indicator(read_files: Read, folder: str) -> None:
    docs = read_files({f"{folder}/x.md": table(*BANDS[folder])})
    assert (set(docs.rules.rules), found(docs)) == (THREE_BANDS, [])


@pytest.mark.parametrize("folder", ["en", "sv"])
@pytest.mark.parametrize("space", ["", " ", "\u00a0", "\u202f"], ids=["none", "plain", "no-break", "narrow"])
def test_the_space_before_the_per_cent_sign_does_not_matter(read_files: Read, folder: str, space: str) -> None:
    head, *rows = BANDS[folder]
    spaced = [row.replace("\u00a0%", "%").replace("%", f"{space}%") for row in rows]
    assert of(Band, read_files({f"{folder}/x.md": table(head, *spaced)})) == THREE_BANDS


@pytest.mark.parametrize(
    ("folder", "head", "row"),
    [
        ("en", "Usage | Indicator | Meaning", "A little | black | Normal"),
        ("en", "Usage | Indicator | Meaning", "Below 85 | black | Normal"),
        ("nl", "Gebruik | Indicator | Betekenis", "Niet onder 85% | zwart | Normaal"),
    ],
)
def test_a_usage_that_no_pattern_reads_is_a_finding(read_files: Read, folder: str, head: str, row: str) -> None:
    docs = read_files({f"{folder}/x.md": table(head, row)})
    assert (set(docs.rules.rules), found(docs)) == (set(), [("R001", 3)])


def test_an_indicator_of_two_colours_is_left_open_and_told(read_files: Read) -> None:
    docs = read_files({"en/x.md": table("Usage | Indicator | Meaning", "Below 85% | black or red | Normal")})
    assert (of(Band, docs), found(docs)) == ({Band(0, 85, "normal", None)}, [("R001", 3)])


@pytest.mark.parametrize(
    ("folder", "head"),
    [
        ("en", "Current licence | CRM Suite plan"),
        ("en", "CRM Suite plan | Current license"),
        ("sv", "Nuvarande licens | CRM Suite-plan"),
        ("nl", "Huidige licentie | CRM Suite-plan"),
        ("da", "Nuværende licens | CRM Suite-plan"),
        ("no", "Nåværende lisens | CRM Suite-plan"),
        ("de", "Aktuelle Lizenz | CRM Suite-Plan"),
    ],
)
def test_a_transition_table_states_what_succeeds_a_licence(read_files: Read, folder: str, head: str) -> None:
    rows = ["Sales Essentials | Core", "Marketing-Premium | **Plus**"]
    if head.startswith("CRM"):
        rows = [" | ".join(reversed(row.split(" | "))) for row in rows]
    docs = read_files({f"{folder}/x.md": table(head, *rows)})
    assert found(docs) == []
    assert set(docs.rules.rules) == {Succeeds("sales-essentials", "core"), Succeeds("marketing-premium", "plus")}


@pytest.mark.parametrize(
    ("row", "name"), [("Sales Essentails | Core", "Sales Essentails"), ("Sales Essentials | Coree", "Coree")]
)
def test_a_transition_from_or_to_what_no_term_names_is_a_finding(read_files: Read, row: str, name: str) -> None:
    docs = read_files({"en/x.md": table("Current licence | CRM Suite plan", row)})
    assert set(docs.rules.rules) == set()
    assert [(f.code, f.arguments["name"]) for f in docs.findings] == [("R002", name)]


LIMITS = {
    "en": table("Limit | Starter | Core | Super", "Dashboards | 3 | 9 | Unlimited"),
    "sv": table("Gräns | Starter | Core | Super", "Dashboards | 3 | 9 | Obegränsat"),
}
ROWS = ("Starter | Litet. Small.", "Core | Lagom. Enough.", "Super | Stort. Big.")


def plans(docs: Docs) -> dict[str, tuple[int | None, bool]]:
    assert {plan.market for plan in of(Plan, docs)} == {"crm-suite"}
    return {plan.plan: (plan.rank, plan.cumulative) for plan in of(Plan, docs)}


@pytest.mark.parametrize(("folder", "head"), [("en", "Plan | Description"), ("sv", "Plan | Beskrivning")])
def test_the_limits_give_the_ranks_whether_the_least_plan_is_listed_first_or_last(
    read_files: Read, folder: str, head: str
) -> None:
    for order in (ROWS, ROWS[::-1]):
        docs = read_files({f"{folder}/x.md": table(head, *order) + "\n" + LIMITS[folder]})
        assert plans(docs) == {"starter": (0, False), "core": (1, False), "super": (2, False)}
        assert docs.findings == ()


def test_the_limits_may_stand_on_another_page_of_the_language(read_files: Read) -> None:
    docs = read_files({"en/x.md": table("Plan | Description", *ROWS[::-1]), "en/y.md": LIMITS["en"]})
    assert plans(docs)["super"] == (2, False)


@pytest.mark.parametrize(
    "limits",
    [
        "",
        table("Limit | Starter | Core | Super", "Dashboards | 3 | 3 | 3"),
        table("Limit | Starter | Core | Super", "Dashboards | 1 | 2 | 3", "Active projects | 3 | 2 | 1"),
    ],
    ids=["none", "equal", "both ways"],
)
def test_without_limits_that_grow_one_way_the_order_is_unsettled_and_told(read_files: Read, limits: str) -> None:
    docs = read_files({"en/x.md": "# Plans\n\n" + table("Plan | Description", *ROWS) + "\n" + limits})
    assert plans(docs) == {"starter": (None, False), "core": (None, False), "super": (None, False)}
    assert [(f.code, f.span.line, f.arguments) for f in docs.findings] == [
        ("R008", 5, {"plans": "starter, core, super"})
    ]
    assert [(r.span.line, r.quote) for r in docs.findings[0].related] == [(5, "Starter"), (6, "Core"), (7, "Super")]


@pytest.mark.parametrize(
    ("folder", "sentence"),
    [
        ("en", "Plans are cumulative — each plan includes everything in the plans below it."),
        ("en", "Three plans are available. Plans are cumulative."),
        ("sv", "Planerna är kumulativa: varje plan inkluderar allt i planerna under den."),
    ],
)
def test_the_sentence_that_plans_are_cumulative_is_part_of_every_plan(
    read_files: Read, folder: str, sentence: str
) -> None:
    head = {"en": "Plan | Description", "sv": "Plan | Beskrivning"}[folder]
    text = f"{sentence}\n\n{table(head, *ROWS)}\n{LIMITS[folder]}"
    docs = read_files({f"{folder}/x.md": text})
    assert plans(docs) == {"starter": (0, True), "core": (1, True), "super": (2, True)}
    assert docs.findings == ()


def test_a_plan_that_no_term_names_is_a_finding_and_the_others_are_listed(read_files: Read) -> None:
    docs = read_files({"en/x.md": table("Plan | Description", *ROWS, "Mega | Huge.") + "\n" + LIMITS["en"]})
    assert plans(docs)["super"] == (2, False)
    assert found(docs) == [("R002", 6)]


@pytest.mark.parametrize(
    "text",
    [
        table("Plan | Description", "Monday | Meeting.", "Tuesday | Lunch."),
        table("Limit | Value", "Length | 30"),
        table("Usage | Meaning", "Below 85% | Normal"),
    ],
)
def test_a_table_of_something_else_states_nothing(read_files: Read, text: str) -> None:
    docs = read_files({"en/x.md": text})
    assert (set(docs.rules.rules), docs.findings) == (set(), ())
