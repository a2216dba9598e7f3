"""Harmless edits change the bytes of a page and nothing that a reader sees."""

from collections.abc import Callable, Mapping

import pytest

from engine.change.mutation import HARMLESS
from engine.change.mutation.visible import seen
from engine.grammar import parse

from .conftest import Pages

Read = Callable[[Mapping[str, str]], Pages]

PAGE = """\
---
uid: help-sv-x
title: Åtkomst
---

# Åtkomst

Det här är en lång mening med **fet text** och en [länk][1], så lång att den ska brytas - om och om. 1. Ja.

> [!NOTE]
> En anmärkning som också är så lång att den måste brytas om raderna ska vara korta, vilket de ska vara här.

## Systemlicenser

| Licens | Beskrivning |
|---|---|
| Customer Centre | Ger tillgång till Kundcenter. |

* En punkt med [en annan länk][2] som är så lång att den också måste brytas när raderna ska vara kortare.
  * Och en till.

```text
* code

  stays
```

[1]: y.md
[2]: z.md
"""


@pytest.fixture
def page(pages: Read) -> Pages:
    return pages({"sv/x.md": PAGE, "en/x.md": "x\n"})


@pytest.mark.parametrize("kind", [kind.name for kind in HARMLESS if kind.name != "reworded"])
def test_a_harmless_edit_changes_bytes_and_nothing_else(page: Pages, kind: str) -> None:
    (mutated,) = page.mutations(kind, "sv/x.md")
    assert mutated.after != mutated.before
    before, after = (
        next(p for p in docs.tree.pages if p.path == "sv/x.md") for docs in (page.docs, page.with_(mutated))
    )
    assert seen(after) == seen(before)


def test_paragraphs_are_broken_within_what_contains_them(page: Pages) -> None:
    (mutated,) = page.mutations("rewrapped", "sv/x.md")
    gone, new = mutated.lines
    assert len(gone) == 3
    assert sum(line.startswith("> ") for line in new) == 2
    assert sum(line.startswith("  ") for line in new) == 1
    assert not any(line.lstrip("> ").startswith(("- ", "1. ")) for line in new)


def test_a_sentence_in_other_words_says_the_same_rule(page: Pages) -> None:
    (mutated,) = page.mutations("reworded", "sv/x.md")
    ((old,), (new,)) = mutated.lines
    grammar = page.docs.grammars["sv"]
    said = [parse(grammar, row.split(" | ")[1].rstrip(" |"), "cell", "x")[0].rules for row in (old, new)]
    assert said[0] == said[1]
    assert new != old
