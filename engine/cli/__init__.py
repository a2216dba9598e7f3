"""The command line: one module per command."""

from engine.cli.main import main, run

__all__ = ["main", "run"]
