"""The data files of expected decisions, and asking the engine for one of them."""

import datetime as dt
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

from engine import Decision, Holding, RuleSet, decide

Case = dict[str, Any]

FOLDER = Path(__file__).parent


def load(name: str) -> list[Case]:
    """The decisions of a data file: `seeds`, `plans` or `own`."""
    found: list[Case] = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))["decision"]
    return found


def name_of(case: Case) -> str:
    """A name for a test."""
    usage = "".join(f"-{used}" for used in case.get("usage", {}).values())
    held = "+".join(case["hold"]) or "nothing"
    parts = (case.get("language"), case["capability"].removeprefix("page:"), held + usage, case["outcome"])
    return "-".join(filter(None, (*parts, str(case.get("at", "")))))


def answer(rules: RuleSet, case: Case) -> Decision:
    """What the engine says."""
    counts = case["hold"] if isinstance(case["hold"], dict) else Counter(case["hold"])
    until: dict[str, dt.date] = case.get("until", {})
    return decide(
        rules,
        case["capability"],
        {Holding(id, count, until.get(id)) for id, count in counts.items()},
        channel=case.get("channel"),
        edition=case.get("edition"),
        usage=case.get("usage"),
        at=case.get("at"),
    )


def missing_of(case: Case) -> tuple[tuple[str, ...], ...]:
    """The minimal sets that would turn the decision."""
    return tuple(tuple(group) for group in case.get("missing", ()))


def places_of(case: Case) -> list[str]:
    """The places that a decision rests on, as `page:line` below the language's folder."""
    if "language" in case and any(isinstance(reason, dict) for reason in case.get("because", ())):
        return [f"admin/license/learn/index.md:{reason['line']}" for reason in case["because"]]
    return [*case.get("because", ()), *case.get("among", ())]
