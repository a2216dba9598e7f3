"""Laws of aligning the languages of a page.

A page and itself have no gap; what is taken out of one is one gap, where it was; the order of the languages is nothing.
"""

import itertools

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from engine.alignment import Alignment, align, compare
from engine.alignment.records import NONE
from tests.laws import examples
from tests.unit.alignment.conftest import ReadPages

SENTENCES = (
    "Oil dries slowly.",
    "Rinse the brush in cold water before the paint has dried, and let it hang for a night.",
    "Linen is stronger than cotton.",
    "A panel of oak wood needs four coats of chalk ground on either side of it.",
    "Mix ultramarine with a little white.",
    "Store rags in a closed tin.",
    "Whoever paints outdoors in winter wants a heavier easel and thinner gloves than one thinks.",
    "Wax protects frames.",
    "Measure twice, cut once, and keep the offcuts of the moulding for small repairs.",
    "Daylight lamps have 6500 kelvin.",
)
"""Of ten lengths: texts of one length would say little of their order."""
FORMS = ("{}", "* {}", "## {}", "> [!NOTE]\n> {}")

chosen = st.lists(st.integers(0, len(SENTENCES) - 1), min_size=3, max_size=8, unique=True)
form = st.sampled_from(FORMS)
lawful = examples(40, HealthCheck.function_scoped_fixture)


def page(numbers: list[int], form: str) -> str:
    return "# Painting\n\n" + "\n\n".join(form.format(SENTENCES[number]) for number in numbers) + "\n"


def gaps(found: Alignment) -> list[int]:
    return [number for number, column in enumerate(found.columns) if NONE in column]


@lawful
@given(numbers=chosen, form=form)
def test_a_page_aligned_with_itself_has_no_gap(numbers: list[int], form: str, read_pages: ReadPages) -> None:
    text = page(numbers, form)
    found = align(read_pages({"en": text, "nl": text, "sv": text}))
    assert [set(column) for column in found.columns] == [{number} for number in range(len(numbers) + 1)]
    assert found.moves == ()


@lawful
@given(numbers=chosen, form=form, which=st.integers(0, 100))
def test_what_is_taken_out_is_one_gap_where_it_was(
    numbers: list[int], form: str, which: int, read_pages: ReadPages
) -> None:
    out = which % len(numbers)
    text, less = page(numbers, form), page(numbers[:out] + numbers[out + 1 :], form)
    found = align(read_pages({"en": text, "nl": text, "sv": less}))
    assert gaps(found) == [out + 1]
    assert [language for language, leaf in zip("ens", found.columns[out + 1], strict=True) if leaf == NONE] == ["s"]
    told = compare(read_pages({"en": text, "nl": text, "sv": less})).lacks
    assert [(lack.lacking, lack.there) for lack in told] == [(("sv",), SENTENCES[numbers[out]])]


@lawful
@given(numbers=chosen, form=form, which=st.integers(0, 100))
def test_the_order_of_the_languages_is_nothing(
    numbers: list[int], form: str, which: int, read_pages: ReadPages
) -> None:
    out = which % len(numbers)
    texts = {"en": page(numbers, form), "nl": page(numbers[:out] + numbers[out + 1 :], form), "sv": page(numbers, form)}
    pages = read_pages(texts)
    results = {align(order).columns for order in itertools.permutations(pages)}
    assert len(results) == 1


@pytest.mark.parametrize("image", ["![A brush](brush.png)", "![A brush](other/../brush.png)"])
def test_an_image_that_stands_in_another_paragraph_is_not_missing(image: str, read_pages: ReadPages) -> None:
    before, after = f"{SENTENCES[1]}\n\n", f"\n\n{SENTENCES[3]}\n"
    texts = {
        "en": f"# Brushes\n\n{before}![A brush](brush.png){after}",
        "nl": f"# Brushes\n\n{before}![A brush](brush.png){after}",
        "sv": f"# Brushes\n\n{before}Here {image}{after}",
    }
    assert not [lack for lack in compare(read_pages(texts)).lacks if lack.kind == "image"]
