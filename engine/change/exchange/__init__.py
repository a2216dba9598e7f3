"""Exchange with translators' tools: PO for what pages say, TBX for terms.

page --passages--> source text of each block --placeholders--> messages --po_file--> PO, and back without one byte lost
"""
