"""What the rules imply as a whole, for people and as plain data."""

from collections.abc import Iterable, Iterator

from engine.entitlement.analysis import Analysis, Insight
from engine.findings.codes import N_
from engine.localedata import Messages
from engine.model.statements import Statement

SHOWN = 3
"""Sentences that an insight quotes as text; as data it has all."""


def analysis_lines(analyses: Iterable[Analysis], messages: Messages, language: str | None) -> Iterator[str]:
    """Each question with the number of cases, then its insights with the sentences that show them.

    Args:
        analyses: the answers.
        messages: the reader's words.
        language: whose sentences are quoted where it says the same; None quotes the first language that does.
    """
    for analysis in analyses:
        yield messages.get(analysis.question)
        yield "  " + messages.format(
            N_("{cases} cases, {count} exceptions"), cases=analysis.cases, count=len(analysis.insights)
        )
        for insight in analysis.insights:
            yield "  - " + messages.format(insight.message, **insight.arguments)
            for statement in quoted(insight, language)[:SHOWN]:
                yield f"      {statement.span.path}:{statement.span.line} “{statement.text}”"


def quoted(insight: Insight, language: str | None) -> tuple[Statement, ...]:
    """The sentences of an insight, each rule once, in the reader's language where it says so, and no place twice."""
    chosen: dict[object, Statement] = {}
    for statement in insight.because:
        if statement.rule not in chosen or (
            statement.language == language and chosen[statement.rule].language != language
        ):
            chosen[statement.rule] = statement
    return tuple({statement.span: statement for statement in chosen.values()}.values())


def analysis_data(analyses: Iterable[Analysis], messages: Messages) -> list[dict[str, object]]:
    """The same as plain data: `{id, question, cases, insights: [{message, arguments, because}]}`."""
    return [
        {
            "id": analysis.id,
            "question": messages.get(analysis.question),
            "cases": analysis.cases,
            "insights": [
                {
                    "message": messages.format(insight.message, **insight.arguments),
                    "arguments": insight.arguments,
                    "because": [
                        {
                            "language": statement.language,
                            "path": statement.span.path,
                            "line": statement.span.line,
                            "quote": statement.quote,
                        }
                        for statement in insight.because
                    ],
                }
                for insight in analysis.insights
            ],
        }
        for analysis in analyses
    ]
