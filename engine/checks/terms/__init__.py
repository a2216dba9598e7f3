"""Checks of names and words: variants, one word for two things, two words for one."""

from engine.checks.terms import forbidden_variant, interface_term_varies, one_word_for_two, two_words_for_one

CHECKS = (forbidden_variant.check, interface_term_varies.check, one_word_for_two.check, two_words_for_one.check)
"""The checks of this family, by name of module."""
