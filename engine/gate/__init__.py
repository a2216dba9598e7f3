"""The gate: which findings count. Severities, allowances, selection, baseline, pages that changed."""

from engine.gate.judge import Judged, judge

__all__ = ["Judged", "judge"]
