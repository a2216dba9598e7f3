"""The command line: one module per command."""

from engine.cli.main import main

__all__ = ["main"]
