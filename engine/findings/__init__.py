"""Findings: what is wrong with the content, as data. Misuse raises instead (`errors`)."""

from engine.findings.codes import CODES, Code
from engine.findings.errors import CharterError, LocaleError, UsageError
from engine.findings.records import Finding, Related

__all__ = ["CODES", "CharterError", "Code", "Finding", "LocaleError", "Related", "UsageError"]
