"""The rules as canonical data: sorted, without wording and places, equal for every language that agrees."""

import hashlib
from collections.abc import Iterable

import msgspec

from engine.model.rules import AnyRule
from engine.model.rulesets import RuleSet


def rules_as_data(rules: Iterable[AnyRule]) -> list[dict[str, object]]:
    """The rules as sorted plain data, one mapping each, beginning with its `kind`."""
    data = [msgspec.to_builtins(rule) for rule in set(rules)]
    return sorted(data, key=lambda rule: msgspec.json.encode(rule, order="sorted"))


def canonical_json(rules: Iterable[AnyRule]) -> bytes:
    """The rules as canonical JSON: UTF-8, sorted keys, no space, one order."""
    return msgspec.json.encode(rules_as_data(rules), order="sorted")


def rules_hash(rules: RuleSet) -> str:
    """SHA-256 of the canonical JSON of the rules, as hexadecimal digits."""
    return hashlib.sha256(canonical_json(rules.rules)).hexdigest()
