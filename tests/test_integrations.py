"""The workflow and the hooks that users copy: well formed, and their commands work."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from .repositories import commit_our_docs, restore

ROOT = Path(__file__).parent.parent
# BaseLoader: YAML 1.1 reads the key `on` as a truth value.
WORKFLOW: dict[str, Any] = yaml.load((ROOT / "examples/github-actions.yml").read_text("utf-8"), yaml.BaseLoader)
HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
STEPS: list[dict[str, Any]] = WORKFLOW["jobs"]["check"]["steps"]
COMMANDS = [step["run"] for step in STEPS if step.get("run", "").startswith("charter ")]

Shell = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def our_repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository that holds our own docs."""
    folder = tmp_path_factory.mktemp("repository")
    commit_our_docs(folder)
    return folder


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of the runner; what is read once is kept there."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture
def shell(our_repository: Path, home: Path) -> Iterator[Shell]:
    """Runs a command line in the repository, as a runner would, and takes back what the test changes there."""
    environment = {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(home),
        "GITHUB_BASE_REF": "main",
        "GIT_CONFIG_GLOBAL": "/dev/null",
    }

    def run(command: str, **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["sh", "-euc", command],
            cwd=our_repository,
            env=environment | more,
            capture_output=True,
            text=True,
            check=False,
        )

    yield run
    restore(our_repository)


def test_the_workflow_has_what_github_asks_for() -> None:
    assert {"name", "on", "permissions", "jobs"} <= set(WORKFLOW)
    assert WORKFLOW["permissions"]["security-events"] == "write"
    assert all(("uses" in step) != ("run" in step) for step in STEPS)
    assert all(re.fullmatch(r"[\w.-]+/[\w./-]+@v\d+", step["uses"]) for step in STEPS if "uses" in step)


def test_the_workflow_uploads_the_files_that_it_writes() -> None:
    written = set(re.findall(r"--out (\S+)", " ".join(COMMANDS)))
    used = {step["with"].get("sarif_file") or step["with"].get("path") for step in STEPS if "uses" in step}
    assert written
    assert written <= used


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_workflow_works(shell: Shell, our_repository: Path, command: str) -> None:
    result = shell(command)
    assert (result.returncode, result.stderr) == (0, "")
    for name in re.findall(r"--out (\S+)", command):
        assert (our_repository / name).stat().st_size > 0


def test_the_workflow_is_red_for_a_false_page_of_the_pull_request(shell: Shell, our_repository: Path) -> None:
    page = our_repository / "docs" / "sv" / "index.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n[!include[x](none.md)]\n", encoding="utf-8")
    result = shell(next(command for command in COMMANDS if "--changed" in command))
    assert result.returncode == 1
    assert re.search(r"^::error file=docs/sv/index\.md,line=\d+,", result.stdout, re.MULTILINE)


@pytest.mark.parametrize("hook", HOOKS, ids=[hook["id"] for hook in HOOKS])
def test_a_hook_works(shell: Shell, hook: Mapping[str, Any]) -> None:
    assert {"id", "name", "entry", "language", "files", "pass_filenames"} <= set(hook)
    assert (hook["language"], hook["pass_filenames"]) == ("python", False)
    result = shell(f"{hook['entry']} {' '.join(hook['args'])}")
    assert (result.returncode, result.stderr) == (0, "")


@pytest.mark.parametrize("hook", HOOKS, ids=[hook["id"] for hook in HOOKS])
def test_a_hook_runs_for_pages_settings_and_locales_alone(hook: Mapping[str, Any]) -> None:
    runs = re.compile(hook["files"])
    for path in ("docs/sv/a.md", "help/en/a.mdx", "docs/charter.toml", "docs/docs.json", "locales/sv/terms.toml"):
        assert runs.search(path), path
    for path in ("src/a.py", "docs/a.png", "package.json"):
        assert not runs.search(path), path
