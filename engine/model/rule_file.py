"""A rule set as a file: records as JSON, and a seal that tells what was cut, changed or made by another version.

`{"format": "charter-rules", "version": 1, "hash": "<SHA-256>", "body": {...}}`. The hash is that of the body
as compact JSON, so that indenting a file changes nothing, and changing a word does.
"""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from engine.model.errors import UsageError
from engine.model.rules import AnyRule

FORMAT = "charter-rules"
VERSION = 1
"""Raised when a file of an older version would be read wrongly."""

Number = Annotated[int, Meta(ge=0)]

Place = tuple[str, int, int, int, int]
"""Path, line, column, end line, end column."""


class StatementData(msgspec.Struct, frozen=True, omit_defaults=True):
    """A rule as some page says it."""

    rule: Annotated[int, Meta(ge=0, description="Position in `rules`.")]
    language: str
    page: str
    span: Place
    quote: str
    text: str
    pattern: str
    notes: tuple[str, ...] = ()
    anchor: str = ""


class ReadingData(msgspec.Struct, frozen=True):
    """The rules as readers of these languages find them."""

    languages: tuple[str, ...]
    rules: Annotated[tuple[Number, ...], Meta(description="Positions in `rules`.")]


class SideData(msgspec.Struct, frozen=True):
    """What one language says about the topic of a disagreement."""

    language: str
    statements: Annotated[tuple[Number, ...], Meta(description="Positions in `statements`.")]
    span: Place


class DisagreementData(msgspec.Struct, frozen=True):
    """Languages that have the same page and state different rules about one topic."""

    topic: tuple[str, ...]
    page: str
    sides: tuple[SideData, ...]


class RelationData(msgspec.Struct, frozen=True):
    """A decision of people about ids."""

    kind: str
    id: str
    other: str
    reason: str


class Body(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything that a rule set holds."""

    languages: tuple[str, ...]
    rules: tuple[AnyRule, ...]
    statements: tuple[StatementData, ...]
    readings: tuple[ReadingData, ...]
    disagreements: tuple[DisagreementData, ...]
    relations: tuple[RelationData, ...]
    ids: dict[str, tuple[str, ...]]


class RuleFile(msgspec.Struct, frozen=True):
    """A compiled rule set of Charter."""

    format: Literal["charter-rules"]
    version: Literal[1]
    hash: Annotated[str, Meta(description="SHA-256 of `body` as compact JSON, in hexadecimal digits.")]
    body: Body


class _Envelope(msgspec.Struct):
    format: str
    version: int
    hash: str = ""
    body: msgspec.Raw = msgspec.Raw(b"null")


def seal(body: Body) -> bytes:
    """The file of a body."""
    inner = msgspec.json.encode(body)
    head = {"format": FORMAT, "version": VERSION, "hash": _hash(inner), "body": msgspec.Raw(inner)}
    return msgspec.json.encode(head)


def unseal(data: bytes | str) -> Body:
    """The body of a file.

    Raises:
        UsageError: the file is cut short or no JSON, is another kind of file, is of a newer version, or was changed
            after it was written.
    """
    try:
        envelope = msgspec.json.decode(data, type=_Envelope)
    except msgspec.ValidationError:
        raise _error("this is no rules file", "write one with `charter rules --format compiled`") from None
    except (msgspec.DecodeError, UnicodeError) as error:
        raise _error(f"the rules file is cut short or no JSON: {error}", "write it anew") from None
    if envelope.format != FORMAT:
        raise _error(
            f"this is no rules file but `{envelope.format}`", "write one with `charter rules --format compiled`"
        )
    if envelope.version != VERSION:
        what = f"the rules file is of version {envelope.version}, and this Charter reads version {VERSION}"
        raise _error(what, "install the Charter that wrote it, or write it anew with this one")
    inner = bytes(envelope.body)
    if _hash(inner) != envelope.hash and _hash(_compact(inner)) != envelope.hash:
        raise _error("the rules file was changed after it was written", "change the pages and write it anew")
    try:
        return msgspec.json.decode(inner, type=Body)
    except msgspec.ValidationError as error:
        raise _error(f"the rules file is malformed: {error}", "write it anew") from None


def _hash(inner: bytes) -> str:
    import hashlib  # Only files need it, and loading it takes longer than the rest of this module.

    return hashlib.sha256(inner).hexdigest()


def _compact(inner: bytes) -> bytes:
    return msgspec.json.encode(msgspec.json.decode(inner))


def _error(what: str, help: str) -> UsageError:
    return UsageError(what, help=help)


def rules_schema() -> dict[str, object]:
    """The JSON Schema of a rules file (draft 2020-12)."""
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A compiled rule set of Charter",
        "description": "What `charter rules --format compiled` writes and `RuleSet.from_json` reads.",
    }
    return {**head, **msgspec.json.schema(RuleFile)}


def rules_schema_text() -> str:
    """The same as the text of `rules.schema.json`."""
    return msgspec.json.format(msgspec.json.encode(rules_schema()), indent=2).decode() + "\n"
