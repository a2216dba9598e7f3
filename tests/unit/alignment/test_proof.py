"""Whether a lack is one, by the words of a whole tree."""

import itertools

from engine.alignment import Lack, TextGroup, proven
from engine.alignment.leaves import ITEM
from engine.model.spans import Span

NOUNS = tuple("".join(letters) for letters in itertools.product("bdfgkl", "aeiou", "mnrst", "ae"))
"""300 words of an invented language; the other one has the same with an ending."""
VERBS = ("take", "hold", "turn", "wash", "dry", "oil", "mend")


def theirs(text: str) -> str:
    return " ".join(f"{word[::-1]}o" for word in text.split())


def tree(nouns: int) -> list[tuple[str, str]]:
    """Seven texts about each of some words, and their translations."""
    texts = (
        f"{verb} {noun} {NOUNS[(index + 7) % nouns]}" for verb in VERBS for index, noun in enumerate(NOUNS[:nouns])
    )
    return [(text, theirs(text)) for text in texts]


def judged(page: list[tuple[str, str]], said: str, place: int, nouns: int = 300) -> list[Lack]:
    """What becomes of the lack of a text of the page, at a column."""
    span = Span("xx/x.md", 1, 1, 1, 1)
    lack = Lack(ITEM, span, ("en",), ("xx",), said, (), said=(said,), places=(place,))
    languages = ("en", "xx")
    sayings = {"tree": (TextGroup(languages, tree(nouns)), ()), "x.md": (TextGroup(languages, page), (lack,))}
    return list(proven(sayings).get("x.md", (lack,)))


A, B = "take bama bame bana", "hold dama dame dana"
PAGE = [("wash gama game", theirs("wash gama game")), ("dry lasa lase", theirs("dry lasa lase"))]


def test_a_text_whose_words_nobody_says_is_lost() -> None:
    (lack,) = judged([*PAGE, (A, "")], A, 2)
    assert lack.sure


def test_a_text_that_is_folded_into_its_neighbour_is_not_lost() -> None:
    assert judged([*PAGE, (B, theirs(f"{B} {A}")), (A, "")], A, 3) == []


def test_a_text_that_stands_elsewhere_on_the_page_is_not_lost() -> None:
    between = [(f"{verb} {noun}", theirs(f"{verb} {noun}")) for verb, noun in zip(VERBS, NOUNS[40:], strict=False)]
    assert judged([(A, ""), *between, ("", theirs(A))], A, 0) == []


def test_words_that_its_neighbour_says_itself_prove_nothing() -> None:
    (lack,) = judged([*PAGE, (A, theirs(A)), (A, "")], A, 3)
    assert lack.sure


def test_a_text_of_which_a_neighbour_says_some_is_doubtful() -> None:
    (lack,) = judged([*PAGE, (B, theirs(f"{B} bama")), (A, "")], A, 3)
    assert not lack.sure


def test_one_word_alone_is_doubtful() -> None:
    (lack,) = judged([*PAGE, ("take bama", "")], "take bama", 2)
    assert not lack.sure


def test_few_texts_leave_no_lack_out() -> None:
    (lack,) = judged([*PAGE, (B, theirs(f"{B} {A}")), (A, "")], A, 3, nouns=60)
    assert not lack.sure


def test_hardly_any_texts_change_nothing() -> None:
    (lack,) = judged([*PAGE, (B, theirs(f"{B} {A}")), (A, "")], A, 3, nouns=1)
    assert lack.sure


def test_languages_are_judged_one_by_one() -> None:
    languages = ("en", "xx", "yy")
    full = [(text, other, other.replace("o ", "u ")) for text, other in tree(300)]
    page = [("hold dama", "", ""), (B, theirs(f"{B} {A}"), theirs(B)), (A, "", "")]
    span = Span("en/x.md", 1, 1, 1, 1)
    lack = Lack(ITEM, span, ("en",), ("xx", "yy"), A, (), said=(A,), places=(2,))
    (found,) = proven({"t": (TextGroup(languages, full), ()), "x.md": (TextGroup(languages, page), (lack,))})["x.md"]
    assert found.lacking == ("yy",)
    assert not found.sure
