"""`rules.json`: the rule set beside the pages, for programs that decide by it or compare it."""

import msgspec

from engine.model.rulesets import RuleSet
from engine.rules import rules_as_data

NAME = "rules.json"


def rules_file(rules: RuleSet) -> bytes:
    """The rule set: its statements with their places, and the rules that readers of each language find."""
    data = {
        "languages": rules.languages,
        "readings": [
            {"languages": reading.languages, "rules": rules_as_data(reading.rules)} for reading in rules.readings
        ],
        "statements": rules.statements,
        "disagreements": rules.disagreements,
        "relations": rules.relations,
        "ids": {kind: sorted(ids) for kind, ids in sorted(rules.ids.items())},
    }
    return msgspec.json.encode(data) + b"\n"
