"""What corresponds in the languages of one page: leaves, boxes, sentences, cells.

pages --leaves--> sequences --likeness, sequence--> columns --refine--> Alignment --compare--> lacks and differences
"""

from engine.alignment.align import align
from engine.alignment.compare import Comparison, PageGroup, compare, page_groups
from engine.alignment.records import AlignablePage, AlignedPage, Alignment

__all__ = [
    "AlignablePage",
    "AlignedPage",
    "Alignment",
    "Comparison",
    "PageGroup",
    "align",
    "compare",
    "page_groups",
]
