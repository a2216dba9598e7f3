"""`locales/vocabulary.toml`: the ids that exist, each with its kind and a note for translators."""

import functools
import re
from pathlib import Path
from typing import Any

import msgspec

from engine.localedata.toml import TomlFile
from engine.model.rulesets import Relation

KINDS = (
    "licence",
    "plan",
    "market",
    "solution",
    "level",
    "right",
    "class",
    "capability",
    "channel",
    "scope",
    "edition",
    "lifecycle",
    "unit",
    "topic",
    "feature",
    "column",
    "status",
    "indicator",
    "outcome",
    "scenario",
)
"""The kinds of id, in the order of the file."""

HOLDABLE = ("licence", "plan", "right", "class")
"""Kinds that somebody can hold; their ids share one namespace."""

SORTS = ("thing", "action")
"""How a capability is spoken of."""

_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_FIELDS = {
    "note",
    "sort",
    "part_of",
    "same_as",
    "reason",
    "market",
    "solution",
    "level",
    "members",
    "metered",
    "formerly",
}


class Id(msgspec.Struct, frozen=True):
    """One id of the vocabulary."""

    kind: str
    id: str
    note: str
    sort: str = ""
    """`thing` or `action` for a capability, else empty."""
    market: str = ""
    """Where a plan is sold."""
    solution: str = ""
    level: str = ""
    """The parts of a module-based licence."""
    metered: bool = False
    """Of a capability: whether its use is billed, so that a list of such names says which services are metered."""
    members: tuple[str, ...] = ()
    """Of a class: whoever holds one of them holds the class."""
    formerly: tuple[str, ...] = ()
    """Ids that it had before; nothing else may have them."""

    @property
    def form_set(self) -> str:
        """The name under which `locale.toml` declares the inflected forms of its terms."""
        return f"{self.kind}-{self.sort}" if self.sort else self.kind


class Vocabulary(msgspec.Struct, frozen=True, dict=True):
    """Every id, and how people decided that they relate."""

    path: str
    ids: tuple[Id, ...]
    relations: tuple[Relation, ...]

    def get(self, kind: str, id: str) -> Id | None:
        """An id of a kind; None when there is none."""
        return self._entries.get(kind, {}).get(id)

    def of(self, kind: str) -> tuple[Id, ...]:
        """The ids of a kind, in the order of the file."""
        return tuple(self._entries.get(kind, {}).values())

    def kind_of_holdable(self, id: str) -> str | None:
        """`licence`, `right` or `class`."""
        return next((entry.kind for entry in self.ids if entry.id == id and entry.kind in HOLDABLE), None)

    @functools.cached_property
    def by_kind(self) -> dict[str, frozenset[str]]:
        """Kind -> its ids."""
        return {kind: frozenset(self._entries.get(kind, ())) for kind in KINDS}

    @functools.cached_property
    def metered(self) -> frozenset[str]:
        """The capabilities whose use is billed."""
        return frozenset(entry.id for entry in self.of("capability") if entry.metered)

    @functools.cached_property
    def _entries(self) -> dict[str, dict[str, Id]]:
        """Kind -> id -> what is known of it; both are asked for at many places of a text."""
        found: dict[str, dict[str, Id]] = {}
        for entry in self.ids:
            found.setdefault(entry.kind, {})[entry.id] = entry
        return found

    @property
    def renamed(self) -> dict[str, str]:
        """Former id -> the id of today."""
        return {former: entry.id for entry in self.ids for former in entry.formerly}


def load_vocabulary(path: Path) -> Vocabulary:
    """Read and validate the vocabulary.

    Raises:
        LocaleError: an unknown kind or field, a malformed id, a missing note, a holdable id used
            twice, a relation to an id that does not exist or without a reason.
    """
    file = TomlFile(path)
    ids: list[Id] = []
    relations: list[Relation] = []
    for kind in file.data:
        if kind not in KINDS:
            raise file.fail(f"unknown kind `{kind}`", kind, help=f"use one of: {', '.join(KINDS)}")
        for id, fields in file.table(kind).items():
            _check(file, kind, id, fields)
            ids.append(_id(kind, id, fields))
            relations.extend(_relations(id, fields))
    holdable: dict[str, str] = {}
    for entry in ids:
        if entry.kind in HOLDABLE and holdable.setdefault(entry.id, entry.kind) != entry.kind:
            raise file.fail(
                f"`{entry.id}` is both a {holdable[entry.id]} and a {entry.kind}",
                entry.kind,
                entry.id,
                help="give one of them another id: holdings name both kinds alike",
            )
    _check_references(file, ids)
    capabilities = {entry.id for entry in ids if entry.kind == "capability"}
    for relation in relations:
        if relation.kind in ("part_of", "same_as") and relation.other not in capabilities:
            raise file.fail(f"`{relation.other}` is no capability", "capability", relation.id)
    return Vocabulary(str(path), tuple(ids), tuple(sorted(relations)))


def _relations(id: str, fields: dict[str, Any]) -> list[Relation]:
    """How an id relates to others: as people decided, or by the parts of its name."""
    reason = fields.get("reason", "")
    found = [Relation(kind, id, fields[kind], reason) for kind in ("part_of", "same_as") if kind in fields]
    found += [Relation(kind, id, fields[kind], fields["note"]) for kind in ("solution", "level") if kind in fields]
    return [*found, *(Relation("member", member, id, reason) for member in fields.get("members", ()))]


def _id(kind: str, id: str, fields: dict[str, Any]) -> Id:
    parts = {name: fields[name] for name in ("sort", "market", "solution", "level", "metered") if name in fields}
    return Id(
        kind,
        id,
        fields["note"],
        members=tuple(fields.get("members", ())),
        formerly=tuple(fields.get("formerly", ())),
        **parts,
    )


def _check_references(file: TomlFile, ids: list[Id]) -> None:
    """Markets, solutions, levels and members must exist."""
    by_kind = {kind: {entry.id for entry in ids if entry.kind == kind} for kind in KINDS}
    holdable = {entry.id for entry in ids if entry.kind in HOLDABLE}
    for entry in ids:
        for kind in ("market", "solution", "level"):
            value = getattr(entry, kind)
            if value and value not in by_kind[kind]:
                raise file.fail(f"`{value}` of `{entry.id}` is no {kind}", entry.kind, entry.id)
        for former in entry.formerly:
            if former in by_kind[entry.kind] or not _ID.fullmatch(former):
                raise file.fail(f"`{former}` cannot be a former id of `{entry.id}`", entry.kind, entry.id)
        for member in entry.members:
            if member not in holdable:
                raise file.fail(f"the member `{member}` of `{entry.id}` cannot be held", entry.kind, entry.id)


def _check(file: TomlFile, kind: str, id: str, fields: object) -> None:
    if not _ID.fullmatch(id):
        raise file.fail(f"malformed id `{id}`", kind, id, help="use lower-case words joined by hyphens")
    if not isinstance(fields, dict) or not str(fields.get("note", "")).strip():
        raise file.fail(f"`{id}` has no note", kind, id, help="add `note = ...` for translators")
    unknown = sorted(set(fields) - _FIELDS)
    if unknown:
        raise file.fail(f"unknown field `{unknown[0]}` of `{id}`", kind, id)
    if kind == "capability" and fields.get("sort") not in SORTS:
        raise file.fail(f"`{id}` needs a sort", kind, id, help='add `sort = "thing"` or `sort = "action"`')
    if fields.keys() & {"part_of", "same_as", "members"} and not fields.get("reason"):
        raise file.fail(f"the relation of `{id}` has no reason", kind, id, help="add `reason = ...`")
