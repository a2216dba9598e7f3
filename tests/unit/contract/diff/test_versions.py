"""Which step of a version a change asks for."""

import pytest

from engine.contract.diff import Step, compare, suggested_step
from engine.model.rules import SPARED, AnyRule, Describes, Grants, Limit

from ...entitlement.ruling import stated


@pytest.mark.parametrize(
    ("old", "new", "step"),
    [
        ([Limit("p", "a", 2)], [Limit("p", "a", 1)], Step.MAJOR),
        ([Grants("p", "a", None)], [], Step.MAJOR),
        ([Limit("p", "a", 1)], [Limit("p", "a", 2)], Step.MINOR),
        ([], [Grants("p", "a", None)], Step.MINOR),
        ([], [Describes("p", SPARED)], Step.PATCH),
        ([Grants("p", "a", None)], [Grants("p", "a", None)], Step.NONE),
    ],
)
def test_the_step(old: list[AnyRule], new: list[AnyRule], step: Step) -> None:
    assert suggested_step(compare(stated(*old), stated(*new))) is step
