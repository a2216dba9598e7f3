"""What the README shows is what happens: each of its commands is run, each of its programs executed."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from engine.cli.main import charter

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")

_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def blocks(language: str) -> list[str]:
    """The fenced blocks of a language."""
    return [body for found, body in _BLOCK.findall(README) if found == language]


def sessions() -> list[tuple[str, str]]:
    """Every command of the `console` blocks with the output that the README shows under it."""
    found = []
    for block in blocks("console"):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            found.append((command, output))
    return found


def steady(output: str) -> str:
    """Output without trailing space, and without how long something took."""
    lines = (line.rstrip() for line in output.splitlines())
    return re.sub(r"\d+\.\d s\b", "0.0 s", "\n".join(lines)).strip()


def run(command: str, tmp_path: Path) -> str:
    """What a command prints. A folder written to lies below `tmp_path`."""
    program, *arguments = shlex.split(command)
    assert program == "charter"
    arguments = [str(tmp_path / argument) if argument == "_site" else argument for argument in arguments]
    result = CliRunner().invoke(charter, arguments, standalone_mode=False, catch_exceptions=False)
    return result.stdout


def test_the_readme_shows_sessions_and_programs() -> None:
    assert len(sessions()) > 5
    assert blocks("python")


@pytest.mark.parametrize(("command", "output"), sessions(), ids=[command for command, _ in sessions()])
def test_a_command_prints_what_the_readme_shows(
    command: str, output: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    assert steady(run(command, tmp_path).replace(f"{tmp_path}/", "")) == steady(output)


@pytest.mark.parametrize("program", blocks("python"))
def test_a_program_runs(program: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    exec(compile(program, "README.md", "exec"), {})
