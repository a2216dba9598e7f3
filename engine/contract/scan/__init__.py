"""Ids in source code, and what code and pages do not know of each other."""

from engine.contract.scan.compare import Gap, gaps
from engine.contract.scan.files import source_files
from engine.contract.scan.reading import uses_in
from engine.contract.scan.uses import Known, Use, known_ids

__all__ = ["Gap", "Known", "Use", "gaps", "known_ids", "source_files", "uses_in"]
