import importlib.metadata
import shutil
from pathlib import Path

import pytest

from engine.cache import code_version as module


def test_another_release_of_a_library_is_another_version(monkeypatch: pytest.MonkeyPatch) -> None:
    version = importlib.metadata.version
    here = module.code_version()
    assert module.code_version() == here
    for name in ("markdown-it-py", "charter"):
        with monkeypatch.context() as patch:
            patch.setattr(importlib.metadata, "version", lambda n, name=name: "0" if n == name else version(n))
            assert module.code_version.__wrapped__() != here


def test_another_source_is_another_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = Path(module.__file__).parent.parent
    copy = tmp_path / "engine"
    shutil.copytree(package, copy, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(module, "__file__", str(copy / "cache" / "code_version.py"))
    assert module.code_version.__wrapped__() == module.code_version()
    (copy / "pages" / "inline.py").write_text("# another\n")
    assert module.code_version.__wrapped__() != module.code_version()
