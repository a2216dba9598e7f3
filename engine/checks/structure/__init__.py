"""Checks of what the pages of one key hold: sections, rows, items, sentences, boxes, images, links."""

from engine.checks.structure import (
    alert_kind,
    differing_pages,
    link_target,
    missing_alert,
    missing_code,
    missing_column,
    missing_heading,
    missing_image,
    missing_include,
    missing_item,
    missing_paragraph,
    missing_row,
    missing_section,
    missing_sentence,
    missing_step,
    missing_tab,
    missing_table,
    moved,
)

CHECKS = (
    alert_kind.check,
    differing_pages.check,
    link_target.check,
    missing_alert.check,
    missing_code.check,
    missing_column.check,
    missing_heading.check,
    missing_image.check,
    missing_include.check,
    missing_item.check,
    missing_paragraph.check,
    missing_row.check,
    missing_section.check,
    missing_sentence.check,
    missing_step.check,
    missing_tab.check,
    missing_table.check,
    moved.check,
)
"""The checks of this family, by name of module."""
