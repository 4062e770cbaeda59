"""Formats that a plan is handed out in, with one registry."""
