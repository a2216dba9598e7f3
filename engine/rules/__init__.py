"""Pages -> statements -> one rule set.

page --from_pages--> PageReading, and all of them --assemble--> Docs with its RuleSet --canonical--> JSON, hash
"""

from engine.rules.canonical import canonical_json, rules_as_data, rules_hash
from engine.rules.docs import Docs
from engine.rules.page_reading import PageReading
from engine.rules.read import read_docs, reread
from engine.rules.reconcile import reconcile

__all__ = ["Docs", "PageReading", "canonical_json", "read_docs", "reconcile", "reread", "rules_as_data", "rules_hash"]
