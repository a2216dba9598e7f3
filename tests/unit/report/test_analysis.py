"""The answers of `charter analyse` for people and for programs."""

from engine.entitlement.analysis import Analysis, Insight
from engine.localedata import Messages
from engine.model.rules import Limit
from engine.model.spans import Span
from engine.model.statements import Statement
from engine.report.analysis import SHOWN, analysis_data, analysis_lines, quoted


def said(language: str, line: int, bound: int = 1) -> Statement:
    span = Span(f"{language}/x.md", line, 1, line, 9)
    return Statement(Limit("p", "a", bound), language, "x.md", span, "| q |", f"text {line}", "")


def analysed(*because: Statement) -> Analysis:
    return Analysis("bounds", "Why?", 3, (Insight("{metric} shrinks", {"metric": "a"}, because),))


def test_text_quotes_the_readers_language_and_each_rule_once() -> None:
    analysis = analysed(said("nl", 4), said("sv", 5))
    assert list(analysis_lines([analysis], Messages(), "sv")) == [
        "Why?",
        "  3 cases, 1 exceptions",
        "  - a shrinks",
        "      sv/x.md:5 “text 5”",
    ]
    assert list(analysis_lines([analysis], Messages(), "de"))[-1] == "      nl/x.md:4 “text 4”"


def test_text_shows_a_few_sentences_and_data_has_all() -> None:
    analysis = analysed(*(said("sv", line, bound=line) for line in range(1, 10)))
    assert len(list(analysis_lines([analysis], Messages(), None))) == 3 + SHOWN
    (data,) = analysis_data([analysis], Messages())
    assert (data["id"], data["question"], data["cases"]) == ("bounds", "Why?", 3)
    assert data["insights"] == [
        {
            "message": "a shrinks",
            "arguments": {"metric": "a"},
            "because": [{"language": "sv", "path": "sv/x.md", "line": line, "quote": "| q |"} for line in range(1, 10)],
        }
    ]


def test_a_place_that_says_two_rules_is_quoted_once() -> None:
    analysis = analysed(said("sv", 4, 1), said("sv", 4, 2))
    assert len(quoted(analysis.insights[0], None)) == 1
