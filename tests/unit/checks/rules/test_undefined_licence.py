"""A licence that a rule names and no page lists."""

from collections.abc import Callable, Mapping

from engine.checks.rules import undefined_licence
from engine.rules import Docs

Read = Callable[[Mapping[str, str]], Docs]

NEEDS = "För att använda säljmodulen behöver du en licens för Remote Travel.\n"
LISTED = "## Användarlicenser\n\n| Licens | Beskrivning |\n|---|---|\n| Remote Travel | |\n"


def test_a_licence_that_a_page_lists_is_silent(read_files: Read) -> None:
    assert list(undefined_licence.check(read_files({"sv/a.md": NEEDS, "sv/b.md": LISTED}))) == []


def test_it_may_be_listed_by_another_language(read_files: Read) -> None:
    listed = LISTED.replace("Användarlicenser", "Gebruikerslicenties").replace("Licens", "Licentie")
    listed = listed.replace("Beskrivning", "Beschrijving")
    assert list(undefined_licence.check(read_files({"sv/a.md": NEEDS, "nl/b.md": listed}))) == []


def test_a_right_needs_no_list(read_files: Read) -> None:
    text = "För att använda säljmodulen behöver du inloggningsbehörighet till SuperOffice CRM.\n"
    docs = read_files({"sv/a.md": text})
    assert len(docs.rules.statements) == 1
    assert list(undefined_licence.check(docs)) == []


def test_it_is_told_once_in_a_language_quoting_the_sentences_that_name_it(read_files: Read) -> None:
    docs = read_files({"sv/a.md": NEEDS, "sv/b.md": f"Text.\n\n{NEEDS}"})
    found = list(undefined_licence.check(docs))
    assert [(f.code, str(f.span), f.arguments) for f in found] == [
        ("R004", "sv/a.md:1:1", {"licence": "remote-travel"}),
    ]
    assert [[str(r.span) for r in f.related] for f in found] == [["sv/a.md:1:1", "sv/b.md:3:1"]]
    assert [[r.quote for r in f.related] for f in found] == [[NEEDS.strip()] * 2]


def test_a_sentence_that_names_two_is_told_for_each(read_files: Read) -> None:
    text = NEEDS.replace("Remote Travel", "Remote Travel och en licens för Pocket CRM")
    found = undefined_licence.check(read_files({"sv/a.md": text}))
    assert [f.arguments["licence"] for f in found] == ["pocket-crm", "remote-travel"]


def test_a_sentence_that_states_two_rules_about_it_is_told_once(read_files: Read) -> None:
    text = "| Licens | Beskrivning |\n|---|---|\n| Remote Travel | Åtkomst till offerter och Kundcenter. |\n"
    docs = read_files({"sv/a.md": text})
    assert len(docs.rules.rules) == 2
    assert [str(f.span) for f in undefined_licence.check(docs)] == ["sv/a.md:3:19"]
