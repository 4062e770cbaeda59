"""The sheet of keys, made from the table of actions."""

from __future__ import annotations
