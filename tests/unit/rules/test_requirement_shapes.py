"""What sentences about licences and plans state, in every language and wherever they stand."""

from collections.abc import Callable, Mapping

import pytest

from engine.grammar.meanings import MEANINGS
from engine.model.rules import AnyRule, Excludes, Limit, Requires
from engine.rules import Docs

from .shapes import PAGE, PART, PREMIUM_OR_GROWTH, SHAPES, Shape

Read = Callable[[Mapping[str, str]], Docs]

FOLDERS = ("da", "de", "en", "nl", "no", "sv")

each_sentence = pytest.mark.parametrize(
    ("shape", "folder"),
    [pytest.param(shape, folder, id=f"{shape.meaning}-{folder}") for shape in SHAPES for folder in FOLDERS],
)


def rules_of(docs: Docs) -> frozenset[AnyRule]:
    return frozenset(docs.rules.rules)


def shapes_read(docs: Docs) -> list[str]:
    return [position.shape for reading in docs.readings for position in reading.positions]


def test_every_meaning_outside_tables_has_a_sentence_in_every_language() -> None:
    meanings = {m.id for m in MEANINGS if m.form in ("sentence", "item")} - {"sentence.cumulative"}
    assert {shape.meaning for shape in SHAPES} == meanings
    assert all(set(shape.said) == set(FOLDERS) for shape in SHAPES)


@each_sentence
def test_a_paragraph_an_alert_a_list_item_and_a_cell_say_the_same(read_files: Read, shape: Shape, folder: str) -> None:
    said = shape.said[folder]
    wrapped = [f"* {said}\n", f"1. {said}\n", f"| A | B |\n|---|---|\n| {said} | - |\n"]
    if not shape.meaning.startswith("item."):
        wrapped += [f"> [!NOTE]\n> {said}\n", f"# Guide\n\n{said}\n", f"Before. {said} After.\n"]
    for text in wrapped:
        docs = read_files({f"{folder}/guide.md": text})
        assert (rules_of(docs), docs.findings) == (shape.rules, ()), text
        assert shapes_read(docs) == [shape.meaning], text


@pytest.mark.parametrize("shape", [s for s in SHAPES if s.rules], ids=lambda shape: shape.meaning)
def test_six_languages_that_say_the_same_do_not_disagree(read_files: Read, shape: Shape) -> None:
    docs = read_files({f"{folder}/guide.md": f"* {said}\n" for folder, said in shape.said.items()})
    assert rules_of(docs) == shape.rules
    assert docs.rules.disagreements == ()
    assert {s.language for s in docs.rules.statements} == {"da", "de", "en", "nb", "nl", "sv"}


@pytest.mark.parametrize("folder", FOLDERS)
def test_an_included_note_speaks_of_the_page_that_includes_it(read_files: Read, folder: str) -> None:
    said = next(shape for shape in SHAPES if shape.meaning == "sentence.requires-page").said[folder]
    docs = read_files(
        {
            f"{folder}/includes/req.md": f"> [!NOTE]\n> {said}\n",
            f"{folder}/guide.md": "# Guide\n\n[!include[Requirement](includes/req.md)]\n",
        }
    )
    (statement,) = (s for s in docs.rules.statements if s.page == "guide.md")
    assert statement.rule == Requires(PAGE, None, PREMIUM_OR_GROWTH)
    assert (statement.span.path, statement.span.line) == (f"{folder}/includes/req.md", 2)


@pytest.mark.parametrize(
    ("folder", "text"),
    [
        ("en", "Select an owner (requires a **Sales Premium** license or the **Growth** plan)."),
        ("sv", "Välj en ägare (kräver en **Sales Premium**-licens eller **Growth**-planen)."),
        ("nl", "Selecteer een eigenaar (vereist een **Sales Premium**-licentie of het **Growth**-plan)."),
        ("da", "Vælg en ejer (kræver en **Sales Premium**-licens eller **Growth**-planen)."),
        ("no", "Velg en eier (krever en **Sales Premium**-lisens eller **Growth**-planen)."),
        ("de", "Wählen Sie einen Besitzer aus (erfordert eine **Sales Premium**-Lizenz oder den **Growth**-Plan)."),
    ],
)
def test_a_remark_in_brackets_is_a_requirement_of_a_part(read_files: Read, folder: str, text: str) -> None:
    for page in (f"{text}\n", f"* {text}\n", f"### {text.rstrip('.')}\n"):
        docs = read_files({f"{folder}/guide.md": page})
        assert (rules_of(docs), docs.findings) == ({Requires(PART, None, PREMIUM_OR_GROWTH)}, ()), page


@pytest.mark.parametrize(
    ("folder", "column", "cell"),
    [
        ("en", "License", "**Sales Premium** or **Growth**"),
        ("sv", "Licens", "**Sales Premium** eller **Growth**"),
        ("nl", "Licentie", "**Sales Premium** of **Growth**"),
        ("da", "Licens", "**Sales Premium** eller **Growth**"),
        ("no", "Lisens", "**Sales Premium** eller **Growth**"),
        ("de", "Lizenz", "**Sales Premium** oder **Growth**"),
    ],
)
def test_bare_names_are_a_requirement_in_a_column_of_licences_and_nowhere_else(
    read_files: Read, folder: str, column: str, cell: str
) -> None:
    row = f"|---|---|\n| {cell} | x |\n"
    assert rules_of(read_files({f"{folder}/guide.md": f"| {column} | Y |\n{row}"})) == {
        Requires(PART, None, PREMIUM_OR_GROWTH)
    }
    assert rules_of(read_files({f"{folder}/guide.md": f"| X | Y |\n{row}"})) == set()


@pytest.mark.parametrize(
    ("phrase", "needs"),
    [
        ("a Sales Premium license or the Growth plan", PREMIUM_OR_GROWTH),
        ("either a Sales Premium license, a CEP license, or the Growth plan", (("cep", "growth", "sales-premium"),)),
        (
            "a Sales Premium license or a CEP license and the Categorization license, or the Growth plan",
            (("categorization", "growth"), ("cep", "growth", "sales-premium")),
        ),
        (
            'the Development Tools license or the Core plan, and the "Field administrator" functional right',
            (("core", "development-tools"), ("field-administrator",)),
        ),
        ("a Sales Essentials or Premium license", (("sales-essentials", "sales-premium"),)),
        ("a Sales or Service Premium license", (("sales-premium", "service-premium"),)),
        ("Sales or Service Premium", (("sales-premium", "service-premium"),)),
        ("an Essential or Premium user plan", (("essential-user-plan", "premium-user-plan"),)),
        ("the Core plan or higher", (("core",),)),
        ("the CRM Suite Core or Growth plan", (("core", "growth"),)),
        ("the SuperOffice AI Platform and a Categorization license", (("ai-platform",), ("categorization",))),
    ],
)
def test_what_is_needed_is_read_with_its_ands_and_ors(
    read_files: Read, phrase: str, needs: tuple[tuple[str, ...], ...]
) -> None:
    docs = read_files({"en/guide.md": f"This feature requires {phrase}.\n"})
    assert (rules_of(docs), docs.findings) == ({Requires(PAGE, None, needs)}, ())


@pytest.mark.parametrize(
    ("folder", "text"),
    [
        ("en", "This feature requires Sales Essentials or Premium."),
        ("sv", "Den här funktionen kräver en Sales Essentials- eller Premium-licens."),
        ("nl", "Deze functie vereist een Sales Essentials- of Premium-licentie."),
        ("da", "Denne funktion kræver en Sales Essentials- eller Premium-licens."),
        ("no", "Denne funksjonen krever en Sales Essentials- eller Premium-lisens."),
        ("de", "Diese Funktion erfordert eine Sales Essentials- oder Premium-Lizenz."),
    ],
)
def test_two_levels_of_one_solution_are_two_licences(read_files: Read, folder: str, text: str) -> None:
    assert rules_of(read_files({f"{folder}/guide.md": text})) == {
        Requires(PAGE, None, (("sales-essentials", "sales-premium"),))
    }


@pytest.mark.parametrize(
    ("folder", "text"),
    [
        ("en", "The feature requires the Core plan or higher."),
        ("sv", "Den här funktionen kräver Core-planen eller högre."),
        ("nl", "Deze functie vereist het Core-plan of hoger."),
        ("da", "Denne funktion kræver Core-planen eller højere."),
        ("no", "Denne funksjonen krever Core-planen eller høyere."),
        ("de", "Diese Funktion erfordert den Core-Plan oder höher."),
    ],
)
def test_a_plan_or_higher_names_the_lowest(read_files: Read, folder: str, text: str) -> None:
    assert rules_of(read_files({f"{folder}/guide.md": text})) == {Requires(PAGE, None, (("core",),))}


@pytest.mark.parametrize(
    ("folder", "text"),
    [
        ("en", "The system allows you to send messages."),
        ("en", "The system requires a restart."),
        ("en", "Marketing needs good pictures."),
        ("en", "At its core, the dialog requires patience."),
        ("en", "Sales is available in every country."),
        ("sv", "Systemet kräver en omstart."),
        ("sv", "Marketing behöver bra bilder."),
        ("nl", "Het systeem vereist een herstart."),
        ("nl", "Voor marketing zijn goede foto's nodig."),
        ("da", "Systemet kræver en genstart."),
        ("no", "Systemet krever en omstart."),
        ("de", "Das System erfordert einen Neustart."),
        ("de", "Für Marketing benötigen Sie gute Bilder."),
    ],
)
def test_ordinary_words_that_are_also_names_state_nothing(read_files: Read, folder: str, text: str) -> None:
    docs = read_files({f"{folder}/guide.md": f"{text}\n\n* {text}\n"})
    assert (rules_of(docs), docs.findings) == (frozenset(), ())


@pytest.mark.parametrize(
    ("folder", "text"),
    [
        ("en", "This feature does not require a Sales Premium license."),
        ("en", "This feature requires no Sales Premium license."),
        ("sv", "Den här funktionen kräver inte en Sales Premium-licens."),
        ("nl", "Deze functie vereist geen Sales Premium-licentie."),
        ("da", "Denne funktion kræver ikke en Sales Premium-licens."),
        ("no", "Denne funksjonen krever ikke en Sales Premium-lisens."),
        ("de", "Diese Funktion erfordert keine Sales Premium-Lizenz."),
        ("de", "Diese Funktion erfordert nicht die Lizenz Sales Premium."),
    ],
)
def test_a_negation_is_never_read_as_a_requirement(read_files: Read, folder: str, text: str) -> None:
    assert rules_of(read_files({f"{folder}/guide.md": text})) == frozenset()


@pytest.mark.parametrize(
    ("folder", "text"),
    [
        ("en", "Do you need a Sales Premium license?"),
        ("en", "Does this feature require a Sales Premium license?"),
        ("sv", "Behöver du en Sales Premium-licens?"),
        ("nl", "Is een Sales Premium-licentie vereist?"),
        ("da", "Kræver denne funktion en Sales Premium-licens?"),
        ("no", "Krever denne funksjonen en Sales Premium-lisens?"),
        ("de", "Erfordert diese Funktion eine Sales Premium-Lizenz?"),
    ],
)
def test_a_question_states_nothing(read_files: Read, folder: str, text: str) -> None:
    docs = read_files({f"{folder}/guide.md": f"## {text}\n\n{text}\n"})
    assert (rules_of(docs), docs.findings) == (frozenset(), ())


def test_several_plans_that_lack_a_feature_are_several_rules(read_files: Read) -> None:
    docs = read_files({"en/guide.md": "This feature is not available in the Starter or Core plans.\n"})
    assert rules_of(docs) == {Excludes("starter", PAGE), Excludes("core", PAGE)}


def test_your_plan_is_the_plan_that_the_opening_names(read_files: Read) -> None:
    docs = read_files({"en/guide.md": "**CRM Suite (Plus plan):** Your plan includes a maximum of 10 active flows.\n"})
    assert rules_of(docs) == {Limit("plus", "active-marketing-flows", 10)}
