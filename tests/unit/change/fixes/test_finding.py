"""Which fixes the pages of a docs folder need."""

from collections.abc import Callable, Mapping

import pytest

from engine.change.fixes import apply_fixes, find_fixes
from engine.localedata import Locales
from engine.rules import Docs

Read = Callable[[Mapping[str, str]], Docs]

SWEDISH = "Du kan inte logga in, eller så behöver du en licens som inte är en plan. " * 5


def mended(docs: Docs, locales: Locales) -> dict[str, str]:
    return {file.path: file.after.decode() for file in apply_fixes(docs.tree.root, find_fixes(docs, locales))}


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        ("sv/x.md", "Minst 40 % och 85%.\n", "Minst 40 % och 85\u00a0%.\n"),
        ("sv/x.md", "Minst **40** % och **85**%.\n", "Minst **40** % och **85**\u00a0%.\n"),
        ("nl/x.md", "Minder dan 40% of 85&nbsp;%.\n", "Minder dan 40% of 85%.\n"),
        ("nl/x.md", "Minder dan 40% of 85 %.\n", "Minder dan 40% of 85%.\n"),
        ("en/x.md", "40% and\n85 % and `85 %`\n", "40% and\n85% and `85 %`\n"),
        ("en/x.md", "| a | b |\n|---|---|\n| c | d\n", "| a | b |\n|---|---|\n| c | d |\n"),
        ("en/x.md", "| a | b |\n|---|---|\n| c | d  \n\nx", "| a | b |\n|---|---|\n| c | d |  \n\nx"),
    ],
)
def test_a_fault_of_setting_is_mended(read_files: Read, locales: Locales, path: str, before: str, after: str) -> None:
    assert mended(read_files({path: before}), locales) == {path: after}


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("sv/x.md", "40 % och 85\u00a0%\n"),
        ("sv/x.md", "Alla har 40% och 85%, men en 90 %.\n"),
        ("sv/x.md", "40 % och `85%`, 85%s och 85%{name}\n"),
        ("sv/x.md", "40 % och [85%](x.md)\n"),
        ("en/x.md", "40%, 50% and 85\n%\n"),
        ("en/x.md", "a | b\n---|---\nc | d\n"),
        ("en/x.md", "```\n| a | b |\n|---|---|\n| c | d\n```\n"),
    ],
)
def test_what_may_be_meant_is_left_alone(read_files: Read, locales: Locales, path: str, text: str) -> None:
    assert mended(read_files({path: text}), locales) == {}


def test_a_long_text_proves_its_label_wrong(read_files: Read, locales: Locales) -> None:
    docs = read_files({"sv/x.md": f"---\r\nlanguage: 'en' # why\r\n---\r\n{SWEDISH}\r\n"})
    assert mended(docs, locales) == {"sv/x.md": f"---\r\nlanguage: 'sv' # why\r\n---\r\n{SWEDISH}\r\n"}


def test_a_short_text_proves_it_by_the_words_of_other_pages(read_files: Read, locales: Locales) -> None:
    page = "---\ntitle: {title}\nlanguage: {label}\n---\n# {title}\n"
    files = {f"sv/{n}.md": page.format(title="Mallvariabler för försäljning", label="sv") for n in "abc"}
    files |= {f"en/{n}.md": page.format(title="Template variables of sales", label="en") for n in "abc"}
    files["sv/x.md"] = page.format(title="Mallvariabler för försäljning", label="en")
    assert mended(read_files(files), locales) == {"sv/x.md": files["sv/a.md"]}


@pytest.mark.parametrize("text", ["# Mallvariabler\n", "You need a licence or a plan to do this. " * 9, ""])
def test_without_proof_a_label_stays(read_files: Read, locales: Locales, text: str) -> None:
    assert mended(read_files({"sv/x.md": f"---\nlanguage: en\n---\n{text}", "en/y.md": "# Y\n"}), locales) == {}


def test_the_label_is_the_one_that_the_folder_uses(read_files: Read, locales: Locales) -> None:
    text = "Du må ikke logge inn, eller du trenger en lisens som ikke er en plan. " * 9
    files = {"no/x.md": f"---\nlanguage: en\n---\n{text}", "no/y.md": "---\nlanguage: nb\n---\n# Y\n"}
    assert mended(read_files(files), locales) == {"no/x.md": f"---\nlanguage: nb\n---\n{text}"}


def test_a_mended_tree_has_nothing_left_to_mend(read_files: Read, locales: Locales) -> None:
    text = f"---\nlanguage: en\n---\n{SWEDISH}\n\n40 %, 85%\n\n| a | b |\n|---|---|\n| c | d\n"
    docs = read_files({"sv/x.md": text})
    assert len(find_fixes(docs, locales)) == 3
    assert find_fixes(read_files(mended(docs, locales)), locales) == ()
