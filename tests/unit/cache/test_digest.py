from engine.cache import digest


def test_where_parts_begin_and_end_counts() -> None:
    assert len({digest("ab", "c"), digest("a", "bc"), digest("abc"), digest("abc", "")}) == 4


def test_bytes_and_text_are_told_by_their_content() -> None:
    assert digest("ä") == digest("ä".encode())
