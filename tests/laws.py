"""How many examples a law is tried on."""

import os

from hypothesis import HealthCheck, settings

FUZZ = os.environ.get("CHARTER_TESTS") == "fuzz"
"""Whether new cases are looked for (`make fuzz`); `make test` tries the same ones each time."""
_MORE = 10


def examples(number: int, *without: HealthCheck) -> settings:
    """The settings of a law, without a clock.

    Args:
        number: of examples in `make test`; `make fuzz` tries ten times as many.
        without: health checks that the law does not pass.
    """
    return settings(
        derandomize=not FUZZ,
        database=None,
        deadline=None,
        max_examples=number * _MORE if FUZZ else number,
        suppress_health_check=without,
    )
