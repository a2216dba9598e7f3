"""The work list: what misleads customers most comes first, with the lines of both sides."""

from collections.abc import Callable

from engine.findings import CODES, Finding, Related
from engine.gate.places import Places
from engine.localedata import Messages
from engine.model.spans import Span
from engine.report.work_list import FAMILIES, Line, work_list

Quote = Callable[[Span], str]
PLACE = Span("sv/x.md", 3, 12, 3, 25)


def test_errors_come_before_warnings_and_among_them_rules_before_files(quote: Quote) -> None:
    found = [
        Finding("P001", PLACE, {"languages": "", "missing": ""}),
        Finding("F003", PLACE),
        Finding("R004", PLACE, {"licence": "x"}),
        Finding("F006", PLACE, {"target": "x"}),
        Finding("R006", PLACE, {"language": "", "other": "", "there": ""}),
        Finding("G005", PLACE, {"codes": "x"}),
        Finding("R006", PLACE, {"language": "", "other": "", "there": ""}, level="note"),
    ]
    groups = work_list(found, Places(()), Messages(), quote)
    assert [(group.severity, group.code.code) for group in groups] == [
        ("error", "R006"),
        ("error", "F006"),
        ("warning", "R004"),
        ("warning", "F003"),
        ("warning", "G005"),
        ("note", "R006"),
        ("note", "P001"),
    ]
    assert [entry.id for group in groups for entry in group.entries] == [f"f{n}" for n in range(1, 8)]


def test_every_family_has_its_place_in_the_order() -> None:
    assert {code[0] for code in CODES} <= set(FAMILIES)


def test_an_entry_shows_both_sides_parted_around_what_is_meant(quote: Quote) -> None:
    there = Related(Span("nl/x.md", 3, 13, 3, 24), "Toegang tot")
    facts = {"language": "sv", "here": "a", "other": "nl", "there": "b"}
    finding = Finding("R005", PLACE, facts, (Related(PLACE, "Tillgång till"), there))
    ((entry,),) = (group.entries for group in work_list([finding], Places(()), Messages(), quote))
    assert [side.place for side in entry.sides] == ["sv/x.md:3:12", "nl/x.md:3:13"]
    assert entry.sides[0].lines == (Line(3, "| Offert | ", "Tillgång till", " [bold]allt[/] |"),)
    assert entry.sides[1].lines == (Line(3, "| Offerte | ", "Toegang tot", " alles |"),)


def test_a_span_of_several_lines_is_meant_from_its_first_column_to_its_last(quote: Quote) -> None:
    finding = Finding("F006", Span("sv/x.md", 3, 3, 5, 6), {"target": "x"})
    ((entry,),) = (group.entries for group in work_list([finding], Places(()), Messages(), quote))
    assert [(line.before, line.after) for line in entry.sides[0].lines] == [("| ", ""), ("", ""), ("", " raden.")]


def test_a_finding_about_a_whole_file_shows_no_line(quote: Quote) -> None:
    ((entry,),) = (
        group.entries
        for group in work_list([Finding("F003", Span("sv/x.md", 1, 1, 1, 1))], Places(()), Messages(), quote)
    )
    assert entry.sides == ()
