"""What corresponds in the languages of one page: leaves, boxes, sentences, cells.

pages --leaves--> sequences --likeness, sequence--> columns --refine--> Alignment --losses--> what a language lacks
"""

from engine.alignment.align import align
from engine.alignment.compare import Comparison, compare, compare_all
from engine.alignment.records import AlignablePage, AlignedPage, Alignment

__all__ = ["AlignablePage", "AlignedPage", "Alignment", "Comparison", "align", "compare", "compare_all"]
