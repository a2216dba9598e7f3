"""Whose features a list names: by its heading, and the level that stands before it."""

from engine.grammar.parse import matches
from engine.pages.blocks import AnyBlock, Heading, Paragraph
from engine.rules.collector import Collector


class FeatureHolder:
    """Follows headings that name a solution or a class, and paragraphs that are nothing but a level."""

    def __init__(self, collector: Collector) -> None:
        self._collector = collector
        self._solution: str | None = None
        self.holder: str | None = None
        """The licence or class whose features the next list names; None where a list is something else."""

    def read(self, block: AnyBlock) -> None:
        """Take note of a block before a list. A picture by itself says nothing of it."""
        if isinstance(block, Heading):
            self._solution = self._whole("solution", block.text.visible)
            self.holder = self._class(block.text.visible)
        elif self._solution is not None and isinstance(block, Paragraph) and block.text.visible:
            level = self._whole("level", block.text.visible.rstrip(" :"))
            self.holder = self._licence(self._solution, level) if level else None

    def _class(self, heading: str) -> str | None:
        for match in matches(self._collector.grammar, heading, "heading"):
            if match.entry.meaning.name == "features" and isinstance(ids := match.values.get("classes"), tuple):
                return str(ids[0])
        return None

    def _whole(self, kind: str, text: str) -> str | None:
        ids = self._collector.grammar.lexicon.named(kind, text)
        return ids[0] if len(ids) == 1 else None

    def _licence(self, solution: str, level: str) -> str | None:
        licences = self._collector.grammar.vocabulary.of("licence")
        return next((entry.id for entry in licences if (entry.solution, entry.level) == (solution, level)), None)
