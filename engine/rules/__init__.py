"""Pages -> statements -> one rule set.

pages --from_pages--> statements per language --reconcile--> RuleSet --canonical--> JSON, hash
"""

from engine.rules.canonical import canonical_json, rules_as_data, rules_hash
from engine.rules.read import Docs, read_docs
from engine.rules.reconcile import reconcile

__all__ = ["Docs", "canonical_json", "read_docs", "reconcile", "rules_as_data", "rules_hash"]
