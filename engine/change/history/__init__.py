"""What help pages said at every time, as git remembers it.

repository --versions of files--> reading, each version once --timeline--> who said what from when to when
"""
