"""Help pages as tests of other programs: the examples on pages, run by pytest."""
