"""What a change between two rule sets is."""

import enum

import msgspec

from engine.model.rules import AnyRule
from engine.model.statements import Statement


class Effect(enum.StrEnum):
    """Which way a change goes for those who hold something."""

    TIGHTER = "tighter"
    LOOSER = "looser"
    OTHER = "other"
    """Neither, or both for different holders."""


class Told(msgspec.Struct, frozen=True):
    """Where one language says both sides of a change."""

    language: str
    before: Statement | None
    """The first place that states the old rule; None where nothing did."""
    after: Statement | None
    """The first place that states the new one; None where nothing does any more."""


class Change(msgspec.Struct, frozen=True):
    """One thing that the pages say otherwise than before, whatever the wording."""

    topic: tuple[str, ...]
    """The kind of rule in lower case, and the ids that it is about: ("limit", "core", "active-projects")."""
    before: tuple[AnyRule, ...]
    """The rules that held: none for something new."""
    after: tuple[AnyRule, ...]
    """The rules that hold: none for something gone."""
    effect: Effect
    told: tuple[Told, ...]
    """Every language that changed so, sorted."""

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that changed so."""
        return tuple(told.language for told in self.told)


class Rename(msgspec.Struct, frozen=True, order=True):
    """An id that is called otherwise, while what is said of it stays."""

    kind: str
    """Kind of the id, as in the vocabulary; `page` for a page."""
    old: str
    new: str
    languages: tuple[str, ...] = ()


class Turn(msgspec.Struct, frozen=True, order=True):
    """Who holds exactly this is answered otherwise about a capability."""

    capability: str
    holdings: tuple[str, ...]
    """A smallest set of ids that is enough on the side that allows; sorted."""
    channel: str
    """The channel asked about; empty for none."""
    allowed: bool
    """Whether the answer is yes now."""
    languages: tuple[str, ...] = ()


class Changes(msgspec.Struct, frozen=True):
    """All that changed between two rule sets."""

    languages: tuple[str, ...]
    """The languages compared: those that both sides have."""
    renames: tuple[Rename, ...]
    changes: tuple[Change, ...]
    turns: tuple[Turn, ...]

    def __bool__(self) -> bool:
        return bool(self.renames or self.changes or self.turns)
