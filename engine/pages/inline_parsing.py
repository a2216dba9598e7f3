"""markdown-it's parser of running text, whose tokens know their offsets, and which tries only rules that may match."""

import functools
import re
from collections.abc import Sequence
from typing import Any, Final, Literal, cast

from markdown_it import MarkdownIt, rules_inline
from markdown_it.common.utils import normalizeReference
from markdown_it.parser_inline import ParserInline, RuleFuncInlineType
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Scanned
from markdown_it.token import Token

from engine.pages.tracking import END, OFFSET, make_token


class _TrackingInlineState(StateInline):
    """Notes in every token the offset at which the parser stood when it made it."""

    has_delimiters = False
    """Whether there is anything that may open or close emphasis."""
    _pending_offset = 0

    def append_pending(self, text: str) -> None:
        # Pending text is always contiguous: whatever consumes other source pushes a token, which flushes it.
        if not self._pending_buffer and not self._pending:
            self._pending_offset = self.pos
        self._pending_buffer.append(text)

    def pushPending(self) -> Token:  # noqa: N802 (markdown-it's name)
        token = make_token(
            "text", "", 0, level=self.pendingLevel, content=self.pending, meta={OFFSET: self._pending_offset}
        )
        self.tokens.append(token)
        self.pending = ""
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        if nesting:
            token = super().push(ttype, tag, nesting)
            token.meta = {OFFSET: self.pos}
            return token
        if self.pending:
            self.pushPending()
        token = make_token(ttype, tag, nesting, level=self.level, meta={OFFSET: self.pos})
        self.pendingLevel = self.level
        self.tokens.append(token)
        self.tokens_meta.append(None)
        return token

    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: N802, N803
        """What a run of markers may do, which only the characters around it decide."""
        self.has_delimiters = True
        run = self.src[start : start + _LONGEST_RUN]
        run = run[: len(run) - len(run.lstrip(run[0]))]
        end = start + len(run)
        if len(run) == _LONGEST_RUN or end > self.posMax:
            return super().scanDelims(start, canSplitWord)
        before = self.src[start - 1] if start else " "
        return _scanned(before, run, self.src[end] if end < self.posMax else " ", canSplitWord)


_LONGEST_RUN: Final = 4
"""Shorter runs of delimiters are looked up."""


@functools.lru_cache(maxsize=4096)
def _scanned(before: str, run: str, behind: str, can_split_word: bool) -> Scanned:
    """What markdown-it makes of a run of markers between two characters; a space stands for the ends of a text."""
    # It looks at nothing but the text.
    state = StateInline(before + run + behind, cast(MarkdownIt, None), {}, [])
    return state.scanDelims(1, can_split_word)


# One class of characters is found three times as fast as one or the other.
_MARKUP = re.compile(r"[\n!&*<\[\\\]_`{~](?:(?<!!)|(?=\[))")
"""What may begin markup in any flavour, an exclamation mark only before a bracket: elsewhere no rule need be tried."""
_BESIDE_STARS = re.compile(r"[\n&<\[\\\]_`{~]")
"""What may be markup in a text, but for `*`."""
_SIMPLE_LINK = re.compile(
    r"\[([^\n!&*<\[\\\]_`{~]++)\](?:\(([^\x00-\x20\x7f\\&<()][^\x00-\x20\x7f\\&()]*+)\)|\[([^\n!&*<\[\\\]_`{~]++)\])"
)
"""A link of words alone, with an address in which nothing must be told apart, or with the label of one."""


def _link(state: StateInline, silent: bool) -> bool:
    """The link rule, but that a link of words alone is found by its pattern."""
    found = _SIMPLE_LINK.match(state.src, state.pos, state.posMax)
    if found is None or state.level >= state.md.options.maxNesting or not _is_label(state, found, 1):
        return rules_inline.link(state, silent)
    if found[3] is None:
        address = {"href": state.md.normalizeLink(found[2]), "title": ""}
    else:
        address = state.env.get("references", {}).get(normalizeReference(found[3]))
        if address is None or not _is_label(state, found, 3):
            return rules_inline.link(state, silent)
    if not silent:
        state.pos = found.start(1)
        token = state.push("link_open", "a", 1)
        token.attrs = {"href": address["href"]}
        if address["title"]:
            token.attrSet("title", address["title"])
        state.append_pending(found[1])
        state.pushPending()
        state.pos = found.end(1)
        state.push("link_close", "a", -1)
    state.pos = found.end()
    return True


def _is_label(state: StateInline, found: re.Match[str], group: int) -> bool:
    """Whether the parser did not read the words of a label in another way, which it does when brackets nest deeply."""
    return state.cache.setdefault(found.start(group), found.end(group)) == found.end(group)


def _tracking_backtick(state: StateInline, silent: bool) -> bool:
    """The code span rule, noting where the span ends: its content may have lost a space on either side."""
    count = len(state.tokens)
    if not rules_inline.backtick(state, silent):
        return False
    if len(state.tokens) > count and state.tokens[-1].type == "code_inline":
        state.tokens[-1].meta[END] = state.pos
    return True


_BEGINNINGS: dict[RuleFuncInlineType, str] = {
    # Text is passed over before any rule is tried.
    rules_inline.text: "",
    rules_inline.newline: "\n",
    rules_inline.escape: "\\",
    _tracking_backtick: "`",
    rules_inline.strikethrough.tokenize: "~",
    rules_inline.emphasis.tokenize: "*_",
    _link: "[",
    rules_inline.image: "!",
    rules_inline.autolink: "<",
    rules_inline.html_inline: "<",
    rules_inline.entity: "&",
}


class TrackingInline(ParserInline):
    """A parser with a `_TrackingInlineState`."""

    def __init__(self) -> None:
        super().__init__()
        self.terminator_re = _MARKUP
        self.ruler.at("backticks", _tracking_backtick)
        self.ruler.at("link", _link)
        self.beginnings = dict(_BEGINNINGS)
        """The characters that the markup of a rule begins with; other rules may begin with any of `_MARKUP`."""
        self._beginning_with: dict[str, list[RuleFuncInlineType]] = {}

    def parse(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> list[Token]:
        """The inline tokens of `src`, appended to `tokens`."""
        if not tokens:
            first = _MARKUP.search(src)
            if first is None:
                if src:
                    tokens.append(_text(src, 0))
                return tokens
            if first[0] == "*" and (simple := _strong_text(src)) is not None:
                tokens += simple
                return tokens
        state = _TrackingInlineState(src, md, env, tokens)
        self.tokenize(state)
        if state.has_delimiters:
            _spread_runs(state.tokens)
            for rule in self.ruler2.getRules(""):
                rule(state)
        return state.tokens

    def tokenize(self, state: StateInline) -> None:
        """As in markdown-it, but rules whose markup begins otherwise are not tried."""
        src, end = state.src, state.posMax
        deepest = state.md.options.maxNesting
        while (begin := state.pos) < end:
            found = self.terminator_re.search(src, begin) if state.level < deepest else None
            position = found.start() if found else end
            if position > begin:
                state.append_pending(src[begin:position])
                state.pos = position
                continue
            for rule in self._rules(src[begin]):
                if rule(state, False):
                    break
            else:
                state.append_pending(src[begin])
                state.pos += 1
        if state.pending:
            state.pushPending()

    def skipToken(self, state: StateInline) -> None:  # noqa: N802 (markdown-it's name)
        """As in markdown-it, but rules whose markup begins otherwise are not tried."""
        position = state.pos
        known = state.cache.get(position)
        if known is not None:
            state.pos = known
            return
        found = False
        if state.level < state.md.options.maxNesting:
            state.level += 1
            found = rules_inline.text(state, True) or any(
                rule(state, True) for rule in self._rules(state.src[position])
            )
            state.level -= 1
        else:
            state.pos = state.posMax
        if not found:
            state.pos += 1
        state.cache[position] = state.pos

    def _rules(self, character: str) -> list[RuleFuncInlineType]:
        """The rules for markup that begins with a character, one of the few of `_MARKUP`."""
        found = self._beginning_with.get(character)
        if found is None:
            found = [rule for rule in self.ruler.getRules("") if character in self.beginnings.get(rule, character)]
            self._beginning_with[character] = found
        return found


def _text(content: str, offset: int) -> Token:
    return make_token("text", "", 0, content=content, meta={OFFSET: offset})


def _strong_text(src: str) -> list[Token] | None:
    """The tokens of a text whose only markup is `**` around strong words; None when it is anything else.

    Every second `**` must be one that may begin, and the next one that may end strong text: they are pairs then.
    """
    if _BESIDE_STARS.search(src):
        return None
    parts = src.split("**")
    runs = len(parts) - 1
    if runs % 2 or src.count("*") != 2 * runs or not all(parts[1:-1]):
        # Something is open, or there is a run of another length.
        return None
    tokens: list[Token] = []
    offset = 0
    for index, part in enumerate(parts):
        end = offset + len(part)
        if index % 2 == 0:
            if part:
                tokens.append(_text(part, offset))
            offset = end
            continue
        before, behind = parts[index - 1][-1:] or " ", parts[index + 1][:1] or " "
        if not (_scanned(before, "**", part[0], True).can_open and _scanned(part[-1], "**", behind, True).can_close):
            return None
        # markdown-it makes tokens of all four markers, and empties the outer ones.
        tokens += (
            _text("", offset),
            make_token("strong_open", "strong", 1, markup="**", meta={OFFSET: offset + 1}),
            _text(part, offset + 2),
            make_token("strong_close", "strong", -1, markup="**", meta={OFFSET: end + 2}),
            _text("", end + 3),
        )
        offset = end + 4
    return tokens


def _spread_runs(tokens: Sequence[Token]) -> None:
    """Give the tokens of one delimiter run, made without moving on, the offsets one behind the other."""
    start, behind = -1, 0
    for token in tokens:
        if token.type != "text":
            start = -1
            continue
        offset = token.meta[OFFSET]
        if offset == start:
            token.meta[OFFSET] = behind
        else:
            start = behind = offset
        behind += len(token.content)
