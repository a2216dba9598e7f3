"""Findings, rules and decisions as output: one module per form."""
