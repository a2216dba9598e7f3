"""One table of sentence patterns per language, read and written: sentence <-> abstract rule.

grammar.toml + terms.toml --compile--> Grammar
text --tokens--> tokens --match--> slots --meanings--> rules        (parse)
rules --meanings--> slots --write--> text                           (render)
"""

from engine.grammar.compile import Grammar, compile_grammar
from engine.grammar.parse import Reading, parse
from engine.grammar.render import UnsayableError, render
from engine.grammar.sentences import split_sentences
from engine.grammar.validate import validate
from engine.localedata import Locale, Vocabulary

__all__ = ["Grammar", "Reading", "UnsayableError", "load_grammar", "parse", "render", "split_sentences"]


def load_grammar(locale: Locale, vocabulary: Vocabulary, *, checked: bool = False) -> Grammar:
    """A language, compiled and checked on itself.

    Args:
        locale: the language.
        vocabulary: the ids that exist.
        checked: whether the same data was checked before.

    Raises:
        LocaleError: broken or ambiguous patterns, with file and line.
    """
    grammar = compile_grammar(locale, vocabulary)
    if not checked:
        validate(grammar)
    return grammar
