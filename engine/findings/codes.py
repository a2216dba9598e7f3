"""The table of check codes.

The letter tells where the fault is found: C code that enforces the rules, E what pages promise, F files and front
matter, G what the gate lets pass by exception, L the lock, P pages of a tree, S structure, V values, R rules, T terms,
Y typography. Codes are never reused; the name states the fault and reads as "allow <name>".
Messages are the English source strings of the catalogues: lower case, no final stop, input in backticks.
"""

from engine.findings.code import ERROR, N_, NOTE, WARNING, Code
from engine.findings.families import (
    allowances,
    code,
    entitlement,
    files,
    lock,
    rules,
    structure,
    terms,
    typography,
    values,
)

__all__ = ["CODES", "ERROR", "NOTE", "N_", "WARNING", "Code"]

_FAMILIES = (allowances, code, entitlement, files, lock, rules, structure, terms, typography, values)

CODES: dict[str, Code] = {
    row.code: row for row in sorted((row for family in _FAMILIES for row in family.CODES), key=lambda row: row.code)
}
"""Every code, in order."""
