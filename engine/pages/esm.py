"""`import` and `export` of MDX: they do not show, and they name the snippets that a page includes."""

import re
from typing import Final

from markdown_it.rules_block import StateBlock

from engine.pages.directives import TARGET
from engine.pages.mdx_lines import MAX_LINES, push, tracking_of

IMPORTS: Final = "imports"
"""In the environment: the paths of the snippets, by the names that were given to them."""
USED: Final = "used"
"""In the environment: the names among them that are used."""
NAME: Final = "name"
"""On an `esm` token: the name that it gives to a snippet."""

_SNIPPETS = (".md", ".mdx")
_IMPORT = re.compile(
    r"""import\s++(?:([A-Za-z_$][\w$]*+)?+(?:\s*+,)?+(?:\s*+\{[^{}]*+\}|\s*+\*\s++as\s++[\w$]++)?+\s*+from\s*+)?+"""
    r"""(?:"([^"\n]++)"|'([^'\n]++)')[ \t]*+;?+[ \t]*+(?=\n|\Z)""",
    re.ASCII,
)
_EXPORT = re.compile(r"export\s+(?:const|let|var|default|async|function|class)\b|export\s*[{*]", re.ASCII)
_STRING = re.compile(r""""(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+'|`(?:[^`\\]|\\.)*+`""")


def esm_block(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """A block rule, for the margin of the page; it makes `esm` tokens."""
    begin = state.bMarks[start_line]
    if silent or state.level or state.tShift[start_line] or not state.src.startswith(("import", "export"), begin):
        return False
    if tracking_of(state).place(begin)[1]:
        return False
    if (match := _IMPORT.match(state.src, begin, state.eMarks[end_line - 1])) is not None:
        end = state.src.count("\n", begin, match.end()) + start_line + 1
        target = match[2] or match[3]
        token = push(state, "esm", begin, match.end(), start_line, end)
        if match[1] and target.lower().endswith(_SNIPPETS):
            state.env.setdefault(IMPORTS, {})[match[1]] = target
            token.meta |= {NAME: match[1], TARGET: target}
    elif _EXPORT.match(state.src, begin) is not None:
        end = _end_of_export(state, start_line, end_line)
        push(state, "esm", begin, state.eMarks[end - 1], start_line, end)
    else:
        return False
    state.line = end
    return True


def _end_of_export(state: StateBlock, start: int, end: int) -> int:
    """The line behind it: blank, with all brackets closed; if they never are, the first blank one."""
    balance = 0
    first_blank: int | None = None
    line = start
    while line < end and (first_blank is None or line < first_blank + MAX_LINES):
        if state.isEmpty(line):
            if balance <= 0:
                return line
            first_blank = line if first_blank is None else first_blank
        code = _STRING.sub("", state.src[state.bMarks[line] : state.eMarks[line]])
        balance += sum(map(code.count, "([{")) - sum(map(code.count, ")]}"))
        line += 1
    return line if first_blank is None or balance <= 0 else first_blank
