import pytest

from engine.model.spans import Span
from engine.pages.source import decode


def test_utf8_with_and_without_byte_order_mark() -> None:
    for data in ("Größe".encode(), "Größe".encode("utf-8-sig")):
        source, findings = decode("de/a.md", data)
        assert source is not None
        assert source.text == "Größe"
        assert findings == ()


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_with_a_mark_is_read_and_noted(encoding: str) -> None:
    source, findings = decode("de/a.md", "\ufeffGröße\r\nzwei".encode(encoding))
    assert source is not None
    assert source.lines == ("Größe", "zwei")
    assert [(finding.code, finding.arguments) for finding in findings] == [("F002", {"encoding": "utf-16"})]


@pytest.mark.parametrize("data", [b"\xff\xfea", b"caf\xe9", b"\xff\xfe\x00\xd8"])
def test_undecodable_bytes_are_a_finding(data: bytes) -> None:
    source, (finding,) = decode("de/a.md", data)
    assert source is None
    assert finding.code == "F001"


def test_lines_end_at_line_feed_carriage_return_or_both_and_nowhere_else() -> None:
    source, _ = decode("a.md", "1\r\n2\r3\n4\u20285\x0b\x0c\x85\0".encode())
    assert source is not None
    assert source.lines == ("1", "2", "3", "4\u20285\x0b\x0c\x85\0")
    assert "1\r\n2\r3\n" in source.text


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        (Span("a.md", 1, 3, 1, 6), "rst"),
        (Span("a.md", 1, 7, 3, 6), "line\nsecond line\nthird"),
        (Span("a.md", 2, 1, 2, 1), ""),
        (Span("a.md", 3, 7, 9, 1), "line"),
        (Span("a.md", 8, 1, 9, 1), ""),
    ],
)
def test_quote(span: Span, expected: str) -> None:
    source, _ = decode("a.md", b"first line\r\nsecond line\r\nthird line")
    assert source is not None
    assert source.quote(span) == expected
