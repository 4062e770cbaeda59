"""Shares, durations and money: small exact values that remember how a person wrote them.

Every unit may be a range for uncertain input: ``low..high`` or ``low..likely..high``.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, ClassVar, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

_NUMBER = r"[+-]?(?:\d{1,18}(?:\.\d{1,18})?|\.\d{1,18})"


def number_text(value: float) -> str:
    """Shortest text of a number: ``1`` for 1.0, ``0.1`` for 0.1, never an exponent."""
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    text = f"{value:.12f}".rstrip("0")
    return text.rstrip(".")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A low, likely and high value; all three agree unless a range was given.

    Two quantities are equal when their values are, however they were written. ``likely`` of a two-point
    range is its middle.
    """

    low: float
    likely: float
    high: float
    text: str = field(compare=False)

    meaning: ClassVar[str] = "a number"
    example: ClassVar[str] = "12"
    pattern: ClassVar[re.Pattern[str]] = re.compile(_NUMBER)

    @classmethod
    def one(cls, part: str) -> float:
        """The value of one part of a range, in the base unit; raises ValueError."""
        if not cls.pattern.fullmatch(part):
            raise ValueError(f"'{part}' is not {cls.meaning}; write it like {cls.example}")
        return float(part)

    @classmethod
    def check(cls, value: float) -> None:
        """Raise ValueError where a value is outside what the unit allows."""

    @classmethod
    def parse(cls, raw: object) -> Self:
        """A quantity from a text or a number; raises ValueError with a sentence."""
        if isinstance(raw, str):
            return cls._from_text(raw.strip())
        if isinstance(raw, cls):
            return raw
        if isinstance(raw, bool) or not isinstance(raw, int | float):
            raise ValueError(f"this is not {cls.meaning}; write it like {cls.example}")
        if isinstance(raw, float) and not math.isfinite(raw):
            raise ValueError(f"'{raw}' is not {cls.meaning}; write it like {cls.example}")
        return cls._from_text(number_text(raw))

    @classmethod
    @lru_cache(maxsize=4096)
    def _from_text(cls, text: str) -> Self:
        parts = [part.strip() for part in text.split("..")]
        if len(parts) > 3:
            raise ValueError(f"'{text}' has too many parts; a range is low..high or low..likely..high")
        values = [cls.one(part) for part in parts]
        for value in values:
            cls.check(value)
        if values != sorted(values):
            raise ValueError(f"'{text}' runs backwards; a range is low..high or low..likely..high")
        low, high = values[0], values[-1]
        likely = values[1] if len(values) == 3 else (low + high) / 2
        return cls(low, low if len(values) == 1 else likely, high, "..".join(parts))

    @property
    def is_range(self) -> bool:
        """Whether the value is uncertain."""
        return self.low != self.high

    def __str__(self) -> str:
        return self.text

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.low, self.likely, self.high, self.text)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls.parse, serialization=core_schema.plain_serializer_function_ser_schema(str)
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        part = f"(?:{cls.pattern.pattern})"
        return {
            "anyOf": [{"type": "string", "pattern": rf"^{part}(\.\.{part}){{0,2}}$"}, *cls.json_numbers()],
            "examples": [cls.example],
        }

    @classmethod
    def json_numbers(cls) -> list[JsonSchemaValue]:
        """Further JSON Schema forms that the unit allows."""
        return []


class Money(Quantity):
    """An amount in the plan's currency: ``12``, ``0.10``, ``10..20``."""

    __slots__ = ()
    meaning = "an amount of money"
    example = "4.20"

    @classmethod
    def json_numbers(cls) -> list[JsonSchemaValue]:
        return [{"type": "number"}]


class Share(Quantity):
    """A share from 0 % to 100 %, held as a fraction from 0 to 1: ``54%``, ``1.8%``, ``40%..60%``."""

    __slots__ = ()
    meaning = "a share"
    example = "54%"
    pattern = re.compile(_NUMBER + r" ?%")

    @classmethod
    def one(cls, part: str) -> float:
        if not cls.pattern.fullmatch(part):
            raise ValueError(f"'{part}' is not {cls.meaning}; write it like {cls.example}")
        return float(part.rstrip("% ") + "e-2")

    @classmethod
    def check(cls, value: float) -> None:
        if not 0 <= value <= 1:
            raise ValueError(f"{number_text(value * 100)}% is not between 0% and 100%")

    @classmethod
    def of(cls, fraction: float) -> Share:
        """The share of a fraction from 0 to 1, written with up to ten significant digits."""
        return cls.parse(f"{number_text(float(f'{fraction * 100:.10g}'))}%")


SECONDS = {"s": 1, "min": 60, "h": 3600, "d": 86400, "w": 604800, "mo": 2629800, "y": 31557600}


class Duration(Quantity):
    """A length of time, held in seconds: ``30s``, ``15min``, ``36h``, ``2d`` (of 24 h), ``3w``, ``1mo``, ``1y``.

    A year has 365.25 days, a month is a twelfth of it.
    """

    __slots__ = ()
    meaning = "a length of time"
    example = "36h (units: s, min, h, d, w, mo, y)"
    pattern = re.compile(r"(\d{1,18}(?:\.\d{1,18})?|\.\d{1,18}) ?(s|min|h|d|w|mo|y)")

    @classmethod
    def one(cls, part: str) -> float:
        match = cls.pattern.fullmatch(part)
        if match is None:
            raise ValueError(f"'{part}' is not {cls.meaning}; write it like {cls.example}")
        return float(match[1]) * SECONDS[match[2]]


class Amount(Quantity):
    """A measured value in whatever unit it is written: a share, a duration or a plain number."""

    __slots__ = ()
    meaning = "a number, a share or a length of time"
    example = "5.9, 54% or 2d"
    pattern = re.compile(rf"{_NUMBER}(?: ?(?:%|s|min|h|d|w|mo|y))?")

    @classmethod
    def one(cls, part: str) -> float:
        if part.endswith("%"):
            return Share.one(part)
        if Duration.pattern.fullmatch(part):
            return Duration.one(part)
        if not re.fullmatch(_NUMBER, part):
            raise ValueError(f"'{part}' is not {cls.meaning}; write it like {cls.example}")
        return float(part)

    @property
    def kind(self) -> str:
        """``share``, ``duration`` or ``number``, from the way it is written."""
        if self.text.endswith("%"):
            return "share"
        return "number" if self.text[-1].isdigit() else "duration"

    @classmethod
    def json_numbers(cls) -> list[JsonSchemaValue]:
        return [{"type": "number"}]
