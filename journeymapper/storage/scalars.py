"""What a single YAML scalar means under a planner's own `x-` key, and how a value is written so that it stays one."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from journeymapper.model.units import Quantity

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_TRUE = frozenset({"true", "True", "TRUE"})
_FALSE = frozenset({"false", "False", "FALSE"})
_INT = re.compile(r"[-+]?[0-9]{1,18}|0o[0-7]{1,18}|0x[0-9a-fA-F]{1,15}")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")

_OTHERWISE_READ = re.compile(
    r"""~|null|true|false|yes|no|on|off|y|n|=|<<  # null and booleans of YAML 1.1 and 1.2
    |[-+]?\.?[0-9][0-9_.:,]*(e[-+]?[0-9]+)?       # numbers, and hours as sixties
    |[-+]?0[xob][0-9a-f_]+|[-+]?\.(inf|nan)
    |[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(\D.*)?        # dates and times
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NOT_PLAIN = re.compile(r"^[\s\-?:,\[\]{}#&*!|>'\"%@`]|^\.\.\.|: |:$| #|\s$")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_WORD = re.compile(r"[A-Za-z0-9][\w/-]*", re.ASCII)
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}

PlainValue = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Verbatim:
    """A piece of a file that is written again as it stands there."""

    text: str


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


def scalar(value: object, *, flow: bool = False, quote: str = "") -> str:
    """A value in one line; `flow` between brackets, where commas count, and `quote` the sign to quote a text with."""
    if value is None:
        return "null" if flow else ""
    if isinstance(value, Verbatim):
        return value.text
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return number(value)
    if isinstance(value, int | date | Quantity):
        return str(value)
    return _quoted(str(value), flow=flow, quote=quote)


def key_text(text: str, *, flow: bool = False) -> str:
    """A key: ids and the format's own words stay plain, `on`, `off` and `n` among them."""
    return text if _WORD.fullmatch(text) else scalar(text, flow=flow)


def number(value: float) -> str:
    """The shortest text that is exactly this number: no exponent, no point in whole numbers, no sign at zero."""
    text = format(Decimal(repr(value or 0.0)), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def is_block_text(text: str) -> bool:
    """Whether a text has several lines that stay as they are below a `|`."""
    if "\n" not in text:
        return False
    lines = text.removesuffix("\n").split("\n")
    odd = text[:1].isspace() or not lines[-1].strip() or text.endswith("\n\n") or _UNPRINTABLE.search(text)
    return not odd


def _quoted(text: str, *, flow: bool, quote: str) -> str:
    if quote == "'" and not re.search(r"[\n\t]", text) and not _UNPRINTABLE.search(text):
        return "'" + text.replace("'", "''") + "'"
    if quote != '"' and _is_plain(text) and not (flow and re.search(r"[,\[\]{}:?]", text)):
        return text
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(sign: str) -> str:
    if sign in _ESCAPES:
        return _ESCAPES[sign]
    if not _UNPRINTABLE.match(sign):
        return sign
    code = ord(sign) if not 0xD800 <= ord(sign) <= 0xDFFF else 0xFFFD  # half a character can't be in a file
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}" if code < 65536 else f"\\U{code:08x}"


def _is_plain(text: str) -> bool:
    odd = _NOT_PLAIN.search(text) or _OTHERWISE_READ.fullmatch(text) or _UNPRINTABLE.search(text)
    return bool(text) and not odd and "\n" not in text and "\t" not in text
