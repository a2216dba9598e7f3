"""The command line, run in this process: exit status, standard output and standard error."""

import sys
from collections.abc import Callable
from typing import NamedTuple

import pytest

from engine.cli import main


class Result(NamedTuple):
    status: int
    out: str
    err: str


@pytest.fixture
def charter(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Callable[..., Result]:
    """Runs `charter` with arguments, with English messages."""
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(variable, raising=False)

    def run(*arguments: object) -> Result:
        monkeypatch.setattr(sys, "argv", ["charter", *map(str, arguments)])
        capfd.readouterr()
        with pytest.raises(SystemExit) as exit:
            main()
        assert isinstance(exit.value.code, int)
        return Result(exit.value.code, *capfd.readouterr())

    return run
