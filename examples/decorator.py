"""A decorator that asks the rules before a function runs.

The rules come from a compiled file, so neither help pages nor Markdown or language data are needed where this runs:

    charter rules docs --format compiled > rules.json
    CHARTER_RULES=rules.json python examples/decorator.py
"""

import functools
import os
from collections.abc import Callable, Collection
from pathlib import Path
from typing import ParamSpec, Protocol, TypeVar

import engine

P = ParamSpec("P")
R = TypeVar("R")

RULES = engine.RuleSet.from_json(Path(os.environ.get("CHARTER_RULES", "rules.json")).read_bytes())


class User(Protocol):
    """Whoever calls: all that is asked of a user is what she holds."""

    name: str
    holds: Collection[str]


class NotAllowed(Exception):  # noqa: N818 - what a caller catches
    """The rules say no; the decision tells what is missing and which sentence says so."""

    def __init__(self, decision: engine.Decision) -> None:
        super().__init__(str(decision))
        self.decision = decision


def requires(capability: str, **circumstances: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Let a function run only for users who may use a capability. Its first argument is the user.

    Args:
        capability: an id of the vocabulary; a misspelt one is refused when the function is defined.
        circumstances: `channel`, `edition` or `market`, as for `engine.decide`.

    Raises:
        NotAllowed: when it is called, and the rules say no.
    """
    unknown = engine.decide(RULES, capability, (), **circumstances)  # type: ignore[arg-type]
    if unknown.nearest:
        raise engine.UsageError(f"unknown capability `{capability}`", help=f"did you mean `{unknown.nearest}`?")

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        @functools.wraps(function)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
            user: User = args[0]  # type: ignore[assignment]
            decision = engine.decide(RULES, capability, frozenset(user.holds), **circumstances)  # type: ignore[arg-type]
            if not decision:
                raise NotAllowed(decision)
            return function(*args, **kwargs)

        return guarded

    return decorate


class Person:
    """A user as some application knows her."""

    def __init__(self, name: str, *holds: str) -> None:
        self.name = name
        self.holds = holds


@requires("sale-module")
def open_sales(user: Person) -> str:
    """Something that not everybody may do."""
    return f"sales of {user.name}"


if __name__ == "__main__":
    print(open_sales(Person("Kari", "sales-user", "standard-crm-user")))
    try:
        open_sales(Person("Anna", "sales-user"))
    except NotAllowed as refused:
        print(f"Anna: {refused.decision}")
        for statement in refused.decision.because:
            if statement.language == "en":
                print(f"  {statement.span.path}:{statement.span.line} {statement.text}")
