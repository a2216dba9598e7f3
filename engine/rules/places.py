"""Where a page would make a statement that it does not make."""

from collections.abc import Iterable

from engine.model.rules import Licence, holdable_ids
from engine.model.spans import Span, start_of
from engine.model.statements import Statement
from engine.pages.blocks import Heading, Page
from engine.rules.page_reading import PageReading


class Places:
    """Finds the place where one would look on a page for what another language says there."""

    def __init__(self, pages: Iterable[tuple[Page, PageReading]]) -> None:
        self._pages = {(page.language, page.key): (page, reading) for page, reading in pages}

    def __call__(self, language: str, key: str, statement: Statement) -> Span:
        """The row of the same licence, else the section for such licences, else the first heading of the page.

        Args:
            language: tag of the language that has the page.
            key: of the page.
            statement: what another language says on it.
        """
        page, reading = self._pages[language, key]
        rule = statement.rule
        if statement.pattern.startswith("cell."):
            licence = holdable_ids(rule)[0]
            for own in reading.statements:
                if isinstance(own.rule, Licence) and own.rule.licence == licence:
                    return own.span
        if isinstance(rule, Licence):
            for heading in reading.sections:
                if heading.section.scope == rule.scope:
                    return heading.span
        first = next((block for block in page.blocks if isinstance(block, Heading)), None)
        return first.span if first else start_of(page.path)
