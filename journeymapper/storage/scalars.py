"""What a single YAML scalar means under a planner's own `x-` key, and how a text is written so that it stays one."""

from __future__ import annotations

import math
import re

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_TRUE = frozenset({"true", "True", "TRUE"})
_FALSE = frozenset({"false", "False", "FALSE"})
_INT = re.compile(r"[-+]?[0-9]{1,18}|0o[0-7]{1,18}|0x[0-9a-fA-F]{1,15}")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")

PlainValue = str | int | float | bool | None


def core_value(text: str) -> PlainValue:
    """The value of a plain scalar by the core rules of YAML 1.2; numbers that no computer holds exactly stay texts."""
    if text in NULLS:
        return None
    if text in _TRUE or text in _FALSE:
        return text in _TRUE
    if _INT.fullmatch(text):
        return int(text, {"0o": 8, "0x": 16}.get(text[:2], 10))
    if _FLOAT.fullmatch(text) and any(sign in text for sign in ".eE"):
        number = float(text)
        return number if math.isfinite(number) else text
    return text
