"""Help pages to test with: written from text, the real seed pages, and copies of them with a change."""

import functools
import os
import shutil
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from hypothesis import settings

import engine.cli.options
import engine.rules.grammars
from engine.cache.place import VARIABLE
from engine.grammar import Grammar, load_grammar
from engine.localedata import Locale, Locales, Vocabulary, installed_locales, load_locales
from engine.rules import Docs, read_docs
from site_builder import build_site

from .laws import examples
from .real.reading import PAGES, TREES, Tree, kept, read_all
from .sharing import made_once

# Started programs need not compile all modules anew, whatever the environment of who runs the tests says.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

settings.register_profile("laws", parent=examples(100))
settings.load_profile("laws")

ROOT = Path(__file__).resolve().parents[1]
SEED_PAGE = "admin/license/learn/index.md"

Files = Mapping[str, str | bytes]


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder for caches, apart from the one of the person who runs the tests."""
    folder = tmp_path_factory.mktemp("cache")
    before = os.environ.get(VARIABLE)
    os.environ[VARIABLE] = str(folder)
    yield folder
    if before is None:
        del os.environ[VARIABLE]
    else:
        os.environ[VARIABLE] = before


@pytest.fixture(scope="session")
def locales() -> Locales:
    """The project's languages."""
    return load_locales(installed_locales())


@pytest.fixture(scope="session", autouse=True)
def no_language_is_loaded_twice(locales: Locales) -> Iterator[None]:
    """Loading and compiling the languages takes longer than most tests. What a test changes is loaded anew."""
    compiled: dict[str, Grammar] = {}

    def load(folder: Path) -> Locales:
        return locales if folder == installed_locales() else load_locales(folder)

    def compile(locale: Locale, vocabulary: Vocabulary, *, checked: bool = False) -> Grammar:
        if vocabulary is not locales.vocabulary or locale is not locales.languages.get(locale.tag):
            return load_grammar(locale, vocabulary, checked=checked)
        if locale.tag not in compiled:
            compiled[locale.tag] = load_grammar(locale, vocabulary)
        return compiled[locale.tag]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine.cli.options, "load_locales", load)
        patch.setattr(engine.rules.grammars, "load_grammar", compile)
        yield


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The docs folder of the two real pages, `sv` and `nl`."""
    folder = ROOT.parent / "shared" / "help-pages" / "seeds"
    if not folder.is_dir():
        pytest.skip(f"the real help pages are not at {folder}")
    return folder


@pytest.fixture(scope="session")
def real_tree(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Tree]:
    """A whole tree of real help pages by its name; all of them are read once for all processes that test."""
    for folder in (PAGES / name for name in TREES):
        if not folder.is_dir():
            pytest.skip(f"the real help pages are not at {folder}")
    return functools.cache(lambda name: kept(made_once(tmp_path_factory, "trees", read_all), name))


@pytest.fixture(scope="session")
def site(locales: Locales, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's own help, built once for all processes that test."""

    def make(folder: Path) -> None:
        assert build_site(ROOT / "docs", folder, locales).published

    return made_once(tmp_path_factory, "site", make)


@pytest.fixture
def make_docs(tmp_path: Path) -> Callable[[Files], Path]:
    """Writes files (`{"sv/x.md": text}`) below a docs folder, which it returns."""

    def make(files: Files) -> Path:
        docs = tmp_path / "docs"
        for name, content in files.items():
            path = docs / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return docs

    return make


@pytest.fixture
def read_files(make_docs: Callable[[Files], Path], locales: Locales) -> Callable[[Files], Docs]:
    """Reads a docs folder made of files."""
    return lambda files: read_docs(make_docs(files), locales)


@pytest.fixture
def edit_seeds(seeds: Path, tmp_path: Path) -> Callable[[str, str, str], Path]:
    """A copy of the seeds with one piece of one language's page replaced."""

    def edit(language: str, old: str, new: str) -> Path:
        docs = tmp_path / "seeds"
        if not docs.exists():
            shutil.copytree(seeds, docs)
        page = docs / language / SEED_PAGE
        text = page.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} is {text.count(old)} times on the page"
        page.write_text(text.replace(old, new), encoding="utf-8")
        return docs

    return edit


@pytest.fixture
def another_thread() -> Callable[[], AbstractContextManager[None]]:
    """Runs a thread beside this one, which makes a fork unsafe: processes are then started afresh."""

    @contextmanager
    def run() -> Iterator[None]:
        end = threading.Event()
        thread = threading.Thread(target=end.wait)
        thread.start()
        try:
            yield
        finally:
            end.set()
            thread.join()

    return run
