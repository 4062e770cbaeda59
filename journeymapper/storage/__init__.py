"""YAML text to plan and back: positions, canonical form, atomic save, schema."""
