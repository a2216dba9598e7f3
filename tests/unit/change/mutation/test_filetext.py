"""Files as characters and back: not a byte is lost."""

import codecs
from pathlib import Path

import pytest

from engine.change.mutation.filetext import read_file_text

TEXT = "---\r\ntitle: Ä\r\n---\nå\r"


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
        b"",
    ],
)
def test_a_file_is_written_as_it_was_read(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.md").write_bytes(content)
    file = read_file_text(tmp_path, "x.md")
    assert file is not None
    assert file.text in (TEXT, "")
    assert file.encoded() == content


def test_what_is_no_text_is_not_mutated(tmp_path: Path) -> None:
    (tmp_path / "x.md").write_bytes(b"\xff\xfea\xd8")
    assert read_file_text(tmp_path, "x.md") is None
