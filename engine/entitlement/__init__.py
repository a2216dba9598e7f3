"""Asking the rule set: who may do what, what is missing, and which sentence says so."""

from engine.entitlement.decide import decide
from engine.entitlement.holdings import held

__all__ = ["decide", "held"]
