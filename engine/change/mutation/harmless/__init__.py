"""The table of harmless edits: they change no meaning, so no check may say anything above `note`."""

from engine.change.mutation.harmless import encodings, layout, wording
from engine.change.mutation.records import Kind

HARMLESS: tuple[Kind, ...] = (
    Kind("reworded", "harmless", wording.reworded),
    Kind("rewrapped", "harmless", layout.rewrapped),
    Kind("blank-lines-doubled", "harmless", layout.blank_lines_doubled),
    Kind("trailing-spaces", "harmless", layout.trailing_spaces),
    Kind("tables-padded", "harmless", layout.tables_padded),
    Kind("bullets-changed", "harmless", layout.bullets_changed),
    Kind("bold-underscored", "harmless", layout.bold_underscored),
    Kind("headings-closed", "harmless", layout.headings_closed),
    Kind("definitions-reversed", "harmless", layout.definitions_reversed),
    Kind("crlf", "harmless", encodings.crlf),
    Kind("byte-order-mark", "harmless", encodings.byte_order_mark),
    Kind("decomposed", "harmless", encodings.decomposed),
)
"""Every kind of harmless edit."""
