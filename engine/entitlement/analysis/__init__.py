"""What the rules imply as a whole: questions put to a rule set, each with a concrete counterexample.

Every question is a module of its own and knows no product.
"""

from engine.entitlement.analysis.analyse import QUESTIONS, analyse
from engine.entitlement.analysis.records import Analysis, Insight

__all__ = ["QUESTIONS", "Analysis", "Insight", "analyse"]
