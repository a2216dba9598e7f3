"""V: values that one language states and another states differently."""

from engine.findings.code import ERROR, N_, WARNING, Code

CODES: tuple[Code, ...] = ()
