"""The forms of every command: help with examples that work, exit codes, silence in a pipe."""

import importlib.metadata
import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest

import engine.cli.checking
import engine.cli.rules
from engine.cli.main import charter as group

from ...repositories import commit_our_docs, restore
from .conftest import Result

Run = Callable[..., Result]

GRANT = "## Systemlicenser\n\n| Licens | Beskrivning |\n|---|---|\n| Customer Centre | Tillgång till Kundcenter. |\n"
COMMANDS = [
    "analyse",
    "ask",
    "build",
    "can",
    "check",
    "codegen",
    "diff",
    "explain",
    "impact",
    "lock",
    "mutate",
    "needs",
    "report",
    "rules",
    "scan",
    "schema",
    "terms",
]
COMMANDS = sorted([*COMMANDS, "confirm", "history", "po", "preview", "todo"])


def examples_of(command: click.Command) -> list[list[str]]:
    """The command lines of a help text, without what follows a pipe or redirection."""
    lines = re.findall(r"^ +charter (.*)$", command.help or "", flags=re.MULTILINE)
    return [shlex.split(re.split(r" [|>] | {2,}", line)[0]) for line in lines]


def test_the_commands_are_those_that_are_relied_on() -> None:
    assert group.list_commands(click.Context(group)) == COMMANDS


@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_each_command_ends_well_and_shows_an_example(charter: Run, name: str) -> None:
    result = charter(name, "--help")
    assert (result.status, result.err) == (0, "")
    assert f"\n    charter {name} " in result.out


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_the_examples_name_commands_and_options_that_exist(name: str) -> None:
    context = click.Context(group)
    command = group.get_command(context, name) if name else group
    examples = examples_of(command)
    assert examples
    for arguments in examples:
        used: click.Command | None = group
        while isinstance(used, click.Group):
            subcommand, *arguments = arguments
            used = used.get_command(context, subcommand)
        assert used is not None
        assert used.make_context(subcommand, arguments).params


@pytest.fixture(scope="module")
def our_repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository that holds our own docs and a file of holders, committed."""
    folder = tmp_path_factory.mktemp("repository")
    (folder / "holders.csv").write_text("holder,holds,usage\nann,core,active-projects=70\n")
    commit_our_docs(folder)
    return folder


@pytest.fixture
def in_our_repository(our_repository: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Runs a test in the repository and takes back what it changes there."""
    monkeypatch.chdir(our_repository)
    yield
    restore(our_repository)


# `charter preview` serves until it is stopped; its own tests start and stop it.
@pytest.mark.usefixtures("in_our_repository")
@pytest.mark.parametrize("name", [name for name in COMMANDS if name not in {"build", "preview"}])
def test_the_examples_of_a_command_work_on_our_own_docs(charter: Run, name: str) -> None:
    # All kinds of mutation take minutes; what the examples show is how to ask.
    fewer = ("--kind", "rule-row-dropped", "--language", "sv", "--sample", "1") if name == "mutate" else ()
    for arguments in examples_of(group.get_command(click.Context(group), name)):
        result = charter(*arguments, *fewer)
        assert result.status in (0, 1), arguments
        assert "charter: " not in result.err, arguments


@pytest.mark.parametrize("line", ["", "frobnicate", "rules --hsh", "ask", "check --format xml", "build"])
def test_a_misspelt_command_line_is_misuse(charter: Run, line: str) -> None:
    result = charter(*line.split())
    assert (result.status, result.out) == (2, "")
    assert result.err


def test_the_version_is_that_of_the_distribution(charter: Run) -> None:
    assert charter("--version") == (0, f"charter, version {importlib.metadata.version('charter')}\n", "")


@pytest.mark.parametrize("command", [["rules"], ["check"], ["ask", "quotes", "--docs"]])
@pytest.mark.parametrize("fault", ["none", "file", "empty"])
def test_docs_that_are_no_docs_folder_are_misuse(charter: Run, tmp_path: Path, command: list[str], fault: str) -> None:
    docs = tmp_path / fault
    if fault == "file":
        docs.write_text("x")
    if fault == "empty":
        docs.mkdir()
    result = charter(*command, docs)
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith(f"charter: {docs}: ")
    assert "\n  help: " in result.err


@pytest.mark.parametrize("command", ["rules", "check"])
def test_a_language_that_the_docs_lack_is_misuse_and_names_those_there(
    charter: Run, make_docs: Callable[..., Path], command: str
) -> None:
    result = charter(command, make_docs({"sv/x.md": GRANT}), "--language", "nl")
    assert result.status == 2
    assert "no language `nl`" in result.err
    assert "choose from: sv" in result.err


@pytest.mark.parametrize("command", [["rules"], ["check"], ["ask", "quotes", "--docs"]])
def test_a_locales_folder_without_locales_is_misuse(
    charter: Run, make_docs: Callable[..., Path], tmp_path: Path, command: list[str]
) -> None:
    result = charter(*command, make_docs({"sv/x.md": GRANT}), "--locales", tmp_path / "none")
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith("charter: ")


def test_a_fault_of_charter_itself_is_internal_and_asks_to_be_reported(
    charter: Run, make_docs: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr(engine.cli.rules, "read_docs", fail)
    result = charter("rules", make_docs({"sv/x.md": GRANT}))
    assert (result.status, result.out) == (3, "")
    assert "RuntimeError: boom" in result.err
    assert result.err.endswith("please report it with the lines above\n")


def test_an_interrupted_run_is_no_yes(
    charter: Run, make_docs: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise click.Abort

    monkeypatch.setattr(engine.cli.checking, "read_docs", interrupt)
    assert charter("check", make_docs({"sv/x.md": GRANT})) == (2, "", "interrupted\n")


@pytest.mark.parametrize("command", [["rules"], ["check"], ["ask", "customer-centre", "--docs"]])
def test_nothing_but_the_answer_is_written_into_a_pipe(
    charter: Run, make_docs: Callable[..., Path], command: list[str]
) -> None:
    result = charter(*command, make_docs({"sv/x.md": GRANT}))
    assert result.err == ""
    assert "\x1b" not in result.out
    assert "\r" not in result.out


def test_the_installed_command_gives_its_exit_status_to_the_shell(make_docs: Callable[..., Path]) -> None:
    docs = make_docs({"sv/x.md": GRANT})
    program = Path(sys.executable).with_name("charter")
    statuses = [
        subprocess.run([program, "ask", "customer-centre", *held, "--docs", docs], capture_output=True).returncode
        for held in (["--hold", "customer-centre"], [], ["--hold", "nonsense"])
    ]
    assert statuses == [0, 1, 2]


@pytest.mark.parametrize(("arguments", "status"), [(["explain", "R005"], 0), (["explain", "no-such-code"], 2)])
def test_a_process_of_its_own_says_everything_before_it_ends(arguments: list[str], status: int) -> None:
    code = "import atexit; atexit.register(print, 'late'); from engine.cli import run; run()"
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == status
    assert ("rule-differs" in done.stdout, "nearest" in done.stderr) == (status == 0, status == 2)
    assert "late" not in done.stdout
