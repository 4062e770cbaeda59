"""The rules that a plan is checked by, and their registry."""
