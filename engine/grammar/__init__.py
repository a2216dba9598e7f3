"""One table of sentence patterns per language, read and written: sentence <-> abstract rule.

    grammar.toml + terms.toml --compile--> Grammar
    text --tokens--> tokens --match--> slots --meanings--> rules        (parse)
    rules --meanings--> slots --write--> text                           (render)
"""

from engine.grammar.compile import Grammar, compile_grammar
from engine.grammar.parse import Reading, parse
from engine.grammar.render import render
from engine.grammar.sentences import split_sentences

__all__ = ["Grammar", "Reading", "compile_grammar", "parse", "render", "split_sentences"]
