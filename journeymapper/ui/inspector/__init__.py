"""The inspector: every fact of what is selected, shown and edited."""
