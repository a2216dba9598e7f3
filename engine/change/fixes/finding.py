"""Which fixes the pages of a docs folder need."""

from engine.change.fixes.labels import label_fixes
from engine.change.fixes.records import Fix
from engine.change.fixes.typography import percent_fixes, row_fixes
from engine.localedata import Locales
from engine.rules import Docs


def find_fixes(docs: Docs, locales: Locales) -> tuple[Fix, ...]:
    """Everything that can be mended without a doubt, by place.

    Args:
        docs: what was read.
        locales: the languages; a wrong label may name one that the docs do not have.
    """
    return tuple(sorted([*percent_fixes(docs), *row_fixes(docs), *label_fixes(docs, locales)]))
