"""Which blocks of a translation were last confirmed against which text of the others.

pages --units--> blocks that correspond --matching--> what the lock knows of them --standing--> who is behind whom
"""
