"""The canonical form: one order, no wording, no places."""

import hashlib
import itertools
import json
from collections.abc import Callable, Mapping

from engine.model.rules import Describes, Grants, Licence, Quota, Requires
from engine.rules import Docs, canonical_json, reconcile, rules_as_data, rules_hash

RULES = (
    Licence("a", "user", None, None),
    Describes("a", "t"),
    Grants("a", "c", None),
    Requires("c", None, (("a",),)),
    Quota("a", "m", None),
)


def test_no_rules_are_an_empty_list() -> None:
    assert canonical_json([]) == b"[]"


def test_the_order_of_the_rules_does_not_matter() -> None:
    assert len({canonical_json(order) for order in itertools.permutations(RULES)}) == 1


def test_a_rule_given_twice_counts_once() -> None:
    assert canonical_json(RULES + RULES) == canonical_json(RULES)


def test_it_is_json_with_sorted_keys_and_no_space() -> None:
    text = canonical_json(RULES).decode()
    assert text == json.dumps(json.loads(text), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert [rule["kind"] for rule in json.loads(text)] == [rule["kind"] for rule in rules_as_data(RULES)]


def test_the_hash_is_that_of_the_canonical_json() -> None:
    empty = reconcile([], {})
    assert rules_hash(empty) == hashlib.sha256(b"[]").hexdigest()


def test_wording_language_and_place_do_not_change_the_hash(read_files: Callable[[Mapping[str, str]], Docs]) -> None:
    rows = "| Customer Centre | {} |\n"
    swedish = "## Systemlicenser\n\n| Licens | Beskrivning |\n|---|---|\n" + rows
    dutch = "Tekst.\n\n## Systeemlicenties\n\n| Licentie | Beschrijving |\n|---|---|\n" + rows
    one = read_files({"sv/x.md": swedish.format("Ger tillgång till Kundcenter.")}).rules
    other = read_files({"sv/x.md": swedish.format("Åtkomst till Kundcenter.")}).rules
    both = read_files({"nl/z.md": dutch.format("Toegang tot het Customer Centre.")}).rules
    another = read_files({"sv/x.md": swedish.format("Åtkomst till offerter.")}).rules
    assert rules_hash(one) == rules_hash(other) == rules_hash(both)
    assert rules_hash(another) != rules_hash(one)
