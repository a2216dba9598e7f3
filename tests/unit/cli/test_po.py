"""`charter po`: out to translators and back in."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import polib
import pytest

from engine.change.freshness.lock import NAME

from ...conftest import ROOT
from .conftest import Result

Run = Callable[..., Result]

EN = "# Page\n\nWe have 100 wheels.\n\n* One\n* Two\n"
SV = "# Sida\r\n\r\nVi har 100 hjul.\r\n\r\n* Ett\r\n* Två\r\n"


def contents(docs: Path) -> dict[str, bytes]:
    return {str(path.relative_to(docs)): path.read_bytes() for path in sorted(docs.rglob("*")) if path.is_file()}


def test_an_export_of_our_own_docs_comes_back_without_a_change(charter: Run, tmp_path: Path) -> None:
    docs = shutil.copytree(ROOT / "docs", tmp_path / "docs")
    before = contents(docs)
    out = tmp_path / "po"
    result = charter("po", "export", docs, "--language", "no", "--from", "en", "--out", out)
    assert (result.status, result.err) == (0, "")
    assert len(list(out.rglob("*.po"))) > 10
    for path in out.rglob("*.po"):
        # As a translator's tool writes it: other line breaks, no comments of Charter's.
        file = polib.pofile(str(path), wrapwidth=40)
        file.save()
    assert charter("po", "import", docs, out) == (0, "0 texts of 0 pages taken, 0 refused\n", "")
    assert contents(docs) == before


def test_texts_go_into_their_pages_and_refusals_name_the_entry(
    charter: Run, make_docs: Callable[..., Path], tmp_path: Path
) -> None:
    docs = make_docs({"en/a.md": EN, "sv/a.md": SV, "en/b.md": "# B\n\nText.\n"})
    charter("confirm", docs)
    (docs / "en" / "a.md").write_text(EN.replace("Two", "The second"))
    out = tmp_path / "po"
    assert charter("po", "export", docs, "--language", "sv", "--from", "en", "--out", out).out == (
        f"6 texts of 2 pages written to {out}\n"
    )
    file = polib.pofile(str(out / "a.md.po"))
    one, two, wheels = (next(e for e in file if e.msgid.startswith(x)) for x in ("One", "The second", "We have"))
    one.msgstr, wheels.msgstr = "En enda", "Vi har hjul."
    two.msgstr, two.flags = "Den andra", []
    file.save()
    before = contents(docs)
    dry = charter("po", "import", docs, out / "a.md.po", "--dry-run", "--format", "json")
    data = json.loads(dry.out)
    assert data["pages"] == [{"path": "sv/a.md", "texts": 2, "new": False}]
    assert [refused["reason"] for refused in data["refused"]] == ["placeholders are lost or not known: {100}"]
    assert contents(docs) == before
    result = charter("po", "import", docs, out)
    assert result.status == 1
    line, summary = result.out.splitlines()
    assert line == f"{out / 'a.md.po'}:{wheels.linenum}: {wheels.msgctxt}: placeholders are lost or not known: {{100}}"
    assert summary == "2 texts of 1 pages taken, 1 refused"
    assert (docs / "sv" / "a.md").read_bytes() == SV.replace("Ett", "En enda").replace("Två", "Den andra").encode()
    listed = json.loads(charter("todo", docs, "--language", "sv", "--format", "json").out)
    assert [task["code"] for task in listed["tasks"]] == ["P001"]


def test_a_new_page_is_made_and_confirmed(charter: Run, make_docs: Callable[..., Path], tmp_path: Path) -> None:
    docs = make_docs({"en/a.md": EN, "sv/a.md": SV, "en/b/c.md": "# B\n\nText about 7 things.\n"})
    charter("confirm", docs)
    out = tmp_path / "po"
    arguments = ("--language", "sv", "--from", "en", "--out", out, "--todo")
    assert charter("po", "export", docs, *arguments).out == f"2 texts of 1 pages written to {out}\n"
    file = polib.pofile(str(out / "b" / "c.md.po"))
    for entry in file:
        entry.msgstr = {"B": "Be", "Text about {7} things.": "Text om {7} saker."}[entry.msgid]
    file.save()
    assert charter("po", "import", docs, out).status == 0
    assert (docs / "sv" / "b" / "c.md").read_text(encoding="utf-8") == "# Be\n\nText om 7 saker.\n"
    assert '"b/c.md"' in (docs / NAME).read_text(encoding="utf-8")
    assert charter("todo", docs, "--language", "sv").status == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("export", "--language", "sv", "--from", "sv", "--out", "OUT"), "cannot be translated from itself"),
        (("export", "--language", "fi", "--from", "sv", "--out", "OUT"), "no language `fi`"),
        (("export", "--language", "sv", "--from", "en", "--out", "FULL"), "is not empty"),
        (("import", "OUT"), "cannot read the PO file"),
        (("import", "FULL"), "holds no PO files"),
    ],
)
def test_misuse_says_what_is_wrong_and_writes_nothing(
    charter: Run, make_docs: Callable[..., Path], tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    docs = make_docs({"en/a.md": EN, "sv/a.md": SV})
    full = tmp_path / "full"
    full.mkdir()
    (full / "x").touch()
    places = {"OUT": tmp_path / "out", "FULL": full}
    result = charter("po", arguments[0], docs, *(places.get(a, a) for a in arguments[1:]))
    assert (result.status, result.out) == (2, "")
    assert said in result.err
    assert not (tmp_path / "out").exists()
