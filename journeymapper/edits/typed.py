"""What people type and paste, made fit to stand in a plan."""

from __future__ import annotations

import re
from collections.abc import Mapping

LONG = frozenset({"about", "does", "expects", "context", "quote", "text", "promise"})
"""The fields whose texts may have several lines."""

_BREAK = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_UNFIT = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
"""Control characters, half surrogates and what is no character at all: a file can't hold them as they are."""


def fit(raw: object, field: str) -> object:
    """What was given for a field, every text in it without control characters, and of one line unless it may be long.

    Texts are looked for in lists and mappings too; in mappings by the rules of the field that each key names.
    """
    if isinstance(raw, str):
        text = _UNFIT.sub("", _BREAK.sub("\n", raw))
        return text if field in LONG else re.sub("[\n\t]+", " ", text)
    if isinstance(raw, list | tuple):
        return [fit(part, field) for part in raw]
    if isinstance(raw, Mapping):
        return {fit(key, ""): fit(part, str(key) if key in LONG else field) for key, part in raw.items()}
    return raw
