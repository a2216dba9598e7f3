"""What corresponds in the languages of one page: leaves, boxes, sentences, cells.

pages --leaves--> sequences --likeness, sequence--> columns --refine--> Alignment --compare--> lacks and differences
lacks of all pages --lexicon learnt from their texts--> proven lacks
"""

from engine.alignment.align import align
from engine.alignment.compare import Comparison, PageGroup, compare, page_groups
from engine.alignment.lexicon import TextGroup
from engine.alignment.proof import proven
from engine.alignment.records import AlignablePage, AlignedPage, Alignment
from engine.alignment.told import Lack

__all__ = [
    "AlignablePage",
    "AlignedPage",
    "Alignment",
    "Comparison",
    "Lack",
    "PageGroup",
    "TextGroup",
    "align",
    "compare",
    "page_groups",
    "proven",
]
