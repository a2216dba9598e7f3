"""Every block and text of a page, whatever it is nested in."""

from collections.abc import Callable, Mapping

from engine.pages.blocks import Alert, Heading, List, Paragraph, Table
from engine.pages.walking import each_block, each_text
from engine.rules import Docs

PAGE = """\
# One

> [!NOTE]
> two
>
> * three
>
>   | four | five |
>   |---|---|
>   | six | seven |

[!include[x](includes/part.md)]
"""


def test_blocks_and_texts_come_in_order_of_reading(read_files: Callable[[Mapping[str, str]], Docs]) -> None:
    (page,) = read_files({"en/x.md": PAGE, "en/includes/part.md": "eight\n"}).tree.pages
    texts = ["One", "two", "three", "four", "five", "six", "seven", "eight"]
    assert [text.visible for text in each_text(page.blocks)] == texts
    kinds = [type(block) for block in each_block(page.blocks)]
    assert kinds[:6] == [Heading, Alert, Paragraph, List, Paragraph, Table]
