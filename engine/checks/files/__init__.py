"""Checks of files, front matter and the pages of a tree."""

from engine.checks.files import (
    broken_anchor,
    broken_link,
    duplicate_uid,
    front_matter_differs,
    front_matter_key_missing,
    images_outside,
    invalid_navigation,
    key_missing_throughout,
    link_outside,
    missing_folder,
    missing_image,
    missing_language_label,
    missing_page,
    text_in_other_language,
    uid_missing,
    uid_of_other_language,
)

CHECKS = (
    broken_anchor.check,
    broken_link.check,
    duplicate_uid.check,
    front_matter_differs.check,
    front_matter_key_missing.check,
    images_outside.check,
    invalid_navigation.check,
    key_missing_throughout.check,
    link_outside.check,
    missing_folder.check,
    missing_image.check,
    missing_language_label.check,
    missing_page.check,
    text_in_other_language.check,
    uid_missing.check,
    uid_of_other_language.check,
)
"""The checks of this family, by name of module."""
