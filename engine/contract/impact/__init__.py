"""Who gains and who loses what when the rules change, and what must change with them."""

from engine.contract.impact.count import Impact, impact
from engine.contract.impact.population import Holder, read_population
from engine.contract.impact.suppose import suppose

__all__ = ["Holder", "Impact", "impact", "read_population", "suppose"]
