"""Change over time: injected drift, mending, what changed since a revision."""
