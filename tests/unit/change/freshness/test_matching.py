"""Blocks are known again by what they say."""

from engine.change.freshness.lock import Confirmations
from engine.change.freshness.matching import block_ids
from engine.change.freshness.signature import Signature
from engine.change.freshness.units import Said, Unit
from engine.model.spans import start_of


def unit(kind: str = "paragraph", name: str = "", **words: str) -> Unit:
    said = {tag: Said(start_of(f"{tag}/a.md"), word, (), Signature(word)) for tag, word in words.items()}
    return Unit(kind, name, said)


def known(*units: Unit) -> dict[str, Confirmations]:
    ids = block_ids(units, {})
    return {
        id: ({tag: said.signature for tag, said in each.said.items()},) for id, each in zip(ids, units, strict=True)
    }


A, B, C = unit(en="a", sv="aa"), unit(en="b", sv="bb"), unit(en="c", sv="cc")


def test_new_ids_tell_kind_and_name_or_texts_and_are_all_different() -> None:
    row = unit("row", "satellite", en="x")
    ids = block_ids((row, A, A, unit("row", "satellite", en="y")), {})
    assert ids[0] == "row:satellite"
    assert ids[3] == "row:satellite.2"
    assert ids[1].startswith("paragraph:")
    assert ids[2] == f"{ids[1]}.2"


def test_an_id_does_not_depend_on_what_stands_around_it() -> None:
    assert block_ids((A, B, C), {})[1] == block_ids((B,), {})[0] == block_ids((C, B), {})[1]


def test_what_one_language_still_says_keeps_its_id() -> None:
    lock = known(A, B, C)
    edited = unit(en="b2", sv="bb")
    assert block_ids((A, edited, C), lock) == tuple(lock)


def test_blocks_put_in_or_taken_out_move_no_id() -> None:
    lock = known(A, B, C)
    a, b, c = lock
    new = unit(en="n", sv="nn")
    assert block_ids((new, A, B, new, C), lock)[1:3] == (a, b)
    assert block_ids((A, C), lock) == (a, c)
    assert block_ids((C, A, B), lock) == (c, a, b)


def test_what_was_edited_everywhere_is_known_by_its_neighbours() -> None:
    lock = known(A, B, C)
    assert block_ids((A, unit(en="b2", sv="bb2"), C), lock) == tuple(lock)


def test_neighbours_say_nothing_where_kinds_or_numbers_differ() -> None:
    lock = known(A, B, C)
    b = list(lock)[1]
    assert b not in block_ids((A, unit("heading", en="b2"), C), lock)
    assert b not in block_ids((A, unit(en="x"), unit(en="y"), C), lock)


def test_of_blocks_that_say_the_same_the_next_in_order_is_meant() -> None:
    lock = known(A, B, A, C)
    first, _, third, _ = lock
    found = block_ids((A, unit(en="b2", sv="b2"), unit(en="a", sv="other"), C), lock)
    assert (found[0], found[2]) == (first, third)


def test_a_row_is_known_by_what_it_is_about_whatever_it_says() -> None:
    lock = known(unit("row", "satellite", en="x", sv="xx"), A)
    assert block_ids((A, unit("row", "satellite", en="y", sv="yy")), lock)[1] == "row:satellite"


def test_an_id_of_the_lock_is_never_given_to_another_block() -> None:
    lock = known(unit("row", "satellite", en="x", sv="xx"), A)
    moved = unit("row", "", en="x", sv="xx"), unit("row", "satellite", en="y", sv="yy")
    assert block_ids(moved, lock) == ("row:satellite", "row:satellite.2")
