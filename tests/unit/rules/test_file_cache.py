"""What is taken from the cache is what reading would give; what changed is read."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from engine.cache import Store
from engine.localedata import Locales, installed_locales, load_locales
from engine.pages import workers
from engine.rules import Docs, file_reader, read_docs
from tests.laws import examples

Make = Callable[[Mapping[str, str | bytes]], Path]

NEEDS = "This feature requires the {} user plan.\n"
FILES = {
    "en/x.md": "# X\n\nText.\n\n[!include[a](includes/a.md)]\n",
    "en/y.md": "# Y\n\n" + NEEDS.format("Sales Premium"),
    "en/z.mdx": 'import A from "/en/snippets/_a.mdx"\n\n# Z\n\n[!include[a](two%20words.md)]\n',
    "no/x.md": "# X\n\n[!include[a](includes/none.md)]\n",
    "en/includes/a.md": "[!include[b](b.md)]\n",
    "en/includes/b.md": NEEDS.format("Service Premium"),
    "en/redirect.md": "---\nredirect_url: x.md\n---\n",
    "en/broken.md": b"\xff\xfe\xff",
}


def same(one: Docs, other: Docs) -> bool:
    parts = ("tree", "rules", "findings", "readings")
    return all(getattr(one, part) == getattr(other, part) for part in parts)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "cache")


@pytest.fixture
def was_read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are read, as they are read."""
    found: list[str] = []
    read = file_reader.FileReader.read

    def noted(self: file_reader.FileReader, file: object) -> object:
        found.append(file.path)  # type: ignore[attr-defined]
        return read(self, file)  # type: ignore[arg-type]

    monkeypatch.setattr(file_reader.FileReader, "read", noted)
    return found


PAGES = [path for path in FILES if "includes" not in path]


def test_an_unchanged_folder_is_not_read_again(
    make_docs: Make, locales: Locales, store: Store, was_read: list[str]
) -> None:
    docs = make_docs(FILES)
    before = read_docs(docs, locales, store=store)
    assert sorted(was_read) == sorted(PAGES)
    was_read.clear()
    again = read_docs(docs, locales, store=store)
    # Of a file that cannot be decoded nothing is kept.
    assert was_read == ["en/broken.md"]
    assert same(again, before)
    assert again.identities == before.identities
    assert same(read_docs(docs, locales), before)
    assert sorted(path.name for path in docs.rglob("*") if path.is_file()) == sorted(Path(p).name for p in FILES)


CHANGES: dict[str, tuple[dict[str, str | bytes | None], set[str]]] = {
    "a page": ({"en/y.md": "# Y\n"}, {"en/y.md"}),
    "an included file": ({"en/includes/b.md": NEEDS.format("Sales Premium")}, {"en/x.md"}),
    "an included file is gone": ({"en/includes/a.md": None}, {"en/x.md"}),
    "an included file appears": ({"no/includes/none.md": "Tekst."}, {"no/x.md"}),
    "one of two spellings appears": ({"en/two words.md": "Text."}, {"en/z.mdx", "en/two words.md"}),
    "a page is gone": ({"en/y.md": None}, set()),
    "a page is renamed": ({"en/y.md": None, "en/w.md": FILES["en/y.md"]}, {"en/w.md"}),
    "a page is translated": ({"no/y.md": FILES["en/y.md"]}, {"no/y.md"}),
    "two pages change places": (
        {"en/y.md": FILES["en/x.md"], "en/x.md": FILES["en/y.md"]},
        {"en/x.md", "en/y.md"},
    ),
    "only the time of a file": ({"en/y.md": FILES["en/y.md"]}, set()),
    "a file that nothing reads": ({"en/picture.png": b"\x89PNG"}, set()),
}


@pytest.mark.parametrize("change", list(CHANGES))
def test_what_a_change_concerns_is_read_and_nothing_else(
    make_docs: Make, locales: Locales, store: Store, was_read: list[str], change: str
) -> None:
    docs = make_docs(FILES)
    read_docs(docs, locales, store=store)
    files, concerned = CHANGES[change]
    for path, content in files.items():
        if content is None:
            (docs / path).unlink()
        else:
            make_docs({path: content})
    was_read.clear()
    after = read_docs(docs, locales, store=store)
    assert set(was_read) == concerned | {"en/broken.md"}
    assert same(after, read_docs(docs, locales))


def test_settings_that_reading_rests_on_count(
    make_docs: Make, locales: Locales, store: Store, was_read: list[str]
) -> None:
    docs = make_docs({"en/x.md": "---\nplan: Sales Premium\n---\n\n# X\n"})
    assert read_docs(docs, locales, store=store).readings[0].statements == ()
    make_docs({"charter.toml": '[front_matter]\nplan = "plan"\n'})
    after = read_docs(docs, locales, store=store)
    assert was_read == ["en/x.md", "en/x.md"]
    assert same(after, read_docs(docs, locales))


def test_html_is_kept_apart(make_docs: Make, locales: Locales, store: Store) -> None:
    docs = make_docs(FILES)
    for html in (False, True, False, True):
        assert same(read_docs(docs, locales, html=html, store=store), read_docs(docs, locales, html=html))


def test_a_changed_language_is_read_again_and_the_others_are_not(
    make_docs: Make, store: Store, was_read: list[str], tmp_path: Path
) -> None:
    docs, folder = make_docs(FILES), tmp_path / "locales"
    shutil.copytree(installed_locales(), folder)
    read_docs(docs, load_locales(folder), store=store)
    settings = folder / "no" / "locale.toml"
    settings.write_text(settings.read_text("utf-8").replace("[words]", '[words]\nunused = ["x"]'), "utf-8")
    was_read.clear()
    read_docs(docs, load_locales(folder), store=store)
    assert was_read == ["en/broken.md", "no/x.md"]


def test_interface_sentences_and_the_place_of_the_locales_do_not_count(
    make_docs: Make, locales: Locales, store: Store, was_read: list[str], tmp_path: Path
) -> None:
    docs, folder = make_docs({"en/x.md": "# X\n"}), tmp_path / "locales"
    read_docs(docs, locales, store=store)
    shutil.copytree(installed_locales(), folder)
    catalogue = folder / "en" / "LC_MESSAGES" / "charter.po"
    catalogue.write_text(catalogue.read_text("utf-8") + '\nmsgid "x"\nmsgstr "y"\n', "utf-8")
    read_docs(docs, load_locales(folder), store=store)
    assert was_read == ["en/x.md"]


def test_another_version_of_the_code_reads_anew(
    make_docs: Make, locales: Locales, store: Store, was_read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    docs = make_docs({"en/x.md": "# X\n"})
    read_docs(docs, locales, store=store)
    monkeypatch.setattr("engine.rules.grammars.code_version", lambda: "another")
    read_docs(docs, locales, store=store)
    assert was_read == ["en/x.md", "en/x.md"]


@pytest.mark.parametrize("damage", [lambda data: data[:-5], lambda data: b"", lambda data: data[:60] + b"?" * 9])
def test_damaged_entries_are_read_anew(
    make_docs: Make, locales: Locales, store: Store, tmp_path: Path, damage: Callable[[bytes], bytes]
) -> None:
    docs = make_docs(FILES)
    before = read_docs(docs, locales, store=store)
    entries = [path for path in (tmp_path / "cache").rglob("*") if path.suffix in (".entry", ".pack")]
    # That the grammars of both languages are sound is kept, too.
    assert sorted(path.suffix for path in entries) == [".entry", ".entry", ".pack"]
    for entry in entries:
        entry.write_bytes(damage(entry.read_bytes()))
    assert same(read_docs(docs, locales, store=store), before)
    assert same(read_docs(docs, locales, store=Store(tmp_path / "cache")), before)


def test_a_folder_that_cannot_be_written_is_no_failure(make_docs: Make, locales: Locales, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file in the way")
    docs = make_docs(FILES)
    assert same(read_docs(docs, locales, store=Store(tmp_path / "cache")), read_docs(docs, locales))


def test_a_file_that_changes_while_it_is_read_is_not_kept_as_what_it_was(
    make_docs: Make, locales: Locales, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    docs = make_docs({"en/x.md": "# Before\n"})
    read = file_reader.FileReader.read

    def late(self: file_reader.FileReader, file: object) -> object:
        make_docs({"en/x.md": "# After\n"})
        return read(self, file)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(file_reader.FileReader, "read", late)
        assert read_docs(docs, locales, store=store).tree.pages[0].title == "After"
    make_docs({"en/x.md": "# Before\n"})
    assert read_docs(docs, locales, store=store).tree.pages[0].title == "Before"


def test_processes_keep_what_they_read(
    make_docs: Make, locales: Locales, store: Store, was_read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    docs = make_docs({f"en/{n}.md": FILES["en/y.md"] for n in range(90)})
    monkeypatch.setattr(workers, "_PARALLEL_FROM", 1)
    before = read_docs(docs, locales, store=store)
    after = read_docs(docs, locales, store=store)
    assert was_read == []
    assert same(after, before)
    assert same(after, read_docs(docs, locales))


def test_processes_that_are_not_forked_keep_what_they_read(
    make_docs: Make, locales: Locales, store: Store, was_read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    docs = make_docs({f"en/{n}.md": FILES["en/y.md"] for n in range(50)})
    monkeypatch.setattr(workers, "_PARALLEL_FROM", 1)
    # As where there is no forking, or another thread may hold a lock.
    monkeypatch.setattr(workers, "forks", lambda: False)
    before = read_docs(docs, locales, store=store)
    assert was_read == []
    assert same(read_docs(docs, locales, store=store), before)
    assert was_read == []


READ = """
import sys
from pathlib import Path
from engine.cache import Store
from engine.localedata import installed_locales, load_locales
from engine.rules import read_docs, rules_hash
print(rules_hash(read_docs(Path(sys.argv[1]), load_locales(installed_locales()), store=Store(Path(sys.argv[2]))).rules))
"""


def test_runs_at_the_same_time_do_not_harm_each_other(make_docs: Make, locales: Locales, tmp_path: Path) -> None:
    docs = make_docs({f"en/{n}.md": FILES["en/y.md"] for n in range(40)})
    command = (sys.executable, "-c", READ, str(docs), str(tmp_path / "cache"))
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(2)]
    hashes = {run.communicate()[0] for run in runs}
    assert [run.returncode for run in runs] == [0, 0]
    assert len(hashes) == 1
    store = Store(tmp_path / "cache")
    assert same(read_docs(docs, locales, store=store), read_docs(docs, locales))
    assert list((tmp_path / "cache").rglob("*.part")) == []


PATHS = st.sampled_from(["en/a.md", "en/b.md", "no/a.md", "en/includes/i.md", "en/includes/j.md"])
TEXTS = st.sampled_from(
    [
        "",
        "# A\n",
        NEEDS.format("Sales Premium"),
        "[!include[x](includes/i.md)]\n",
        "[!include[x](j.md)]\n",
        "[!include[x](i.md)]\n\nText.\n",
        "---\ntier: Sales Premium\n---\n",
        "\udcff",
    ]
)


@examples(30, HealthCheck.function_scoped_fixture)
@given(edits=st.lists(st.tuples(PATHS, st.none() | TEXTS), max_size=6))
def test_any_edits_read_through_the_cache_equal_a_fresh_reading(
    locales: Locales, tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[str, str | None]]
) -> None:
    folder = tmp_path_factory.mktemp("edits")
    docs, store = folder / "docs", Store(folder / "cache")
    for path, text in [("en/a.md", "# A\n"), ("no/a.md", "# A\n"), *edits]:
        file = docs / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if text is not None:
            file.write_bytes(text.encode(errors="surrogateescape"))
        else:
            file.unlink(missing_ok=True)
        assert same(read_docs(docs, locales, store=store), read_docs(docs, locales))
