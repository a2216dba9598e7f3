"""The rows of the table of codes, one module per letter family."""
