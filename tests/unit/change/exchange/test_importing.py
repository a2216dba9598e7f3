"""A page to PO and back: nothing changes by itself, and what a translator changes changes nothing else."""

import shutil
from pathlib import Path

import polib
import pytest

from engine.change.exchange.importing import PageImport, import_page
from engine.change.exchange.new_pages import new_page
from engine.change.exchange.pages import Exchange
from engine.change.exchange.po_file import po_text, read_po
from engine.change.freshness.known import confirmed
from engine.change.freshness.lock import TranslationLock
from engine.change.freshness.units import page_units
from engine.findings import UsageError
from engine.localedata import Locales
from engine.rules import Docs, read_docs, reread

from ..history.git import GitDocs

EN = """---
uid: help-en-licences
title: Licences
date: 01.02.2026
language: en
---

# Licences

> [!NOTE]
> You need 100 wheels and a **Sales Premium** plan, see [the list](list.md).

* First item
* Second item

| Licence | Description |
|---|---|
| Satellite | Up to 3 of them |
| Audience |  |
"""
SV = """---
uid: help-sv-licences
title: Licenser
date: 01.02.2026
language: sv
---

# Licenser

> [!NOTE]
> Du behöver 100 hjul och planen **Sales Premium**,
> se [listan](list.md).

* Första
* Andra

| Licens   | Beskrivning |
|---|---|
| Satellite | Högst 3 av dem |
| Audience |  |
"""
ORIGINALS = ("en",)


class Office:
    """A docs folder, and the PO files that go to and fro."""

    def __init__(self, folder: Path, locales: Locales, files: dict[str, str | bytes]) -> None:
        self.git = GitDocs(folder / "r")
        self.git.commit("2025-01-01", dict(files))
        self.root = self.git.docs
        self.docs: Docs = read_docs(self.root, locales)
        self.lock: TranslationLock | None = None
        self.po = folder / "a.po"

    def exchange(self, language: str = "sv") -> Exchange:
        return Exchange(self.docs, self.lock, language, ORIGINALS)

    def export(self, page: str = "a.md", language: str = "sv") -> polib.POFile:
        found = self.exchange(language).page(page)
        assert found is not None
        text = po_text(page, language, ORIGINALS, found.digest, found.entries)
        self.po.write_text(text, encoding="utf-8")
        return polib.pofile(str(self.po))

    def back(self, file: polib.POFile | None = None, language: str = "sv") -> PageImport:
        if file is not None:
            file.save(str(self.po))
        po = read_po(self.po)
        found = self.exchange(language).page(po.page)
        assert found is not None
        if language in found.sides:
            return import_page(self.root, found, po, language)
        return new_page(self.docs, found, po, language)

    def write(self, path: str, text: str) -> None:
        (self.root / path).write_bytes(text.encode())
        self.docs = reread(self.docs, path)

    def confirm(self) -> None:
        self.lock = confirmed(self.lock, page_units(self.docs), ("en", "sv")).lock


@pytest.fixture
def office(tmp_path: Path, locales: Locales) -> Office:
    return Office(tmp_path, locales, {"en/a.md": EN, "sv/a.md": SV})


def entry(file: polib.POFile, beginning: str) -> polib.POEntry:
    return next(each for each in file if each.msgid.startswith(beginning))


def reasons(result: PageImport) -> list[tuple[str, str]]:
    return [(refusal.context.partition("#")[2].partition(":")[0], refusal.reason) for refusal in result.refusals]


def test_an_entry_has_id_original_translation_places_and_a_legend(office: Office) -> None:
    file = office.export()
    assert file.metadata["Language"] == "sv"
    note = entry(file, "You need")
    assert note.msgid == "You need {100} wheels and a **{sales-premium}** plan, see [the list]({link1})."
    assert note.msgstr == "Du behöver {100} hjul och planen **{sales-premium}**,\nse [listan]({link1})."
    assert note.msgctxt.startswith("a.md#paragraph:")
    assert note.occurrences == [("sv/a.md", "11"), ("en/a.md", "11")]
    assert "{sales-premium} = Sales Premium" in note.comment
    assert [each.msgctxt.partition("#")[2] for each in file if each.msgid == "Up to {3} of them"] == ["row:satellite/2"]
    assert [each.msgid for each in file if "front-matter" in each.msgctxt] == ["Licences"]


def test_an_import_of_what_was_exported_changes_nothing(office: Office) -> None:
    office.export()
    result = office.back()
    assert (result.before, result.taken, result.refusals) == (result.after, 0, ())
    assert result.after == SV.encode()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-8-sig"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_changed_text_changes_only_its_own_bytes(
    tmp_path: Path, locales: Locales, encoding: str, ending: str
) -> None:
    office = Office(tmp_path, locales, {"en/a.md": EN, "sv/a.md": SV.replace("\n", ending).encode(encoding)})
    file = office.export()
    entry(file, "You need").msgstr = "Först planen **{sales-premium}**,\nsen {100} | hjul, [se]({link1})."
    entry(file, "Up to").msgstr = "Max | {3}"
    entry(file, "Second").msgstr = "En annan\npå två rader"
    result = office.back(file)
    expected = (
        SV.replace("Du behöver 100 hjul och planen **Sales Premium**", "Först planen **Sales Premium**")
        .replace("se [listan](list.md)", "sen 100 | hjul, [se](list.md)")
        .replace("Högst 3 av dem", "Max \\| 3")
        .replace("* Andra", "* En annan\n  på två rader")
    )
    assert (result.taken, result.refusals) == (3, ())
    assert result.after == expected.replace("\n", ending).encode(encoding)


@pytest.mark.parametrize(
    ("beginning", "text", "reason"),
    [
        ("You need", "Inga hjul alls", "placeholders are lost or not known: {placeholders}"),
        ("Up to", "Högst 3 av dem", "placeholders are lost or not known: {placeholders}"),
        ("Up to", "{3} och {5}", "placeholders are lost or not known: {placeholders}"),
        ("Up to", "{3}\nav dem", "the text must stay on one line, and none of its lines may be empty"),
        ("First", "ett\n\ntvå", "the text must stay on one line, and none of its lines may be empty"),
        ("First", "# ett", "with this text the page would have other blocks than before"),
        ("First", "ett\n* två", "with this text the page would have other blocks than before"),
        ("First", "<!-- ett", "with this text the page would have other blocks than before"),
    ],
)
def test_a_text_that_harms_is_refused_and_the_rest_is_taken(
    office: Office, beginning: str, text: str, reason: str
) -> None:
    file = office.export()
    entry(file, beginning).msgstr = text
    entry(file, "Second").msgstr = "En annan"
    result = office.back(file)
    assert [refusal.reason for refusal in result.refusals] == [reason]
    assert result.taken == 1
    assert result.after == SV.replace("* Andra", "* En annan").encode()
    assert (result.refusals[0].path, result.refusals[0].line > 10) == (str(office.po), True)


def test_a_fuzzy_or_vanished_text_is_not_taken_and_an_empty_one_means_nothing(office: Office) -> None:
    file = office.export()
    entry(file, "First").msgstr = ""
    second = entry(file, "Second")
    second.msgstr, second.flags = "En annan", ["fuzzy"]
    file.append(polib.POEntry(msgctxt="a.md#row:x", msgid="x", msgstr="y"))
    result = office.back(file)
    assert reasons(result) == [
        ("item", "it is still marked fuzzy"),
        ("row", "no block has this id: the page or its original changed since the export"),
    ]
    assert result.after == SV.encode()


def test_nothing_is_taken_into_a_page_that_changed_since(office: Office) -> None:
    file = office.export()
    entry(file, "First").msgstr = "Den första"
    office.write("sv/a.md", SV.replace("Licenser\n\n>", "Alla licenser\n\n>"))
    result = office.back(file)
    assert {reason for _, reason in reasons(result)} == {"the page changed since the export: export it anew"}
    assert len(result.refusals) == 2
    assert result.taken == 0


def test_a_translation_of_what_the_original_no_longer_says_is_refused(office: Office) -> None:
    office.confirm()
    file = office.export()
    entry(file, "First").msgstr = "Den första"
    entry(file, "Second").msgstr = "Den andra"
    office.write("en/a.md", EN.replace("First item", "The first item"))
    result = office.back(file)
    assert reasons(result) == [("item", "the text that it translates changed since the export: export it anew")]
    assert result.taken == 1


def test_what_changed_since_it_was_confirmed_is_fuzzy_with_the_text_of_before(office: Office) -> None:
    office.confirm()
    first = {each.msgctxt for each in office.export()}
    office.write("en/a.md", EN.replace("100 wheels", "50 wheels").replace("Up to 3 of", "At most 3 of"))
    file = office.export()
    assert {each.msgctxt for each in file} == first
    changed = [each for each in file if "fuzzy" in each.flags]
    assert [(each.previous_msgid, each.msgid) for each in changed] == [
        (
            "You need {100} wheels and a **{sales-premium}** plan, see [the list]({link1}).",
            "You need {50} wheels and a **{sales-premium}** plan, see [the list]({link1}).",
        ),
        ("Up to {3} of them", "At most {3} of them"),
    ]


def test_what_the_translator_finished_is_told_to_be_looked_at(office: Office) -> None:
    office.confirm()
    office.write("en/a.md", EN.replace("100 wheels", "50 wheels").replace("Up to 3 of", "At most 3 of"))
    file = office.export()
    wheels, row = entry(file, "You need"), entry(file, "At most")
    wheels.msgstr, wheels.flags = wheels.msgstr.replace("{100}", "{50}"), []
    row.flags = []
    first = entry(file, "First")
    first.msgstr = "Den första"
    result = office.back(file)
    assert set(result.looked_at) == {each.msgctxt.partition("#")[2].partition("/")[0] for each in (wheels, row, first)}
    assert b"50 hjul" in result.after
    office.write("sv/a.md", result.after.decode())
    units = {"a.md": page_units(office.docs)["a.md"]}
    office.lock = confirmed(office.lock, units, ("sv",), against=ORIGINALS, only={"a.md": result.looked_at}).lock
    assert not any("fuzzy" in each.flags for each in office.export())


def test_a_text_that_only_one_cell_has_can_be_given_to_the_other(office: Office, tmp_path: Path) -> None:
    office.write("en/a.md", EN.replace("| Audience |  |", "| Audience | For 5 sites |"))
    file = office.export()
    empty = entry(file, "For")
    assert empty.msgstr == ""
    empty.msgstr = "För {5} platser"
    result = office.back(file)
    assert result.after.decode() == SV.replace("| Audience |  |", "| Audience |  För 5 platser |")


def translated(office: Office, texts: dict[str, str]) -> PageImport:
    file = office.export()
    for original, translation in texts.items():
        lacking = entry(file, original)
        assert lacking.msgstr == ""
        lacking.msgstr = translation
    return office.back(file)


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("english", "texts", "swedish"),
    [
        (
            ("\n* First", "\nA paragraph about 7 things.\nIn two lines.\n\n* First"),
            {"A paragraph": "Ett stycke om {7} saker."},
            ("\n* Första", "\nEtt stycke om 7 saker.\n\n* Första"),
        ),
        (
            ("* Second", "* Some 12 things, `x`\n* Second"),
            {"Some": "Sådär {12} saker, {code1}"},
            ("* Andra", "* Sådär 12 saker, `x`\n* Andra"),
        ),
        (
            ("| Satellite", "| Reporter Studio | With 9 | \n| Satellite"),
            {"{reporter-studio}": "{reporter-studio}", "With": "Med | {9}"},
            ("| Satellite", "| Reporter Studio | Med \\| 9 | \n| Satellite"),
        ),
        (
            ("| Audience |  |\n", "| Audience |  |\n\n## More\n\nText with `code`.\n"),
            {"More": "Mera", "Text with": "Text med {code1}."},
            ("| Audience |  |\n", "| Audience |  |\n\n## Mera\n\nText med `code`.\n"),
        ),
        (
            ("(list.md).\n", "(list.md).\n>\n> And this, about wheels.\n"),
            {"And this": "Och detta, om hjul."},
            ("(list.md).\n", "(list.md).\n>\n> Och detta, om hjul.\n"),
        ),
    ],
)
def test_a_block_that_the_page_lacks_is_put_where_the_original_has_it(
    tmp_path: Path,
    locales: Locales,
    english: tuple[str, str],
    texts: dict[str, str],
    swedish: tuple[str, str],
    ending: str,
) -> None:
    files = {"en/a.md": EN.replace(*english), "sv/a.md": SV.replace("\n", ending)}
    result = translated(Office(tmp_path, locales, dict(files)), texts)
    assert (result.refusals, result.taken) == ((), len(texts))
    assert result.after.decode() == SV.replace(*swedish).replace("\n", ending)


def test_a_row_of_which_a_cell_is_not_translated_is_not_put_in(office: Office) -> None:
    office.write("en/a.md", EN.replace("| Satellite", "| Windows app | With 9 | \n| Satellite"))
    result = translated(office, {"With": "Med {9}"})
    assert [reason for _, reason in reasons(result)] == [
        "write this block into the page by hand: where it belongs is not certain"
    ]
    assert result.after == SV.encode()


def test_a_value_of_front_matter_is_taken_in_the_manner_of_yaml(office: Office) -> None:
    file = office.export()
    next(each for each in file if "front-matter" in each.msgctxt).msgstr = "Licenser: allt"
    assert office.back(file).after.decode() == SV.replace("title: Licenser", 'title: "Licenser: allt"')


def test_a_page_that_is_missing_is_made_of_its_original(tmp_path: Path, locales: Locales) -> None:
    others = {
        f"{tag}/{n}.md": f"---\nuid: help-{tag}-{n}\nlanguage: {tag}\n---\n\n# {n}\n"
        for tag in ("en", "sv")
        for n in "bcd"
    }
    office = Office(tmp_path, locales, {"en/a.md": EN, **others})
    file = office.export()
    assert {each.msgstr for each in file} == {""}
    assert office.back(file).after == b""
    assert office.back(file).refusals == ()
    for each in file:
        each.msgstr = each.msgid
    entry(file, "You need").msgstr = "Med **{sales-premium}** och {100} hjul: [se]({link1})"
    entry(file, "First").msgstr = ""
    (refusal,) = office.back(file).refusals
    assert refusal.reason == "it is not translated yet: the page is made when all of it is"
    entry(file, "First").msgstr = "Första"
    result = office.back(file)
    assert (result.before, result.refusals) == (None, ())
    assert result.after.decode() == (
        EN.replace("help-en-licences", "help-sv-licences")
        .replace("language: en", "language: sv")
        .replace("First item", "Första")
        .replace(
            "You need 100 wheels and a **Sales Premium** plan, see [the list](list.md).",
            "Med **Sales Premium** och 100 hjul: [se](list.md)",
        )
    )


@pytest.mark.parametrize("text", ["", 'msgid ""\nmsgstr "Language: sv\\n"\n', "nonsense\n"])
def test_what_charter_did_not_export_is_misuse(tmp_path: Path, text: str) -> None:
    path = tmp_path / "x.po"
    path.write_text(text)
    with pytest.raises(UsageError) as error:
        read_po(path)
    assert str(path) in str(error.value)


def test_a_page_with_nothing_to_translate_from_is_no_page(office: Office) -> None:
    shutil.copy(office.root / "sv" / "a.md", office.root / "sv" / "only.md")
    office.docs = reread(office.docs, "sv/only.md")
    assert office.exchange().pages() == ("a.md",)
    assert office.exchange().page("only.md") is None
