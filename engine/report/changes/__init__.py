"""What changed between two rule sets, for people and programs."""
